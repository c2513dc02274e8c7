import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { homePage } from './home.page.ts';

export function homeRoutes({ services, show, landingOf }: Portal): Router {
  const router = Router();
  resource(router, '/', {
    get: [
      (_req, res) => {
        const view = viewOf(res);
        const landing = view.caller ? landingOf(view.caller) : '/sign-in';
        show(res, 'public/home', homePage(view, services.book().termsInForce(view.today), landing));
      },
    ],
  });
  return router;
}
