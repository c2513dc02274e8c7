import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import type { Area } from '../area.ts';
import { withRole } from '../session/guards.ts';
import { auditRoutes } from './audit.routes.ts';
import { calendarRoutes } from './calendar.routes.ts';
import { figuresRoutes } from './figures.routes.ts';
import { historyRoutes } from './history.routes.ts';
import { jobsRoutes } from './jobs.routes.ts';
import { operatorRoutes } from './operator.routes.ts';
import { proposalsRoutes } from './proposals.routes.ts';
import { READERS } from './sections.ts';
import { settingsRoutes } from './settings.routes.ts';
import { termsRoutes } from './terms.routes.ts';
import { usersRoutes } from './users.routes.ts';

/** The rules of the installation, who works with it, and what it does by itself. Staff read the rules, administrators
 *  propose and decide, data protection sees who read what. */
export const administrationArea: Area = {
  routes(portal) {
    const router = Router();
    resource(router, '/admin', {
      get: [withRole(...READERS), (_req, res) => res.redirect(303, '/admin/figures')],
    });
    router.use(
      figuresRoutes(portal),
      settingsRoutes(portal),
      calendarRoutes(portal),
      termsRoutes(portal),
      operatorRoutes(portal),
      proposalsRoutes(portal),
      usersRoutes(portal),
      jobsRoutes(portal),
      historyRoutes(portal),
      auditRoutes(portal),
    );
    return router;
  },
  navigation({ t, caller }) {
    if (!caller) return [];
    const reads = READERS.some((role) => caller.roles.includes(role));
    const label = t(
      caller.roles.includes('admin') ? 'administration.nav.administration' : 'administration.nav.law',
    );
    return [
      ...(reads ? [{ label, href: '/admin' }] : []),
      ...(caller.roles.includes('privacy')
        ? [
            { label: t('administration.nav.audit'), href: '/privacy/audit' },
            ...(reads ? [] : [{ label: t('administration.sections.history'), href: '/admin/history' }]),
          ]
        : []),
    ];
  },
};
