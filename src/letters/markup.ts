import type { Block, Cell, ParagraphStyle, Row, Run, Runs, TableStyle } from './blocks.ts';
import { type Element, treeOf, UnknownMarkup } from './markup-tree.ts';

/** Reads the small HTML that the templates yield: h1–h3, p, ul, ol, li, table, thead, tbody, tr, th, td, a, strong.
 *  Anything else is a mistake in a template and an error; what people wrote arrives escaped and is text. */

const PARAGRAPHS: ReadonlySet<string> = new Set<ParagraphStyle>(['key', 'note', 'sign']);
const TABLES: ReadonlySet<string> = new Set<TableStyle>(['sums', 'form']);

/** What stands in an element that holds none but these elements. */
const elementsIn = ({ name, children }: Element, ...names: readonly string[]): Element[] =>
  children.flatMap((child) => {
    if (typeof child === 'string' && child.trim() === '') return [];
    if (typeof child === 'string') throw new UnknownMarkup(`loose text inside <${name}>`);
    if (!names.includes(child.name)) throw new UnknownMarkup(`<${child.name}> inside <${name}>`);
    return [child];
  });

/** Text with strong and a. */
function runsOf({ name, children }: Element): Runs {
  return trimmed(
    children.flatMap((child): Runs => {
      if (typeof child === 'string') return [{ text: child.replace(/[ \t\n]+/g, ' ') }];
      if (child.name === 'strong') return runsOf(child).map((run) => ({ ...run, strong: true }));
      if (child.name === 'a') return linked(runsOf(child), child.attributes.href);
      throw new UnknownMarkup(`<${child.name}> inside <${name}>`);
    }),
  );
}

/** Addresses that a letter may lead to: pages and mailboxes, never a script. */
const MAY_LINK = /^(https?:\/\/|mailto:)/i;

function linked(runs: Runs, href: string | undefined): Runs {
  if (!href || !MAY_LINK.test(href)) throw new UnknownMarkup('a link to nowhere');
  return runs.map((run) => ({ ...run, href }));
}

/** No space at either end, and none twice where two runs meet. */
function trimmed(runs: Runs): Runs {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1)?.text ?? ' ';
    const text = before.endsWith(' ') ? run.text.replace(/^ +/, '') : run.text;
    if (text !== '') kept.push({ ...run, text });
  }
  const last = kept.at(-1);
  if (last) kept[kept.length - 1] = { ...last, text: last.text.replace(/ +$/, '') };
  return kept.filter((run) => run.text !== '');
}

const cellOf = (cell: Element): Cell => ({
  runs: runsOf(cell),
  ...(cell.name === 'th' ? { head: true } : {}),
  ...(cell.attributes.class === 'amount' ? { amount: true } : {}),
});

const rowOf = (row: Element): Row => ({
  cells: elementsIn(row, 'th', 'td').map(cellOf),
  ...(row.attributes.class === 'total' ? { total: true } : {}),
});

function tableOf(table: Element): Block {
  const style = table.attributes.class ?? '';
  const parts = elementsIn(table, 'thead', 'tbody', 'tr');
  const [head] = parts.filter(({ name }) => name === 'thead');
  return {
    kind: 'table',
    style: TABLES.has(style) ? (style as TableStyle) : 'facts',
    head: head ? (elementsIn(head, 'tr').map(rowOf)[0] ?? null) : null,
    rows: parts
      .filter((part) => part !== head)
      .flatMap((part) => (part.name === 'tr' ? [part] : elementsIn(part, 'tr')))
      .map(rowOf),
  };
}

function paragraphOf(paragraph: Element): Block {
  const { class: style = '', data = '' } = paragraph.attributes;
  const runs = runsOf(paragraph);
  if (style === 'payment-code') return { kind: 'payment-code', payload: data, runs };
  return { kind: 'paragraph', style: PARAGRAPHS.has(style) ? (style as ParagraphStyle) : 'plain', runs };
}

function blockOf(element: Element): Block {
  switch (element.name) {
    case 'p':
      return paragraphOf(element);
    case 'ul':
    case 'ol':
      return {
        kind: 'list',
        ordered: element.name === 'ol',
        items: elementsIn(element, 'li').map(runsOf),
      };
    case 'table':
      return tableOf(element);
    default:
      return { kind: 'heading', level: Number(element.name[1]) as 1 | 2 | 3, runs: runsOf(element) };
  }
}

const isEmpty = (block: Block): boolean =>
  (block.kind === 'paragraph' && block.runs.length === 0 && block.style !== 'sign') ||
  (block.kind === 'list' && block.items.length === 0) ||
  (block.kind === 'table' && block.rows.length === 0);

/** @throws UnknownMarkup */
export const blocksOf = (markup: string): Block[] =>
  elementsIn(treeOf(markup), 'h1', 'h2', 'h3', 'p', 'ul', 'ol', 'table')
    .map(blockOf)
    .filter((block) => !isEmpty(block));
