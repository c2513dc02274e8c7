import type { Block, Cell, ParagraphStyle, Row, Runs, TableStyle } from './blocks.ts';
import { Reader } from './markup-reader.ts';
import { type Tag, tokensOf } from './markup-tokens.ts';

/** Reads the small HTML that the templates yield: h1–h3, p, ul, ol, li, table, thead, tbody, tr, th, td, a, strong.
 *  Anything else is a mistake in a template and an error; what people wrote arrives escaped and is text. */

const PARAGRAPHS: ReadonlySet<string> = new Set<ParagraphStyle>(['key', 'note', 'sign']);
const TABLES: ReadonlySet<string> = new Set<TableStyle>(['sums', 'form']);

function rowOf(reader: Reader, tag: Tag): Row {
  const cells: Cell[] = [];
  for (let cell = reader.open('th', 'td'); cell; cell = reader.open('th', 'td')) {
    cells.push({
      runs: reader.runs(cell.name),
      ...(cell.name === 'th' ? { head: true as const } : {}),
      ...(cell.attributes.class === 'amount' ? { amount: true as const } : {}),
    });
  }
  reader.close('tr');
  return { cells, ...(tag.attributes.class === 'total' ? { total: true as const } : {}) };
}

function rowsOf(reader: Reader): Row[] {
  const rows: Row[] = [];
  for (let row = reader.open('tr'); row; row = reader.open('tr')) rows.push(rowOf(reader, row));
  return rows;
}

function tableOf(reader: Reader, { attributes }: Tag): Block {
  let head: Row | null = null;
  if (reader.open('thead')) {
    head = rowsOf(reader)[0] ?? null;
    reader.close('thead');
  }
  const body = reader.open('tbody');
  const rows = rowsOf(reader);
  if (body) reader.close('tbody');
  reader.close('table');
  return {
    kind: 'table',
    style: TABLES.has(attributes.class ?? '') ? (attributes.class as TableStyle) : 'facts',
    head,
    rows,
  };
}

function listOf(reader: Reader, { name }: Tag): Block {
  const items: Runs[] = [];
  while (reader.open('li')) items.push(reader.runs('li'));
  reader.close(name);
  return { kind: 'list', ordered: name === 'ol', items };
}

function paragraphOf(reader: Reader, { attributes }: Tag): Block {
  const runs = reader.runs('p');
  if (attributes.class === 'payment-code')
    return { kind: 'payment-code', payload: attributes.data ?? '', runs };
  return {
    kind: 'paragraph',
    style: PARAGRAPHS.has(attributes.class ?? '') ? (attributes.class as ParagraphStyle) : 'plain',
    runs,
  };
}

function blockOf(reader: Reader): Block {
  const tag = reader.open('h1', 'h2', 'h3', 'p', 'ul', 'ol', 'table');
  if (!tag) throw reader.unknown();
  switch (tag.name) {
    case 'p':
      return paragraphOf(reader, tag);
    case 'ul':
    case 'ol':
      return listOf(reader, tag);
    case 'table':
      return tableOf(reader, tag);
    default:
      return { kind: 'heading', level: Number(tag.name[1]) as 1 | 2 | 3, runs: reader.runs(tag.name) };
  }
}

const isEmpty = (block: Block): boolean =>
  (block.kind === 'paragraph' && block.runs.length === 0 && block.style !== 'sign') ||
  (block.kind === 'list' && block.items.length === 0) ||
  (block.kind === 'table' && block.rows.length === 0);

/** @throws UnknownMarkup */
export function blocksOf(html: string): Block[] {
  const reader = new Reader(tokensOf(html));
  const blocks: Block[] = [];
  while (!reader.atEnd()) blocks.push(blockOf(reader));
  return blocks.filter((block) => !isEmpty(block));
}
