import { Router } from 'express';
import { remindersRequest } from '../delivery/reminders/request.ts';
import { caseIdOf } from '../http/ids.ts';
import { jsonBody } from '../http/json-body.ts';
import { read, readAfter } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

type Parts = Pick<ApiServices, 'identity' | 'reminderDesk'>;

/** Reminders of a case, for the customer and whoever acts for it (PO-09). */
export function remindersRoutes({ identity, reminderDesk }: Parts): Router {
  const router = Router();
  resource(router, '/cases/:id/reminders', {
    get: [
      signedIn(identity),
      async (req, res) => {
        res.json(await reminderDesk.find(callerOf(res), caseIdOf(req), res.locals.language));
      },
    ],
    put: [
      signedIn(identity),
      ...jsonBody,
      async (req, res) => {
        const caller = callerOf(res);
        const id = caseIdOf(req);
        const wanted = await readAfter(
          () => reminderDesk.authorise(caller, id),
          () => read(remindersRequest, req.body),
        );
        const language = wanted.language ?? res.locals.language;
        res.json(await reminderDesk.set(caller, id, { ...wanted, language }));
      },
    ],
  });
  return router;
}
