import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { processPage } from './process.page.ts';

export function processRoutes({ services, show }: Portal): Router {
  const router = Router();
  resource(router, '/process', {
    get: [
      (_req, res) => {
        const view = viewOf(res);
        show(res, 'public/process', processPage(view, services.book().termsInForce(view.today)));
      },
    ],
  });
  return router;
}
