import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { historyPage } from './history.page.ts';
import { EVIDENCE } from './sections.ts';

/** What stands for the whole history now, to be kept elsewhere. */
export function historyRoutes({ services: { evidenceDesk }, show }: Portal): Router {
  const router = Router();
  resource(router, '/admin/history', {
    get: [
      withRole(...EVIDENCE),
      async (_req, res) => {
        const head = await evidenceDesk.head(callerOf(res));
        show(res, 'administration/history', historyPage(viewOf(res), head));
      },
    ],
  });
  resource(router, '/admin/history/head', {
    get: [
      withRole(...EVIDENCE),
      async (_req, res) => {
        const head = await evidenceDesk.head(callerOf(res));
        res
          .attachment(`history-head-${head.events}.json`)
          .type('json')
          .send(`${JSON.stringify(head, null, 2)}\n`);
      },
    ],
  });
  return router;
}
