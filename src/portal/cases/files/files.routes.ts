import { type Request, type Response, Router } from 'express';
import { caseIdOf } from '../../../http/ids.ts';
import { resource } from '../../../http/resource.ts';
import { formOf } from '../../forms/form-body.ts';
import { goOn } from '../../frame/done.ts';
import { viewOf } from '../../frame/view.ts';
import type { Portal } from '../../portal.ts';
import { callerOf, signedIn } from '../../session/guards.ts';
import { filesPage } from './files.page.ts';
import { fileErrors, purposeIn, uploaded } from './upload-form.ts';

/** Files that are added to a case by themselves. */
export function filesRoutes({ services: { casework }, show }: Portal): Router {
  async function add(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const id = caseIdOf(req);
    const form = formOf(res);
    const key = form.text('idempotencyKey').slice(0, 200);
    const once = key === '' ? {} : { idempotencyKey: key };
    try {
      await casework.addFiles(caller, id, uploaded(form, purposeIn(view, form)), once);
    } catch (error) {
      const errors = fileErrors(view, error);
      const found = await casework.find(caller, id, view.language);
      return show(res, 'cases/files', filesPage(view, found, form.values, errors), 422);
    }
    goOn(res, `/cases/${id}#files`, 'filesAdded');
  }

  const router = Router();
  resource(router, '/cases/:id/files', {
    get: [
      signedIn,
      async (req, res) => {
        const view = viewOf(res);
        const id = caseIdOf(req);
        await casework.authoriseFiles(callerOf(res), id);
        const found = await casework.find(callerOf(res), id, view.language);
        show(res, 'cases/files', filesPage(view, found, {}, null));
      },
    ],
    post: [signedIn, add],
  });
  return router;
}
