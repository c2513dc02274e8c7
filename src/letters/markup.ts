import type { Block, Cell, ParagraphStyle, Row, Run, Runs, TableStyle } from './blocks.ts';

/** Reads the small HTML that the templates yield: h1–h3, p, ul, ol, li, table, thead, tbody, tr, th, td, a, strong.
 *  Anything else is a mistake in a template and an error; what people wrote arrives escaped and is text. */

export class UnknownMarkup extends Error {
  constructor(found: string) {
    super(`A letter is written with h1–h3, p, ul, ol, li, table, tr, th, td, a and strong; found ${found}.`);
    this.name = 'UnknownMarkup';
  }
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

type Token = Tag | string;

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*>|([^<]+)/gy;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

function tokensOf(html: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < html.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(html);
    if (!match) throw new UnknownMarkup(JSON.stringify(html.slice(from, from + 20)));
    const [, slash, name, attributes = '', text] = match;
    if (text !== undefined) tokens.push(decoded(text));
    else tokens.push({ name: name!, closes: slash === '/', attributes: Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, key, value]) => [key!, decoded(value!)])) });
  }
  return tokens;
}

/** Walks the tokens once; each method takes what it reads. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  #skipSpace(): void {
    while (typeof this.#tokens[this.#at] === 'string' && (this.#tokens[this.#at] as string).trim() === '') this.#at += 1;
  }

  /** The next opening tag of one of these names, or null. */
  open(...names: string[]): Tag | null {
    this.#skipSpace();
    const token = this.#tokens[this.#at];
    if (typeof token !== 'object' || token.closes || !names.includes(token.name)) return null;
    this.#at += 1;
    return token;
  }

  close(name: string): void {
    this.#skipSpace();
    const token = this.#tokens[this.#at];
    if (typeof token !== 'object' || !token.closes || token.name !== name) throw new UnknownMarkup(this.#found(`where </${name}> was expected`));
    this.#at += 1;
  }

  atEnd(): boolean {
    this.#skipSpace();
    return this.#at >= this.#tokens.length;
  }

  unknown(): UnknownMarkup {
    return new UnknownMarkup(this.#found(''));
  }

  /** Text with strong and a, up to the closing tag. */
  runs(until: string): Runs {
    const runs: Run[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined) throw new UnknownMarkup(`no </${until}>`);
      this.#at += 1;
      if (typeof token === 'string') runs.push({ text: token.replace(/[ \t\n]+/g, ' ') });
      else if (token.closes && token.name === until) return trimmed(runs);
      else if (!token.closes && token.name === 'strong') runs.push(...this.runs('strong').map((run) => ({ ...run, strong: true as const })));
      else if (!token.closes && token.name === 'a') runs.push(...linked(this.runs('a'), token.attributes.href));
      else throw new UnknownMarkup(`<${token.closes ? '/' : ''}${token.name}> inside <${until}>`);
    }
  }

  #found(where: string): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) return `the end ${where}`;
    return `${typeof token === 'string' ? 'loose text' : `<${token.closes ? '/' : ''}${token.name}>`} ${where}`.trim();
  }
}

/** Addresses that a letter may lead to: pages and mailboxes, never a script. */
const MAY_LINK = /^(https?:\/\/|mailto:)/i;

function linked(runs: Runs, href: string | undefined): Run[] {
  if (!href || !MAY_LINK.test(href)) throw new UnknownMarkup('a link to nowhere');
  return runs.map((run) => ({ ...run, href }));
}

/** No space at either end, and none twice where two runs meet. */
function trimmed(runs: readonly Run[]): Runs {
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
  return { kind: 'table', style: TABLES.has(attributes.class ?? '') ? (attributes.class as TableStyle) : 'facts', head, rows };
}

function listOf(reader: Reader, { name }: Tag): Block {
  const items: Runs[] = [];
  while (reader.open('li')) items.push(reader.runs('li'));
  reader.close(name);
  return { kind: 'list', ordered: name === 'ol', items };
}

function paragraphOf(reader: Reader, { attributes }: Tag): Block {
  const runs = reader.runs('p');
  if (attributes.class === 'payment-code') return { kind: 'payment-code', payload: attributes.data ?? '', runs };
  return { kind: 'paragraph', style: PARAGRAPHS.has(attributes.class ?? '') ? (attributes.class as ParagraphStyle) : 'plain', runs };
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
