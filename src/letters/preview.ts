import type { NoticeId } from '../../workflows/notices.ts';
import type { Language } from '../law/words.ts';
import { portalHtml } from './html.ts';
import { writeLetter } from './letter.ts';
import { letterPdf } from './pdf.ts';
import { sampleLetters } from './samples/index.ts';

/** Letters with sample data, for staff to look at. */

export interface PreviewedLetter {
  readonly notice: NoticeId;
  /** Which form of the letter it is: `by-payment`, `by-signatures`. */
  readonly shows: string;
  readonly title: string;
}

export const previews = (language: Language): PreviewedLetter[] =>
  sampleLetters(language).map(({ notice, shows, model }) => ({
    notice,
    shows,
    title: writeLetter(model).title,
  }));

/** null: there is no such sample. */
export function preview(
  language: Language,
  notice: string,
  shows: string,
): { readonly title: string; readonly html: string; readonly pdf: () => Uint8Array } | null {
  const sample = sampleLetters(language).find((one) => one.notice === notice && one.shows === shows);
  if (!sample) return null;
  const letter = writeLetter(sample.model);
  return { title: letter.title, html: portalHtml(letter), pdf: () => letterPdf(letter) };
}
