import type { DocumentRow, NoticeRow } from '../../db/rows.ts';
import type { Operator } from '../law/operator.ts';
import type { Language } from '../law/words.ts';

/** What delivery asks of whoever puts letters into words and onto paper. */

interface LetterToRender {
  readonly notice: string;
  readonly language: Language;
  /** The facts that were stored with the event; the letter is made of these alone. */
  readonly model: unknown;
  readonly caseNumber: string;
  readonly sentOn: string;
  readonly recipient: string;
  readonly channel: string;
}

export interface RenderedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** An e-mail address that gets a copy of a letter which counts elsewhere. */
  readonly copyTo?: string | null;
  /** Name of the PDF. */
  readonly fileName: string;
  /** Sets the PDF; it is not asked for where the document stands already. */
  readonly pdf: () => Promise<Uint8Array>;
}

export type RenderLetter = (letter: LetterToRender, operator: Operator) => Promise<RenderedLetter>;

/** A letter in words, with its one document. */
export interface ReadyLetter {
  readonly words: Pick<RenderedLetter, 'subject' | 'html' | 'text'>;
  readonly copyTo: string | null;
  readonly document: DocumentRow;
}

export interface Documents {
  /** The document of a letter: made and stored now, unless it stands already. */
  documentOf(letter: NoticeRow): Promise<DocumentRow>;
  /** The document and the words of an e-mail around it. */
  ready(letter: NoticeRow): Promise<ReadyLetter>;
}
