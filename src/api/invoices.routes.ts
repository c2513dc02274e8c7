import { Router } from 'express';
import { caseIdOf } from '../http/ids.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

export function invoicesRoutes({ invoices, identity }: Pick<ApiServices, 'invoices' | 'identity'>): Router {
  const router = Router();
  resource(router, '/cases/:id/invoices', {
    get: [
      signedIn(identity),
      async (req, res) => {
        res.json(await invoices.ofCase(callerOf(res), caseIdOf(req)));
      },
    ],
  });
  return router;
}
