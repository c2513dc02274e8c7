import { type Request, Router } from 'express';
import { EVENT_DATA } from '../../../workflows/events.ts';
import { answerWithFile } from '../../http/answer-with-file.ts';
import { caseIdOf, documentIdOf } from '../../http/ids.ts';
import { resource } from '../../http/resource.ts';
import { type Notice, notice } from '../components/notice.ts';
import { queryForm } from '../forms/form-body.ts';
import { type View, viewOf } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn } from '../session/guards.ts';
import { casePage } from './case.page.ts';

/** One case, and its documents. */
export function caseRoutes({ services: { casework, lawReading }, show }: Portal): Router {
  const router = Router();
  resource(router, '/cases/:id', {
    get: [
      signedIn,
      async (req, res) => {
        const view = viewOf(res);
        const caller = callerOf(res);
        const id = caseIdOf(req);
        const whole = await casework.whole(caller, id, view.language);
        const { termsVersion } = whole.found;
        const hasTermsText = termsVersion !== null && (await lawReading.hasText(termsVersion));
        show(
          res,
          'cases/case',
          casePage(view, {
            ...whole,
            hasTermsText,
            caller,
            told: toldBy(view, req),
          }),
        );
      },
    ],
  });
  resource(router, '/documents/:id', {
    get: [
      signedIn,
      async (req, res) => {
        answerWithFile(res, await casework.document(callerOf(res), documentIdOf(req)));
      },
    ],
  });
  return router;
}

/** After an act: `?acted=offer.objected`, or `?waits=…` where a second person decides. Only words of ours are shown. */
function toldBy({ t, names }: View, req: Request): Notice | null {
  const form = queryForm(req);
  const known = (type: string): boolean => Object.hasOwn(EVENT_DATA, type);
  const acted = form.text('acted');
  if (known(acted)) return notice('good', t('cases.one.acted', { act: nameOf(names, 'act', acted) }));
  const waits = form.text('waits');
  if (known(waits)) return notice('info', t('cases.one.waits', { act: nameOf(names, 'act', waits) }));
  return null;
}
