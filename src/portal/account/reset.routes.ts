import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { signInLimit } from '../../http/rate-limits.ts';
import { resource } from '../../http/resource.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import type { Wrong } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import type { PortalServices } from '../services.ts';
import { passwordAdvice } from './password-advice.ts';
import { forgottenPage, resetExpiredPage, resetPage } from './reset.page.ts';
import { resetMail } from './reset-mail.ts';

const email = z.email().max(254);

/** A link can be sent only where there is a relay, and an address of ours to put into it. */
export const offersReset = ({ mailer, publicUrl }: PortalServices): boolean =>
  mailer !== null && (publicUrl ?? null) !== null;

/** A forgotten password, by a link in the mail (ADR 0076). */
export function resetRoutes({ services, sessions, show }: Portal): Router {
  const { passwordReset, mailer, publicUrl, log, book } = services;
  const router = Router();
  if (mailer === null || !publicUrl) return router;

  /** After the answer: how long it takes tells nobody whether there is such an account. */
  async function send(address: string): Promise<void> {
    const { operator } = book();
    for (const asked of await passwordReset.ask(address)) {
      const outcome = await mailer!.send(resetMail(asked, publicUrl!, operator), operator);
      if (outcome.kind !== 'accepted') log.said('password reset not mailed', { outcome: outcome.kind });
    }
  }

  const showForgotten = (res: Response, wrong: readonly Wrong[]): void =>
    show(
      res,
      'account/reset',
      forgottenPage(viewOf(res), formOf(res).values, wrong),
      wrong.length > 0 ? 422 : 200,
    );

  function ask(_req: Request, res: Response): void {
    const address = formOf(res).text('email');
    if (email.safeParse(address).success) {
      goOn(res, '/sign-in', 'resetAsked');
      send(address).catch((error: unknown) => log.fault(error));
    } else {
      showForgotten(res, [{ field: 'email', text: viewOf(res).t('account.register.emailWrong') }]);
    }
  }

  async function save(req: Request, res: Response): Promise<void> {
    const { t } = viewOf(res);
    const token = formOf(res).text('token');
    const typed = (name: string): string => String(res.locals.formFields?.[name] ?? '');
    const showAgain = (field: string, text: string): void =>
      show(res, 'account/reset', resetPage(viewOf(res), token, [{ field, text }]), 422);
    if (typed('next') !== typed('again')) return showAgain('again', t('myData.password.differs'));
    const outcome = await passwordReset.reset(token, typed('next'), sessions.whereabouts(req, res));
    switch (outcome.kind) {
      case 'done':
        return goOn(res, '/sign-in', outcome.accessEnded ? 'passwordResetAccessEnded' : 'passwordReset');
      case 'weak':
        return showAgain('next', passwordAdvice(t, outcome.problem));
      case 'expired':
        return show(res, 'account/reset-expired', resetExpiredPage(viewOf(res)), 400);
    }
  }

  resource(router, '/forgotten-password', {
    get: [(_req, res) => showForgotten(res, [])],
    post: [signInLimit(services, 'forgotten-password'), ask],
  });
  resource(router, '/password-reset', {
    get: [
      signInLimit(services, 'reset-link'),
      async (req, res) => {
        const token = queryForm(req).text('token');
        if (await passwordReset.isGood(token))
          return show(res, 'account/reset', resetPage(viewOf(res), token, []));
        show(res, 'account/reset-expired', resetExpiredPage(viewOf(res)), 400);
      },
    ],
    post: [signInLimit(services, 'password-reset'), save],
  });
  return router;
}
