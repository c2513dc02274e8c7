import type { Language } from '../law/words.ts';
import type { Block } from './blocks.ts';
import { headFacts, senderLine } from './heading.ts';
import type { WrittenLetter } from './letter.ts';

/** What an e-mail says, before it is made into HTML and plain text. */
export interface MailWords {
  readonly language: Language;
  readonly title: string;
  readonly sender: string;
  /** What stands above the words: to whom, when, in which case. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** The words themselves, and what is enclosed, each on a sheet. */
  readonly sheets: readonly (readonly Block[])[];
  /** Who writes, below a line. */
  readonly foot: string;
}

export const mailWordsOf = ({ head, language, title, sheets }: WrittenLetter): MailWords => ({
  language,
  title,
  sender: head.operator.name,
  facts: headFacts(head),
  sheets: sheets.map(({ blocks }) => blocks),
  foot: senderLine(head),
});
