import { Router } from 'express';
import type { Area } from '../area.ts';
import { contactsRoutes } from './contacts.routes.ts';
import { letterChannelRoutes } from './letter-channel.routes.ts';
import { myDataRoutes } from './my-data.routes.ts';
import { passwordRoutes } from './password.routes.ts';
import { requestRoutes } from './request.routes.ts';

/** What people see and change of their own data. */
export const myDataArea: Area = {
  routes(portal) {
    const router = Router();
    router.use(
      myDataRoutes(portal),
      contactsRoutes(portal),
      letterChannelRoutes(portal),
      passwordRoutes(portal),
      requestRoutes(portal),
    );
    return router;
  },
  navigation: ({ t, caller }) => (caller ? [{ label: t('myData.nav'), href: '/my-data' }] : []),
};
