import { type Request, type Response, Router } from 'express';
import { isStaff } from '../../casework/caller.ts';
import { resource } from '../../http/resource.ts';
import { queryForm } from '../forms/form-body.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn, withRole } from '../session/guards.ts';
import { myCasesPage } from './my-cases.page.ts';
import { type QueueFound, queueList } from './queue.list.ts';
import { queuePage } from './queue.page.ts';
import { CASES_A_PAGE, caseFilterOf, filtersOf } from './queue.query.ts';

/** A customer's cases, or the queue of the staff: one address, as everybody begins there. */
export function listRoutes({ services: { casework, overview, book }, show, showPart }: Portal): Router {
  async function found(req: Request, res: Response): Promise<QueueFound> {
    const { language, today } = viewOf(res);
    const caller = callerOf(res);
    const form = queryForm(req);
    const filters = filtersOf(form);
    const cursor = form.text('cursor') || null;
    const law = book();
    const query = {
      ...caseFilterOf(filters, caller, law.operator.timeZone),
      limit: CASES_A_PAGE,
      ...(cursor === null ? {} : { cursor }),
    };
    const page = await casework.list(caller, query, language);
    return { ...page, cursor, filters, daysBefore: law.setting('queue.targetDaysBefore', today) };
  }

  async function queue(req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    const [page, counts, views] = await Promise.all([
      found(req, res),
      overview.counts(caller),
      overview.savedViews(caller),
    ]);
    show(res, 'cases/queue', queuePage(viewOf(res), page, { counts, views }));
  }

  async function mine(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const cursor = queryForm(req).text('cursor') || null;
    const query = { limit: CASES_A_PAGE, ...(cursor === null ? {} : { cursor }) };
    const page = await casework.list(callerOf(res), query, view.language);
    show(res, 'cases/mine', myCasesPage(view, page, cursor));
  }

  const router = Router();
  resource(router, '/cases', {
    get: [signedIn, (req, res) => (isStaff(callerOf(res)) ? queue(req, res) : mine(req, res))],
  });
  // The list alone, for the script that shows it as one types.
  resource(router, '/staff/queue', {
    get: [
      withRole('service', 'engineer', 'finance', 'privacy', 'admin'),
      async (req, res) => {
        const page = await found(req, res);
        showPart(res, 'cases/queue-list', queueList(viewOf(res), page));
      },
    ],
  });
  return router;
}
