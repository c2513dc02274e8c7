import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { termsPage } from './terms.page.ts';

export function termsRoutes({ services: { book, lawReading }, show }: Portal): Router {
  const router = Router();
  resource(router, '/terms', {
    get: [
      async (_req, res) => {
        const view = viewOf(res);
        const withText = await lawReading.versionsWithText();
        const { terms: versions } = book();
        const { version: inForce } = book().termsInForce(view.today);
        show(res, 'public/terms', termsPage(view, { versions, inForce, withText }));
      },
    ],
  });
  return router;
}
