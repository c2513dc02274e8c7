import { Router } from 'express';
import type { Area } from '../area.ts';
import { ownPasswordRoutes } from './own-password.routes.ts';
import { providerRoutes } from './provider-sign-in.routes.ts';
import { registerRoutes } from './register.routes.ts';
import { resetRoutes } from './reset.routes.ts';
import { secondFactorRoutes } from './second-factor.routes.ts';
import { signInRoutes } from './sign-in.routes.ts';

/** Coming in and going out. */
export const accountArea: Area = {
  routes(portal) {
    const router = Router();
    for (const { provider } of portal.services.signInMethods ?? [])
      router.use(providerRoutes(provider, portal));
    router.use(
      signInRoutes(portal),
      registerRoutes(portal),
      resetRoutes(portal),
      ownPasswordRoutes(portal),
      secondFactorRoutes(portal),
    );
    return router;
  },
};
