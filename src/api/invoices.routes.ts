import { Router } from 'express';
import { caseIdOf } from './ids.ts';
import { resource } from './resource.ts';
import type { ApiServices } from './services.ts';
import { callerOf, signedIn } from './signed-in.ts';

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
