import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { signedIn } from '../session/guards.ts';
import { askerOf } from './asker.ts';
import { myDataPage } from './my-data.page.ts';

export function myDataRoutes({ services: { myData }, show }: Portal): Router {
  const router = Router();
  resource(router, '/my-data', {
    get: [
      signedIn,
      async (_req, res) =>
        show(res, 'my-data/my-data', myDataPage(viewOf(res), await myData.held(askerOf(res)))),
    ],
  });
  resource(router, '/my-data/download', {
    get: [
      signedIn,
      async (_req, res) => {
        const data = await myData.exported(askerOf(res), viewOf(res).language);
        res
          .attachment('mani-dati.json')
          .type('json')
          .send(JSON.stringify(data, null, 2));
      },
    ],
  });
  resource(router, '/my-data/sessions', {
    post: [
      signedIn,
      async (_req, res) => {
        await myData.signOutElsewhere(askerOf(res));
        goOn(res, '/my-data', 'sessionsEnded');
      },
    ],
  });
  resource(router, '/my-data/other-accounts/:id', {
    post: [
      signedIn,
      async (req, res) => {
        await myData.removeAccess(askerOf(res), req.params.id as string);
        goOn(res, '/my-data', 'accessRemoved');
      },
    ],
  });
  return router;
}
