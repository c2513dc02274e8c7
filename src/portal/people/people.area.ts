import { Router } from 'express';
import type { Area } from '../area.ts';
import { representativesRoutes } from './representatives.routes.ts';
import { subUsersRoutes } from './sub-users.routes.ts';

/** People around a customer: sub-users and representatives. */
export const peopleArea: Area = {
  routes(portal) {
    const router = Router();
    router.use(subUsersRoutes(portal), representativesRoutes(portal));
    return router;
  },
  navigation: ({ t, caller }) =>
    caller?.roles.includes('customer') && !caller.actingFor
      ? [{ label: t('people.nav'), href: '/people' }]
      : [],
};
