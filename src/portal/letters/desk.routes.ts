import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { LetterNamed, RecordedTogether } from '../../delivery/letter-desk.ts';
import { answerWithFile } from '../../http/answer-with-file.ts';
import { read } from '../../http/read.ts';
import { lettersRecorded } from '../../http/requests/letters-recorded.ts';
import { resource } from '../../http/resource.ts';
import { isoDayOf } from '../forms/day-text.ts';
import { type Form, formOf, queryForm } from '../forms/form-body.ts';
import { formErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { type View, viewOf } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn, withRole } from '../session/guards.ts';
import { deskPage, failedPage, namedBy, postedPage, type Returned, type Told } from './desk.page.ts';

/** The letter desk: the print queue, what has been posted, and what could not be sent. */
export function deskRoutes({ services: { letterDesk }, show }: Portal): Router {
  const ofTheDesk: readonly RequestHandler[] = [signedIn, withRole('service')];

  async function waitingFor(res: Response) {
    const caller = callerOf(res);
    const [toPost, toSign] = await Promise.all([
      letterDesk.waiting(caller, 'to-post'),
      letterDesk.waiting(caller, 'to-sign'),
    ]);
    return { toPost, toSign };
  }

  async function showDesk(res: Response, told: Told | null, returned: Returned | null, status = 200) {
    show(res, 'letters/desk', deskPage(viewOf(res), await waitingFor(res), told, returned), status);
  }

  /** The queue as it stood when the page was made: what was written since has not been printed. */
  async function wholeQueue(res: Response, act: 'posted' | 'signed', upTo: string): Promise<string[]> {
    const letters = await letterDesk.waiting(callerOf(res), act === 'posted' ? 'to-post' : 'to-sign');
    return letters.filter(({ sentAt }) => sentAt !== null && isUpTo(sentAt, upTo)).map(namedBy);
  }

  async function record(_req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const form = formOf(res);
    const act = form.text('act') === 'signed' ? 'signed' : 'posted';
    const chosen = form.isTicked('whole')
      ? await wholeQueue(res, act, form.text('upTo'))
      : form.all('letter');
    const returned: Returned = { act, letters: chosen, on: isoDayOf(form.text(`${act}On`)), errors: null };
    if (chosen.length === 0) {
      const errors = formErrors(view, [{ field: 'letter', text: view.t('letters.post.chooseLetters') }], {
        shown: new Set(),
      });
      return showDesk(res, null, { ...returned, errors }, 422);
    }
    let done: RecordedTogether;
    try {
      const { letters, ...recorded } = read(lettersRecorded, {
        state: act,
        on: returned.on,
        letters: chosen.map(letterNamed),
      });
      done = await letterDesk.recordTogether(callerOf(res), letters, recorded);
    } catch (error) {
      const errors = refusedForm(view, error, { fields: { on: `${act}On` }, shown: new Set([`${act}On`]) });
      return showDesk(res, null, { ...returned, errors }, 422);
    }
    if (done.refused.length === 0) return goOn(res, `/staff/post?recorded=${done.recorded.length}`);
    const told = { recorded: done.recorded.length, refused: await refusalsOf(view, res, done) };
    return showDesk(res, told, returned, 409);
  }

  async function refusalsOf(view: View, res: Response, { refused }: RecordedTogether): Promise<string[]> {
    const { toPost, toSign } = await waitingFor(res);
    const known = new Map([...toPost, ...toSign].map((one) => [one.id, one]));
    return refused.map(({ noticeId, refusal }) => {
      const letter = known.get(noticeId);
      const reason = refusal.detail[view.language];
      return letter
        ? view.t('letters.post.refusedOne', {
            letter: `${nameOf(view.names, 'notice', letter.notice)}, ${letter.caseNumber}`,
            reason,
          })
        : reason;
    });
  }

  const router = Router();
  resource(router, '/staff/post', {
    get: [...ofTheDesk, async (req, res) => showDesk(res, recordedBefore(queryForm(req)), null)],
    post: [...ofTheDesk, record],
  });
  resource(router, '/staff/post/print-run', {
    post: [
      ...ofTheDesk,
      async (_req, res) => {
        const { name, bytes } = await letterDesk.printRun(callerOf(res));
        answerWithFile(res, { name, contentType: 'application/pdf', bytes });
      },
    ],
  });
  resource(router, '/staff/post/posted', {
    get: [
      ...ofTheDesk,
      async (_req, res) => {
        const letters = await letterDesk.left(callerOf(res), 'posted');
        show(res, 'letters/list', postedPage(viewOf(res), letters));
      },
    ],
  });
  resource(router, '/staff/letters/failed', {
    get: [
      ...ofTheDesk,
      async (_req, res) => {
        const caller = callerOf(res);
        const [dead, notSent, cameBack] = await Promise.all([
          letterDesk.waiting(caller, 'dead'),
          letterDesk.waiting(caller, 'not-sent'),
          letterDesk.left(caller, 'failed'),
        ]);
        show(res, 'letters/list', failedPage(viewOf(res), { dead, notSent, cameBack }));
      },
    ],
  });
  return router;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]{8,}Z$/;

const isUpTo = (at: string, upTo: string): boolean =>
  INSTANT.test(upTo) && Temporal.Instant.compare(at, upTo) <= 0;

function letterNamed(value: string): LetterNamed {
  const [caseId = '', noticeId = ''] = value.split('/');
  return { caseId, noticeId };
}

function recordedBefore(form: Form): Told | null {
  const count = Number.parseInt(form.text('recorded'), 10);
  return count > 0 && count <= 500 ? { recorded: count, refused: [] } : null;
}
