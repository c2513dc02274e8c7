import { type Request, type RequestHandler, Router } from 'express';
import { answerWithFile } from '../../http/answer-with-file.ts';
import { noSuchPage } from '../../http/fault.ts';
import { resource } from '../../http/resource.ts';
import type { Language } from '../../law/words.ts';
import { type Preview, type PreviewedLetter, preview, previews } from '../../letters/preview.ts';
import { queryForm } from '../forms/form-body.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { signedIn, withRole } from '../session/guards.ts';
import { samplePage, samplesPage } from './samples.page.ts';

const STAFF: readonly RequestHandler[] = [
  signedIn,
  withRole('service', 'engineer', 'finance', 'privacy', 'admin'),
];

/** Every kind of letter with sample data, for staff to look at. */
export function samplesRoutes({ show }: Portal): Router {
  const router = Router();
  resource(router, '/staff/letters', {
    get: [
      ...STAFF,
      (req, res) => {
        const view = viewOf(res);
        show(res, 'letters/samples', samplesPage(view, languageIn(req, view)));
      },
    ],
  });
  resource(router, '/staff/letters/samples/:notice/:shows', {
    get: [
      ...STAFF,
      (req, res) => {
        const view = viewOf(res);
        const { shown, letter, language } = sampleOf(req, view);
        show(res, 'letters/sample', samplePage(view, shown, letter, language));
      },
    ],
  });
  resource(router, '/staff/letters/samples/:notice/:shows/pdf', {
    get: [
      ...STAFF,
      (req, res) => {
        const { shown, letter } = sampleOf(req, viewOf(res));
        answerWithFile(res, {
          name: `${shown.notice}.pdf`,
          contentType: 'application/pdf',
          bytes: letter.pdf(),
        });
      },
    ],
  });
  return router;
}

function languageIn(req: Request, { language }: View): Language {
  const asked = queryForm(req).text('in');
  return asked === 'lv' || asked === 'en' ? asked : language;
}

function sampleOf(
  req: Request,
  view: View,
): { readonly shown: PreviewedLetter; readonly letter: Preview; readonly language: Language } {
  const language = languageIn(req, view);
  const { notice, shows } = req.params;
  const shown = previews(language).find((one) => one.notice === notice && one.shows === shows);
  const letter = shown && preview(language, shown.notice, shown.shows);
  if (!shown || !letter) throw noSuchPage();
  return { shown, letter, language };
}
