import { type Request, type RequestHandler, type Response, Router } from 'express';
import { signInLimit } from '../../http/rate-limits.ts';
import { resource } from '../../http/resource.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import { type FormErrors, formErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import { askerOf } from '../my-data/asker.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn } from '../session/guards.ts';
import { localPath } from '../session/local-path.ts';
import { OWN_PASSWORD_PATH } from '../session/own-password-first.ts';
import { ownPasswordPage } from './own-password.page.ts';

/** A password of one's own in place of the one-time password that opened the session. */
export function ownPasswordRoutes({ services, show, landingOf }: Portal): Router {
  const { myData } = services;
  const stillToChoose: RequestHandler = (_req, res, next) => {
    if (callerOf(res).choosesPassword) next();
    else goOn(res, '/my-data/password');
  };

  async function choose(_req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    // Passwords are taken as they were typed: spaces at their ends belong to them.
    const typed = (name: string): string => String(res.locals.formFields?.[name] ?? '');
    const next = localPath(formOf(res).text('goOn'));
    const showAgain = (errors: FormErrors): void =>
      show(res, 'account/own-password', ownPasswordPage(view, next, errors), 422);
    if (typed('next') !== typed('again'))
      return showAgain(formErrors(view, [{ field: 'again', text: view.t('myData.password.differs') }]));
    try {
      await myData.changePassword(askerOf(res), { current: typed('current'), next: typed('next') });
    } catch (error) {
      return showAgain(refusedForm(view, error));
    }
    goOn(res, next ?? landingOf(callerOf(res)), 'passwordChosen');
  }

  const router = Router();
  resource(router, OWN_PASSWORD_PATH, {
    get: [
      signedIn,
      stillToChoose,
      (req, res) => {
        const next = localPath(queryForm(req).text('next'));
        show(res, 'account/own-password', ownPasswordPage(viewOf(res), next, null));
      },
    ],
    post: [signedIn, stillToChoose, signInLimit(services, 'password'), choose],
  });
  return router;
}
