import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { queryForm } from '../forms/form-body.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { askedPeriod, lastMonths, withinPeriod } from '../reports/period.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { dashboardPage } from './dashboard.page.ts';

/** How the operator keeps its deadlines, and what lies ahead. */
export function dashboardRoutes({ services: { overview }, show }: Portal): Router {
  const router = Router();
  resource(router, '/staff/dashboard', {
    get: [
      withRole('service', 'engineer', 'finance', 'admin'),
      async (req, res) => {
        const view = viewOf(res);
        const usual = lastMonths(view.today, 1);
        const { asked, found } = await withinPeriod(
          view,
          askedPeriod(view, queryForm(req), usual),
          usual,
          (period) => overview.dashboard(callerOf(res), period),
        );
        show(res, 'dashboard/dashboard', dashboardPage(view, found, asked), asked.errors ? 422 : 200);
      },
    ],
  });
  return router;
}
