import { type Request, type RequestHandler, type Response, Router } from 'express';
import { EVENT_DATA } from '../../../workflows/events.ts';
import { noSuchLetter } from '../../delivery/desk-refusals.ts';
import type { WaitingLetter } from '../../delivery/letter-desk.ts';
import { read } from '../../http/read.ts';
import { resource } from '../../http/resource.ts';
import { Refusal } from '../../law/refusal.ts';
import { isoDayOf } from '../forms/day-text.ts';
import { type Form, formOf } from '../forms/form-body.ts';
import { refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn, withRole } from '../session/guards.ts';
import { actOnPaper, oneLetterPage } from './one-letter.page.ts';
import { letterHref } from './waiting-table.ts';

const CASE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NOTICE_ID = /^[\w-]{1,100}$/;

/** One letter, and what service knows of its way: posted, signed for, come back, to be tried again. */
export function oneLetterRoutes({ services: { letterDesk }, show }: Portal): Router {
  const ofTheDesk: readonly RequestHandler[] = [signedIn, withRole('service')];

  function letterOf(req: Request, res: Response): Promise<WaitingLetter> {
    const { caseId, noticeId } = req.params;
    if (typeof caseId !== 'string' || !CASE_ID.test(caseId)) throw noSuchLetter();
    if (typeof noticeId !== 'string' || !NOTICE_ID.test(noticeId)) throw noSuchLetter();
    return letterDesk.find(callerOf(res), caseId, noticeId);
  }

  /** What the form asks for, done. */
  async function acted(form: Form, res: Response, letter: WaitingLetter): Promise<void> {
    const caller = callerOf(res);
    const { caseId, id } = letter;
    switch (form.text('act')) {
      case 'retry':
        await letterDesk.record(caller, caseId, id, { state: 'queued' });
        return goOn(res, letterHref(letter), 'letterQueued');
      case 'failed': {
        const data = { noticeId: id, reason: form.text('reason') };
        const { reason } = read(EVENT_DATA['notice.failed'], data);
        await letterDesk.recordFailure(caller, caseId, id, reason);
        return goOn(res, letterHref(letter), 'letterFailed');
      }
      default: {
        const { on } = read(EVENT_DATA['notice.dispatched'], { noticeId: id, on: isoDayOf(form.text('on')) });
        const state = actOnPaper(letter) ?? 'posted';
        await letterDesk.record(caller, caseId, id, { state, on });
        return goOn(res, '/staff/post?recorded=1');
      }
    }
  }

  const router = Router();
  resource(router, '/staff/post/letters/:caseId/:noticeId', {
    get: [
      ...ofTheDesk,
      async (req, res) =>
        show(res, 'letters/one', oneLetterPage(viewOf(res), await letterOf(req, res), null)),
    ],
    post: [
      ...ofTheDesk,
      async (req, res) => {
        const view = viewOf(res);
        const form = formOf(res);
        const letter = await letterOf(req, res);
        try {
          await acted(form, res, letter);
        } catch (error) {
          const errors = refusedForm(view, error, { shown: new Set(['on', 'reason']) });
          const status = error instanceof Refusal && error.kind === 'invalid' ? 422 : 409;
          const values = { ...form.values, on: isoDayOf(form.text('on')) || view.today.toString() };
          show(res, 'letters/one', oneLetterPage(view, letter, { values, errors }), status);
        }
      },
    ],
  });
  return router;
}
