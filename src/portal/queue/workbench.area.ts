import { Router } from 'express';
import { isStaff } from '../../casework/caller.ts';
import type { Area } from '../area.ts';
import { dashboardRoutes } from '../dashboard/dashboard.routes.ts';
import { projectRoutes } from '../projects/project.routes.ts';
import { reportRoutes } from '../reports/report.routes.ts';
import { bulkRoutes } from './bulk.routes.ts';
import { exportRoutes } from './export.routes.ts';
import { holdsRoutes } from './holds.routes.ts';
import { viewsRoutes } from './views.routes.ts';

/** What staff do with many cases: kept lists, acts in several at once, figures. */
export const workbenchArea: Area = {
  routes(portal) {
    const router = Router();
    router.use(
      dashboardRoutes(portal),
      reportRoutes(portal),
      exportRoutes(portal),
      viewsRoutes(portal),
      bulkRoutes(portal),
      holdsRoutes(portal),
      projectRoutes(portal),
    );
    return router;
  },
  navigation: ({ t, caller }) =>
    caller && isStaff(caller) && caller.roles.some((role) => role !== 'privacy')
      ? [{ label: t('overview.nav'), href: '/staff/dashboard' }]
      : [],
};
