import { type Response, Router } from 'express';
import { notSignedIn } from '../http/fault.ts';
import { jsonBody } from '../http/json-body.ts';
import { signInLimit } from '../http/rate-limits.ts';
import { read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import { contactChange, passwordChange } from '../identity/my-data/change.ts';
import type { Asker } from '../identity/my-data/held.ts';
import type { ApiServices } from './services.ts';

/** What is held on whoever asks (GDPR art. 15, 16 and 20). */
export function meRoutes(services: Pick<ApiServices, 'db' | 'identity' | 'myData' | 'limits'>): Router {
  const { identity, myData } = services;
  const router = Router();
  resource(router, '/me', {
    get: [
      signedIn(identity),
      async (_req, res) => {
        res.json(await myData.held(askerOf(res)));
      },
    ],
    patch: [
      signedIn(identity),
      ...jsonBody,
      async (req, res) => {
        const asker = askerOf(res);
        await myData.changeContacts(asker, read(contactChange, req.body));
        res.json(await myData.held(asker));
      },
    ],
  });
  resource(router, '/me/password', {
    post: [
      signInLimit(services, 'password'),
      signedIn(identity, { choosingPassword: true }),
      ...jsonBody,
      async (req, res) => {
        await myData.changePassword(askerOf(res), read(passwordChange, req.body));
        res.status(204).end();
      },
    ],
  });
  resource(router, '/me/data', {
    get: [
      signedIn(identity),
      async (_req, res) => {
        res.attachment('my-data.json').json(await myData.exported(askerOf(res), res.locals.language));
      },
    ],
  });
  return router;
}

function askerOf(res: Response): Asker {
  const { token } = res.locals;
  if (token === undefined) throw notSignedIn();
  return { caller: callerOf(res), token };
}
