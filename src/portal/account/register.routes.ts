import { type Request, type Response, Router } from 'express';
import { signInLimit } from '../../http/rate-limits.ts';
import { resource } from '../../http/resource.ts';
import { formOf } from '../forms/form-body.ts';
import type { Wrong } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { registerPage } from './register.page.ts';
import { register } from './register.ts';
import { readRegistration } from './registration.ts';

export function registerRoutes({ services, show }: Portal): Router {
  const { db } = services;

  const showForm = (res: Response, status: number, wrong: readonly Wrong[]): void =>
    show(res, 'account/register', registerPage(viewOf(res), formOf(res).values, wrong), status);

  async function receive(_req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const read = readRegistration(view, formOf(res), res.locals.formFields ?? {});
    if (read.wrong.length > 0 || !read.registration) return showForm(res, 422, read.wrong);
    await register({ db }, { ...read.registration, language: view.language }, Temporal.Now.instant());
    goOn(res, '/sign-in', 'registered');
  }

  const router = Router();
  resource(router, '/register', {
    get: [(_req, res) => showForm(res, 200, [])],
    post: [signInLimit(services, 'registration'), receive],
  });
  return router;
}
