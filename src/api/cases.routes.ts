import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { applicationSchema, draftSchema } from '../../workflows/application.ts';
import type { CaseListQuery } from '../casework/requests.ts';
import { refusalToPost } from '../casework/rights.ts';
import { caseIdOf } from '../http/ids.ts';
import { jsonBody } from '../http/json-body.ts';
import { read } from '../http/read.ts';
import { caseListQuery, yesOrNo } from '../http/requests/case-list.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import { answerWithCase, onceOptions } from './conditions.ts';
import type { ApiServices } from './services.ts';

export const newCaseQuery = z.strictObject({ draft: yesOrNo.default(false) });

export function casesRoutes({ casework, identity }: Pick<ApiServices, 'casework' | 'identity'>): Router {
  const router = Router();
  const entry = signedIn(identity);

  async function openCase(req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    // Who may not even keep a draft is told so before what is wrong with the request.
    const forbidden = refusalToPost(caller, 'application.drafted');
    if (forbidden) throw forbidden;
    const { draft } = read(newCaseQuery, req.query);
    const notToFile = draft ? null : refusalToPost(caller, 'application.submitted');
    if (notToFile) throw notToFile;
    const options = onceOptions(req, res);
    const view = draft
      ? await casework.draft(caller, read(draftSchema, req.body ?? {}), options)
      : await casework.submit(caller, read(applicationSchema, req.body), options);
    res.location(`${req.baseUrl}/cases/${view.id}`);
    answerWithCase(res, 201, view);
  }

  resource(router, '/cases', {
    get: [
      entry,
      async (req, res) => {
        res.json(await casework.list(callerOf(res), listQuery(req), res.locals.language));
      },
    ],
    post: [entry, ...jsonBody, openCase],
  });
  resource(router, '/cases/:id', {
    get: [
      entry,
      async (req, res) => {
        answerWithCase(res, 200, await casework.find(callerOf(res), caseIdOf(req), res.locals.language));
      },
    ],
  });
  resource(router, '/cases/:id/history', {
    get: [
      entry,
      async (req, res) => {
        res.json({ items: await casework.history(callerOf(res), caseIdOf(req)) });
      },
    ],
  });
  resource(router, '/cases/:id/notices', {
    get: [
      entry,
      async (req, res) => {
        res.json({ items: await casework.notices(callerOf(res), caseIdOf(req)) });
      },
    ],
  });
  return router;
}

/** A filter that was left empty, as a form leaves it, is no filter. */
const filled = (query: Request['query']) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));

function listQuery(req: Request): CaseListQuery {
  const { status, awaits, overdue, q, cursor, limit } = read(caseListQuery, filled(req.query));
  return {
    limit,
    ...(status === undefined ? {} : { status }),
    ...(awaits === undefined ? {} : { awaits }),
    ...(overdue === undefined ? {} : { overdue }),
    ...(q === undefined ? {} : { q }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}
