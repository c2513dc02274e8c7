import { type Block, type Cell, plain, type Row, type Runs } from './blocks.ts';
import type { WrittenLetter } from './letter.ts';
import { type MailWords, mailWordsOf } from './mail-words.ts';

/** The blocks as plain text, for mail programs that show no HTML and for people who prefer it. */

/** An address that is not the text itself stands behind it. */
const runsOf = (runs: Runs): string =>
  runs
    .map(({ text, href }) =>
      href && !text.includes(href.replace(/^mailto:/, '')) ? `${text} (${href})` : text,
    )
    .join('');

const blank = '_'.repeat(30);

/** `Izmaksas: Kopā 3000,00 EUR; Sedzam mēs 1500,00 EUR` */
function rowOf(row: Row, head: Row | null): string {
  const [first, ...others] = row.cells;
  const name = first ? plain(first.runs) : '';
  const named = (cell: Cell, i: number): string => {
    const column = head?.cells[i + 1];
    const label = column && others.length > 1 ? `${plain(column.runs)} ` : '';
    return `${label}${runsOf(cell.runs)}`;
  };
  const values = others.flatMap((cell, i) => (cell.runs.length === 0 ? [] : [named(cell, i)]));
  return name === '' ? values.join('; ') : `${name}: ${values.join('; ')}`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const text = plain(block.runs);
      return block.level === 1
        ? `${text}\n${'='.repeat(Math.min([...text].length, 72))}`
        : block.level === 2
          ? `\n${text}\n${'-'.repeat(Math.min([...text].length, 72))}`
          : `\n${text}`;
    }
    case 'paragraph':
    case 'payment-code':
      return runsOf(block.runs);
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${runsOf(item)}`).join('\n');
    case 'table': {
      const head = block.head?.cells
        .map((cell) => plain(cell.runs))
        .filter((text) => text !== '')
        .join(' | ');
      const rows = block.rows.map((row) =>
        block.style === 'form'
          ? `${row.cells.map((cell) => plain(cell.runs)).join('')}: ${blank}`
          : rowOf(row, block.head),
      );
      return [...(head ? [`[${head}]`] : []), ...rows].join('\n');
    }
  }
}

export function mailTextOf({ sender, facts, sheets, foot }: MailWords): string {
  const head = facts.map(([name, value]) => `${name}: ${value}`);
  const shown = sheets.map((blocks) => blocks.map(blockOf).join('\n\n'));
  return [sender, head.join('\n'), shown.join(`\n\n${'='.repeat(72)}\n\n`), `-- \n${foot}`]
    .join('\n\n')
    .replace(/\n{4,}/g, '\n\n\n');
}

export const mailText = (letter: WrittenLetter): string => mailTextOf(mailWordsOf(letter));
