import { Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import { contextIdOf, contextsOf } from '../identity/contexts.ts';
import type { ApiServices } from './services.ts';

export const contextChoice = z.strictObject({
  context: z.string().min(1).max(100).describe('`id` of one of the contexts; the own account’s to go back'),
});

/** In whose name somebody looks and asks (PO-05). The choice belongs to the session: every later call is made in it. */
export function contextsRoutes({ db, identity }: Pick<ApiServices, 'db' | 'identity'>): Router {
  const router = Router();
  const entry = signedIn(identity);

  async function listed(accountId: string, current: string) {
    const contexts = await contextsOf(db, accountId);
    return { items: contexts.map((one) => ({ ...one, current: one.id === current })) };
  }

  resource(router, '/contexts', {
    get: [
      entry,
      async (_req, res) => {
        const caller = callerOf(res);
        res.json(await listed(caller.accountId, contextIdOf(caller)));
      },
    ],
    post: [
      entry,
      ...jsonBody,
      async (req, res) => {
        const caller = callerOf(res);
        const { context } = read(contextChoice, req.body);
        await identity.enterContext(res.locals.token ?? '', caller, context);
        res.json(await listed(caller.accountId, context));
      },
    ],
  });
  return router;
}
