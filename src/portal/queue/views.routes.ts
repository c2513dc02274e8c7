import { type Request, type Response, Router } from 'express';
import { caseIdOf } from '../../http/ids.ts';
import { resource } from '../../http/resource.ts';
import { caseFilterOf, filtersOf, queryOf } from '../cases/queue.query.ts';
import { formFrom, formOf } from '../forms/form-body.ts';
import { type FormErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf } from '../session/guards.ts';
import { staffOnly } from './staff-only.ts';
import { viewsPage } from './views.page.ts';

/** Saved views: kept, renamed and deleted by the account whose they are. */
export function viewsRoutes({ services: { overview, book }, show }: Portal): Router {
  async function list(res: Response, errors: FormErrors | null = null): Promise<void> {
    const views = await overview.savedViews(callerOf(res));
    show(res, 'queue/views', viewsPage(viewOf(res), views, errors), errors ? 422 : 200);
  }

  async function orShowWhy(res: Response, change: () => Promise<void>, next: string): Promise<void> {
    try {
      await change();
    } catch (error) {
      return list(res, refusedForm(viewOf(res), error, { shown: new Set() }));
    }
    goOn(res, next);
  }

  async function keep(_req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    const form = formOf(res);
    const filters = filtersOf(formFrom(Object.fromEntries(new URLSearchParams(form.text('query'))), []));
    const query = queryOf(filters);
    await orShowWhy(
      res,
      async () => {
        caseFilterOf(filters, caller, book().operator.timeZone); // what cannot be shown is not kept
        await overview.saveView(caller, { id: idIn(form.text('id')), name: form.text('name'), query });
      },
      `/cases?${query}`,
    );
  }

  const router = Router();
  resource(router, '/staff/views', { get: [staffOnly, (_req, res) => list(res)], post: [staffOnly, keep] });
  resource(router, '/staff/views/:id', {
    post: [
      staffOnly,
      (req, res) =>
        orShowWhy(
          res,
          () => overview.renameView(callerOf(res), caseIdOf(req), formOf(res).text('name')),
          '/staff/views',
        ),
    ],
  });
  resource(router, '/staff/views/:id/removal', {
    post: [
      staffOnly,
      (req, res) => orShowWhy(res, () => overview.removeView(callerOf(res), caseIdOf(req)), '/staff/views'),
    ],
  });
  return router;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The form carries the id of the view, so that a second click keeps it once. */
const idIn = (text: string): string => (UUID.test(text) ? text : crypto.randomUUID());
