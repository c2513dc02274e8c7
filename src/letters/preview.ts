import type { NoticeId } from '../../workflows/notices.ts';
import type { Language } from '../law/words.ts';
import { portalHtml } from './html.ts';
import { type WrittenLetter, writeLetter } from './letter.ts';
import { letterPdf } from './pdf.ts';
import { sampleLetters } from './samples/index.ts';
import { mailText } from './text.ts';

/** Letters with sample data, for staff to look at. */

export interface PreviewedLetter {
  readonly notice: NoticeId;
  /** Which form of the letter it is: `by-payment`, `by-signatures`. */
  readonly shows: string;
  readonly title: string;
}

interface Written {
  readonly shown: PreviewedLetter;
  readonly letter: WrittenLetter;
}

const written = new Map<Language, readonly Written[]>();

/** Samples never change: they are written once. */
function samplesIn(language: Language): readonly Written[] {
  const known = written.get(language);
  if (known) return known;
  const all = sampleLetters(language).map(({ notice, shows, model }): Written => {
    const letter = writeLetter(model);
    return { shown: { notice, shows, title: letter.title }, letter };
  });
  written.set(language, all);
  return all;
}

export const previews = (language: Language): PreviewedLetter[] =>
  samplesIn(language).map(({ shown }) => shown);

/** A letter in the forms in which it reaches people. */
export interface Preview {
  readonly title: string;
  readonly html: string;
  readonly text: string;
  readonly pdf: () => Uint8Array;
}

/** null: there is no such sample. */
export function preview(language: Language, notice: string, shows: string): Preview | null {
  const found = samplesIn(language).find(({ shown }) => shown.notice === notice && shown.shows === shows);
  if (!found) return null;
  const { letter, shown } = found;
  return {
    title: shown.title,
    html: portalHtml(letter),
    text: mailText(letter),
    pdf: () => letterPdf(letter),
  };
}
