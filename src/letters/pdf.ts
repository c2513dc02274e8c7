import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Language } from '../law/words.ts';
import type { Block, Row, Runs } from './blocks.ts';
import { FONTS, printable } from './glyphs.ts';
import { headFacts } from './heading.ts';
import type { WrittenLetter } from './letter.ts';
import { paymentPicture } from './payment-picture.ts';

/** The blocks set as PDF/A-2a: tagged, with embedded fonts, byte for byte the same for the same letter. */

const FOLDER = join(import.meta.dirname, '../../templates/letters');
const LAYOUT = readFileSync(join(FOLDER, 'layout.typ'), 'utf8');

const PAGE_WORDS: Readonly<Record<Language, string>> = {
  lv: '{page}. lapa no {pages}',
  en: 'Page {page} of {pages}',
};
const CASE: Readonly<Record<Language, string>> = { lv: 'Lieta', en: 'Case' };
const REGISTERED: Readonly<Record<Language, string>> = { lv: 'Reģ. Nr.', en: 'Reg. no.' };
const PICTURE: Readonly<Record<Language, string>> = {
  lv: 'Maksājuma kods bankas lietotnei',
  en: 'Payment code for a bank’s app',
};

const runsFor = (runs: Runs) => runs.map((run) => ({ ...run, text: printable(run.text) }));
const rowFor = (row: Row) => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, runs: runsFor(cell.runs) })),
});

function blockFor(block: Block, language: Language): object {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: runsFor(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(runsFor) };
    case 'table':
      return { ...block, head: block.head && rowFor(block.head), rows: block.rows.map(rowFor) };
    case 'payment-code':
      return {
        kind: block.kind,
        svg: paymentPicture(block.payload),
        alt: PICTURE[language],
        runs: runsFor(block.runs),
      };
  }
}

/** No more than the window shows: name and address in six lines. */
const LINES_IN_WINDOW = 6;

function letterFor({ head, language, sheets }: WrittenLetter): object {
  const { operator, to } = head;
  const [, ...facts] = headFacts(head);
  return {
    operator: { name: printable(operator.name) },
    operatorLine: printable(`${REGISTERED[language]} ${operator.registrationNumber}`),
    contacts: [
      operator.address,
      operator.phone,
      operator.email,
      operator.site.replace(/^https?:\/\//, ''),
    ].map(printable),
    sender: printable(`${operator.name} · ${operator.address}`),
    address: [to.name, ...to.lines].slice(0, LINES_IN_WINDOW).map(printable),
    facts: facts.map(([name, value]) => [name, printable(value)]),
    caseLine: printable(`${CASE[language]} ${head.caseNumber}`),
    footer: printable(
      `${operator.name} · ${REGISTERED[language]} ${operator.registrationNumber} · ${operator.address} · ${operator.phone}`,
    ),
    pageWords: PAGE_WORDS[language],
    folds: head.channel === 'post',
    sheets: sheets.map(({ blocks }) => ({ blocks: blocks.map((block) => blockFor(block, language)) })),
  };
}

let compiler: NodeCompiler | undefined;

const typesetter = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: [...FONTS] }] });
  return compiler;
};

export interface Typeset {
  readonly title: string;
  readonly letters: readonly WrittenLetter[];
}

function argumentsFor({ title, letters }: Typeset) {
  const first = letters[0];
  if (!first) throw new Error('There is no letter to set.');
  const data = {
    title: printable(title),
    author: printable(first.head.operator.name),
    lang: first.language,
    date: first.head.date.split('-').map(Number),
    letters: letters.map(letterFor),
  };
  return { mainFileContent: LAYOUT, inputs: { data: JSON.stringify(data) } };
}

/** Compiled results are kept for a while; that many letters later they are let go. */
const FORGET_AFTER = 20;
let set = 0;

/** Sets letters one after the other, each from its own page 1.
 *  @throws where the typesetter refuses */
function typesetPdf(asked: Typeset): Uint8Array {
  const pdf = typesetter().pdf(argumentsFor(asked), { pdfStandard: 'a-2a' });
  set += 1;
  if (set % FORGET_AFTER === 0) typesetter().evictCache(FORGET_AFTER);
  return pdf;
}

export const letterPdf = (letter: WrittenLetter): Uint8Array =>
  typesetPdf({ title: letter.title, letters: [letter] });

/** The same pages as a picture, for a contact sheet. */
export const letterSvg = (letter: WrittenLetter): string =>
  typesetter().plainSvg(argumentsFor({ title: letter.title, letters: [letter] }));
