import type { NoticeId } from '../../workflows/notices.ts';
import { checkedModel } from '../letters/compose.ts';
import { mailHtml } from '../letters/html.ts';
import { writeLetter } from '../letters/letter.ts';
import { letterPdf } from '../letters/pdf.ts';
import { mailText } from '../letters/text.ts';
import type { RenderLetter } from './rendering.ts';

/** The letters of the house: one source of words, from which e-mail and PDF are made. */
export const pressLetter: RenderLetter = async ({ notice, model, caseNumber }) => {
  const written = writeLetter(checkedModel(notice as NoticeId, model));
  return {
    subject: `${written.title} (${caseNumber})`,
    html: mailHtml(written),
    text: mailText(written),
    fileName: `${caseNumber}-${notice}.pdf`,
    pdf: async () => letterPdf(written),
  };
};
