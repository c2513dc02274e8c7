import { Router } from 'express';
import type { Area } from '../area.ts';
import { estimateRoutes } from './estimate.routes.ts';
import { formsRoutes } from './forms.routes.ts';
import { homeRoutes } from './home.routes.ts';
import { processRoutes } from './process.routes.ts';
import { styleguideRoutes } from './styleguide.routes.ts';
import { termsRoutes } from './terms.routes.ts';
import { textsRoutes } from './texts.routes.ts';
import { waitingTimesRoutes } from './waiting-times.routes.ts';

/** Pages for anyone. */
export const publicArea: Area = {
  routes(portal) {
    const router = Router();
    router.use(
      homeRoutes(portal),
      estimateRoutes(portal),
      processRoutes(portal),
      waitingTimesRoutes(portal),
      formsRoutes(portal),
      textsRoutes(portal),
      termsRoutes(portal),
    );
    if (portal.services.demo) router.use(styleguideRoutes(portal));
    return router;
  },
  navigation: ({ t, caller }) =>
    caller
      ? []
      : [
          { label: t('frame.nav.estimate'), href: '/estimate' },
          { label: t('frame.nav.process'), href: '/process' },
          { label: t('frame.nav.waitingTimes'), href: '/waiting-times' },
          { label: t('frame.nav.forms'), href: '/forms' },
        ],
};
