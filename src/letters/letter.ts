import type { Language } from '../law/words.ts';
import { type Block, plain } from './blocks.ts';
import type { LetterModel } from './compose.ts';
import { blocksOf } from './markup.ts';
import { rendered } from './templates.ts';

/** One sheet of a letter: the letter itself, or a document enclosed with it. */
interface Sheet {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A letter put into words: its head, and its sheets of which the first is the letter. */
export interface WrittenLetter {
  readonly head: LetterModel['head'];
  readonly language: Language;
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

function sheetOf(template: string, language: Language, context: object): Sheet {
  const blocks = blocksOf(rendered(template, language, context));
  const [first] = blocks;
  if (first?.kind !== 'heading' || first.level !== 1)
    throw new Error(`The template ${template} (${language}) begins with its title, an h1.`);
  return { title: plain(first.runs), blocks };
}

/** Puts the facts of a model into the words of its language. */
export function writeLetter({ head, letter, enclosures }: LetterModel): WrittenLetter {
  const { language, notice } = head;
  const first = sheetOf(notice, language, {
    ...letter,
    head,
    enclosed: enclosures.map(({ document }) => document),
  });
  const others = enclosures.map(({ document, fields }) => sheetOf(document, language, { ...fields, head }));
  return { head, language, title: first.title, sheets: [first, ...others] };
}
