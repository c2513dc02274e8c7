import { type Request, type Response, Router } from 'express';
import { Fault } from '../../http/fault.ts';
import { signInLimit } from '../../http/rate-limits.ts';
import { resource } from '../../http/resource.ts';
import { LONGEST_PASSWORD } from '../../identity/passwords.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { localPath } from '../session/local-path.ts';
import { offersReset } from './reset.routes.ts';
import { type SignInAttempt, signInPage } from './sign-in.page.ts';

const LONGEST_USERNAME = 100;

export function signInRoutes({ services, sessions, show, landingOf }: Portal): Router {
  const { identity, demo } = services;
  const ways = { methods: services.signInMethods ?? [], demo, reset: offersReset(services) };

  const showAgain = (res: Response, status: number, attempt: SignInAttempt): void =>
    show(res, 'account/sign-in', signInPage(viewOf(res), ways, attempt), status);

  async function signIn(req: Request, res: Response): Promise<void> {
    const form = formOf(res);
    const { t } = viewOf(res);
    const username = form.text('username');
    // A password is taken as it was typed: spaces at its ends belong to it.
    const password = String(res.locals.formFields?.password ?? '');
    const next = localPath(form.text('next'));
    const wrong = [
      ...(username === '' ? [{ field: 'username', text: t('account.signIn.usernameMissing') }] : []),
      ...(password === '' ? [{ field: 'password', text: t('account.signIn.passwordMissing') }] : []),
    ];
    if (wrong.length > 0) return showAgain(res, 422, { username, next, wrong });
    const fits = username.length <= LONGEST_USERNAME && password.length <= LONGEST_PASSWORD;
    const outcome = fits
      ? await identity.signIn({ username, password }, sessions.whereabouts(req, res))
      : { kind: 'refused' as const };
    switch (outcome.kind) {
      case 'signed-in':
        await sessions.start(req, res, outcome);
        return goOn(res, next ?? landingOf(outcome.caller));
      case 'locked': {
        res.set('Retry-After', String(outcome.retryAfterSeconds));
        const text = t('account.signIn.locked', { seconds: outcome.retryAfterSeconds });
        return showAgain(res, 429, { username, next, wrong: [{ field: 'username', text }] });
      }
      case 'expired':
        return showAgain(res, 422, {
          username,
          next,
          wrong: [{ field: 'password', text: t('account.signIn.expired') }],
        });
      case 'refused':
        return showAgain(res, 422, {
          username,
          next,
          wrong: [{ field: 'username', text: t('account.signIn.wrong') }],
        });
    }
  }

  const router = Router();
  resource(router, '/sign-in', {
    get: [
      (req, res) => {
        const { caller } = viewOf(res);
        const next = localPath(queryForm(req).text('next'));
        if (caller) return goOn(res, next ?? landingOf(caller));
        showAgain(res, 200, { username: '', next, wrong: [] });
      },
    ],
    post: [limited(services, showAgain), signIn],
  });
  resource(router, '/sign-out', {
    post: [
      async (req, res) => {
        await sessions.end(req, res);
        goOn(res, '/', 'signedOut');
      },
    ],
  });
  return router;
}

/** As many attempts as the API allows; who is over is told so at the form. */
function limited(
  services: Portal['services'],
  showAgain: (res: Response, status: number, attempt: SignInAttempt) => void,
) {
  const limit = signInLimit(services, 'sign-in');
  return (req: Request, res: Response, next: (error?: unknown) => void): void => {
    void limit(req, res, (error?: unknown) => {
      if (!(error instanceof Fault && error.status === 429)) return next(error);
      const seconds = error.headers['Retry-After'] ?? '60';
      res.set(error.headers);
      const form = formOf(res);
      const text = viewOf(res).t('account.signIn.tooMany', { seconds });
      showAgain(res, 429, {
        username: form.text('username'),
        next: localPath(form.text('next')),
        wrong: [{ field: 'username', text }],
      });
    });
  };
}
