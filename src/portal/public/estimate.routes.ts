import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { queryForm } from '../forms/form-body.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { estimatePage, priceEstimate } from './estimate.page.ts';
import { estimateValues } from './estimate.request.ts';

/** The form asks by GET: an estimate is an address that can be sent on, and nothing is stored. */
export function estimateRoutes({ services, show, showPart }: Portal): Router {
  const router = Router();
  resource(router, '/estimate', {
    get: [
      (req, res) => {
        const page = estimatePage(viewOf(res), estimateValues(queryForm(req)), services.book());
        show(res, 'public/estimate', page, page.result.errors ? 422 : 200);
      },
    ],
  });
  // The right side alone, for the script that shows the answer as one types.
  resource(router, '/estimate/answer', {
    get: [
      (req, res) => {
        const { result } = priceEstimate(viewOf(res), estimateValues(queryForm(req)), services.book());
        showPart(res, 'public/estimate-answer', result);
      },
    ],
  });
  return router;
}
