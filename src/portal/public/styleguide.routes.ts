import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { styleguidePage } from './styleguide.page.ts';

/** Every component on one page, in demo mode alone. */
export function styleguideRoutes({ show }: Portal): Router {
  const router = Router();
  resource(router, '/styleguide', {
    get: [(_req, res) => show(res, 'public/styleguide', styleguidePage(viewOf(res)))],
  });
  return router;
}
