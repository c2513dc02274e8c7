import { type Request, type RequestHandler, type Response, Router } from 'express';
import { refusalToPost } from '../../casework/rights.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import { caseIdOf } from '../../http/ids.ts';
import { resource } from '../../http/resource.ts';
import { fileErrors, uploaded } from '../cases/files/upload-form.ts';
import { formOf } from '../forms/form-body.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn } from '../session/guards.ts';
import { applyFilesPage } from './apply.page.ts';

/** The step of attachments: what is chosen is kept at once, whichever button is pressed. */
export function applyFilesRoutes({ services: { casework }, show }: Portal): Router {
  const mayApply: RequestHandler = (_req, res, next) =>
    next(refusalToPost(callerOf(res), 'application.submitted') ?? undefined);

  /** null: it was filed meanwhile, and its receipt is shown instead. */
  async function draftIn(req: Request, res: Response): Promise<CaseView | null> {
    const found = await casework.find(callerOf(res), caseIdOf(req), viewOf(res).language);
    if (found.status === 'draft') return found;
    goOn(res, `/apply/${found.id}/receipt`);
    return null;
  }

  async function page(res: Response, id: string, errors: FormErrors | null): Promise<void> {
    const files = await casework.files(callerOf(res), id);
    show(res, 'apply/files', applyFilesPage(viewOf(res), id, files, errors), errors ? 422 : 200);
  }

  async function add(req: Request, res: Response): Promise<void> {
    const found = await draftIn(req, res);
    if (!found) return;
    const form = formOf(res);
    const files = uploaded(form, 'application');
    const key = form.text('idempotencyKey').slice(0, 200);
    const stays = form.text('go') === 'stay';
    try {
      if (files.length > 0 || stays)
        await casework.addFiles(callerOf(res), found.id, files, key === '' ? {} : { idempotencyKey: key });
    } catch (error) {
      return page(res, found.id, fileErrors(viewOf(res), error));
    }
    goOn(res, `/apply/${found.id}/${stays ? 'files' : 'check'}`);
  }

  const router = Router();
  resource(router, '/apply/:id/files', {
    get: [
      signedIn,
      mayApply,
      async (req, res) => {
        const found = await draftIn(req, res);
        if (found) await page(res, found.id, null);
      },
    ],
    post: [signedIn, mayApply, add],
  });
  resource(router, '/apply/:id/files/:documentId/remove', {
    post: [
      signedIn,
      mayApply,
      async (req, res) => {
        const found = await draftIn(req, res);
        if (!found) return;
        await casework.removeFile(callerOf(res), found.id, String(req.params.documentId));
        goOn(res, `/apply/${found.id}/files`, 'fileRemoved');
      },
    ],
  });
  return router;
}
