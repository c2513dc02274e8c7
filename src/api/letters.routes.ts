import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { isoDay } from '../../workflows/data.ts';
import { noSuchLetter } from '../delivery/desk-refusals.ts';
import { WAITING_STATES } from '../delivery/letter-desk.ts';
import { answerWithFile } from '../http/answer-with-file.ts';
import { caseIdOf } from '../http/ids.ts';
import { jsonBody } from '../http/json-body.ts';
import { read, readAfter } from '../http/read.ts';
import { lettersRecorded, NOTICE_ID } from '../http/requests/letters-recorded.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn, withRole } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

export const letterAct = z.discriminatedUnion('state', [
  z.strictObject({ state: z.enum(['posted', 'signed']), on: isoDay.describe('Not in the future') }),
  z.strictObject({ state: z.literal('queued').describe('Try once more what could not be sent') }),
]);

export const waitingQuery = z.strictObject({ state: z.enum(WAITING_STATES).default('to-post') });

function noticeIdOf({ params }: Request): string {
  const { noticeId } = params;
  if (typeof noticeId !== 'string' || !NOTICE_ID.test(noticeId)) throw noSuchLetter();
  return noticeId;
}

type Parts = Pick<ApiServices, 'casework' | 'identity' | 'letterDesk'>;

/** What service does with letters that go by post or by hand, or that could not be sent (II.16.4). */
export function lettersRoutes({ casework, identity, letterDesk }: Parts): Router {
  const router = Router();
  const entry = [signedIn(identity), withRole('service')];

  async function record(req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    const caseId = caseIdOf(req);
    const noticeId = noticeIdOf(req);
    const authorise = () => casework.authorise(caller, caseId, { type: 'notice.dispatched', data: {} });
    await authorise();
    const act = await readAfter(authorise, () => read(letterAct, req.body));
    res.json(await letterDesk.record(caller, caseId, noticeId, act));
  }

  resource(router, '/letters', {
    get: [
      ...entry,
      async (req, res) => {
        const { state } = read(waitingQuery, req.query);
        res.json({ items: await letterDesk.waiting(callerOf(res), state) });
      },
    ],
  });
  resource(router, '/letters/print-runs', {
    post: [
      ...entry,
      async (_req, res) => {
        const { name, bytes, letters } = await letterDesk.printRun(callerOf(res));
        res.set('X-Letters', String(letters));
        answerWithFile(res, { name, contentType: 'application/pdf', bytes });
      },
    ],
  });
  resource(router, '/letters/records', {
    post: [
      ...entry,
      ...jsonBody,
      async (req, res) => {
        const { letters, ...act } = read(lettersRecorded, req.body);
        const { recorded, refused } = await letterDesk.recordTogether(callerOf(res), letters, act);
        res.json({
          recorded,
          refused: refused.map(({ refusal, ...named }) => ({
            ...named,
            code: refusal.code,
            detail: refusal.detail[res.locals.language],
          })),
        });
      },
    ],
  });
  resource(router, '/cases/:id/notices/:noticeId', {
    post: [signedIn(identity), ...jsonBody, record],
  });
  return router;
}
