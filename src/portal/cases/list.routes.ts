import { Router } from 'express';
import { resource } from '../../api/resource.ts';
import { isStaff } from '../../casework/caller.ts';
import { queryForm } from '../forms/form-body.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn } from '../session/guards.ts';
import { myCasesPage } from './my-cases.page.ts';
import { queuePage } from './queue.page.ts';
import { filtersOf, listQueryOf } from './queue.query.ts';

/** A customer's cases, or the queue of the staff: one address, as everybody begins there. */
export function listRoutes({ services: { casework }, show }: Portal): Router {
  const router = Router();
  resource(router, '/cases', {
    get: [
      signedIn,
      async (req, res) => {
        const view = viewOf(res);
        const caller = callerOf(res);
        const form = queryForm(req);
        const cursor = form.text('cursor') || null;
        const filters = isStaff(caller) ? filtersOf(form) : {};
        const found = await casework.list(caller, listQueryOf(filters, cursor), view.language);
        if (isStaff(caller)) show(res, 'cases/queue', queuePage(view, { ...found, cursor, filters }));
        else show(res, 'cases/mine', myCasesPage(view, found, cursor));
      },
    ],
  });
  return router;
}
