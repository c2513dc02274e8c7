import type { Block, Cell, Row, Run, Runs } from './blocks.ts';
import { headFacts } from './heading.ts';
import type { WrittenLetter } from './letter.ts';
import { type MailWords, mailWordsOf } from './mail-words.ts';
import { paymentPicture } from './payment-picture.ts';

/** The blocks as HTML: for the portal with classes, for e-mail with the styles written on each element. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]!);

/** How elements look, by their role. */
type Look = Readonly<Record<string, string>>;

const FONT = "font-family:'Source Sans 3','Source Sans Pro','Segoe UI',Arial,sans-serif";
const CELL =
  'padding:4px 12px 4px 0;vertical-align:top;border-bottom:1px solid #d5d9dd;overflow-wrap:anywhere';

const IN_MAIL: Look = {
  h1: 'font-size:22px;line-height:1.25;margin:24px 0 12px;color:#16323f',
  h2: 'font-size:16px;margin:22px 0 6px;color:#16323f',
  h3: 'font-size:15px;margin:16px 0 4px;color:#16323f',
  p: 'margin:0 0 10px;overflow-wrap:anywhere',
  'p.key':
    'margin:12px 0;padding:10px 14px;border-left:4px solid #0b6e8f;background:#eef5f8;overflow-wrap:anywhere',
  'p.note': 'margin:10px 0;font-size:13px;color:#4a5560;overflow-wrap:anywhere',
  'p.sign': 'margin:0 0 6px',
  ul: 'margin:0 0 10px;padding-left:22px',
  ol: 'margin:0 0 10px;padding-left:22px',
  li: 'margin:0 0 6px;overflow-wrap:anywhere',
  table: 'border-collapse:collapse;width:100%;margin:6px 0 14px',
  th: `${CELL};text-align:left;font-weight:600;color:#26333d`,
  td: CELL,
  'th.amount': `${CELL};text-align:right;font-weight:600;white-space:nowrap`,
  'td.amount': `${CELL};text-align:right;white-space:nowrap`,
  'td.blank': `${CELL};height:28px;border-bottom:1px solid #5b6670`,
  a: 'color:#0b5d7a',
};

const IN_PORTAL: Look = {};

class Writer {
  readonly #look: Look;
  readonly #pictures: boolean;

  constructor(look: Look, pictures: boolean) {
    this.#look = look;
    this.#pictures = pictures;
  }

  blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return this.element(`h${block.level}`, null, this.#runs(block.runs));
      case 'paragraph':
        return this.element('p', block.style === 'plain' ? null : block.style, this.#runs(block.runs));
      case 'list':
        return this.element(
          block.ordered ? 'ol' : 'ul',
          null,
          block.items.map((item) => this.element('li', null, this.#runs(item))).join(''),
        );
      case 'table':
        return this.#table(block.style, block.head, block.rows);
      case 'payment-code':
        return this.#paymentCode(block.payload, block.runs);
    }
  }

  element(tag: string, role: string | null, content: string, attributes = ''): string {
    const style = (role && this.#look[`${tag}.${role}`]) || this.#look[tag];
    const shown = style === undefined ? (role ? ` class="${role}"` : '') : ` style="${escaped(style)}"`;
    return `<${tag}${attributes}${shown}>${content}</${tag}>`;
  }

  #runs(runs: Runs): string {
    return runs.map((run) => this.#run(run)).join('');
  }

  #run({ text, strong, href }: Run): string {
    const shown = strong ? `<strong>${escaped(text)}</strong>` : escaped(text);
    return href ? this.element('a', null, shown, ` href="${escaped(href)}"`) : shown;
  }

  #table(style: string, head: Row | null, rows: readonly Row[]): string {
    const shownHead = head ? `<thead>${this.#row(head, 'col', style)}</thead>` : '';
    const shownRows = rows.map((row) => this.#row(row, 'row', style)).join('');
    return this.element('table', style, `${shownHead}<tbody>${shownRows}</tbody>`);
  }

  #row(row: Row, scope: 'col' | 'row', style: string): string {
    const cells = row.cells.map((cell) => this.#cell(cell, row, scope, style)).join('');
    return `<tr${row.total && this.#look === IN_PORTAL ? ' class="total"' : ''}>${cells}</tr>`;
  }

  #cell(cell: Cell, row: Row, scope: string, style: string): string {
    const isBlank = style === 'form' && !cell.head && cell.runs.length === 0;
    const shown = this.#runs(cell.runs);
    return this.element(
      cell.head ? 'th' : 'td',
      cell.amount ? 'amount' : isBlank ? 'blank' : null,
      row.total ? `<strong>${shown}</strong>` : shown,
      cell.head ? ` scope="${scope}"` : '',
    );
  }

  /** Mail programs do not show pictures of their own accord: there the caption says that the code is in the PDF. */
  #paymentCode(payload: string, runs: Runs): string {
    const caption = this.element('p', 'note', this.#runs(runs));
    if (!this.#pictures) return caption;
    return `<figure class="payment-code">${paymentPicture(payload)}<figcaption>${this.#runs(runs)}</figcaption></figure>`;
  }
}

const factsTable = (writer: Writer, facts: readonly (readonly [name: string, value: string])[]): string =>
  writer.element(
    'table',
    'facts',
    `<tbody>${facts
      .map(
        ([name, value]) =>
          `<tr>${writer.element('th', null, escaped(name), ' scope="row"')}${writer.element('td', null, escaped(value))}</tr>`,
      )
      .join('')}</tbody>`,
  );

/** For a page of the portal: the letter and its enclosures, without a frame. */
export function portalHtml(letter: WrittenLetter): string {
  const writer = new Writer(IN_PORTAL, true);
  const sheets = letter.sheets.map(
    ({ blocks }) => `<section class="sheet">${writer.blocks(blocks)}</section>`,
  );
  return `<article class="letter" lang="${letter.language}"><header>${factsTable(writer, headFacts(letter.head))}</header>${sheets.join('\n')}</article>`;
}

/** For a mail program: a whole page that needs nothing from outside. */
export function mailPage({ language, title, sender, facts, sheets, foot }: MailWords): string {
  const writer = new Writer(IN_MAIL, false);
  const shown = sheets
    .map((blocks) => writer.blocks(blocks))
    .join('\n<hr style="margin:32px 0;border:0;border-top:2px solid #16323f">\n');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:16px;background:#fff;color:#1b242b;font-size:15px;line-height:1.45;${FONT}">
<div style="max-width:680px;margin:0 auto">
<p style="margin:0 0 12px;font-size:17px;font-weight:600">${escaped(sender)}</p>
${factsTable(writer, facts)}
${shown}
<p style="margin:24px 0 0;padding-top:8px;border-top:1px solid #d5d9dd;font-size:12px;color:#4a5560">${escaped(foot)}</p>
</div>
</body>
</html>
`;
}

export const mailHtml = (letter: WrittenLetter): string => mailPage(mailWordsOf(letter));
