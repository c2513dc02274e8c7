import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { formsPage, paperForm } from './forms.page.ts';

export function formsRoutes({ show }: Portal): Router {
  const router = Router();
  resource(router, '/forms', { get: [(_req, res) => show(res, 'public/forms', formsPage(viewOf(res)))] });
  for (const form of ['readiness', 'withdrawal'] as const) {
    resource(router, `/forms/${form}`, {
      get: [(_req, res) => show(res, 'public/paper-form', paperForm(viewOf(res), form))],
    });
  }
  return router;
}
