import { type Request, type Response, Router } from 'express';
import { notSignedIn } from '../../http/fault.ts';
import { signInLimit } from '../../http/rate-limits.ts';
import { resource } from '../../http/resource.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import { formErrors } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { localPath } from '../session/local-path.ts';
import { SECOND_FACTOR_PATH } from '../session/second-factor-first.ts';
import { recoveryCodesPage, secondFactorPage } from './second-factor.page.ts';

const LONGEST_CODE = 40;

/** Setting the second factor up, and showing it (ADR 0120). */
export function secondFactorRoutes({ services, show, landingOf }: Portal): Router {
  const { secondFactor } = services;
  const staff = withRole('service', 'engineer', 'finance', 'privacy', 'admin');

  /** What is to be set up; null: it is, and is to be shown. */
  const begunFor = async (res: Response) => {
    const caller = callerOf(res);
    return caller.hasFactor ? null : secondFactor.begin(caller);
  };

  async function page(res: Response, next: string | null, wrong: string | null, status = 200): Promise<void> {
    const view = viewOf(res);
    const errors = wrong === null ? null : formErrors(view, [{ field: 'otp', text: wrong }]);
    const begun = await begunFor(res);
    show(res, 'account/second-factor', secondFactorPage(view, begun, next, errors), status);
  }

  async function take(_req: Request, res: Response): Promise<void> {
    const { t } = viewOf(res);
    const caller = callerOf(res);
    const { token } = res.locals;
    if (token === undefined) throw notSignedIn();
    const form = formOf(res);
    const next = localPath(form.text('goOn'));
    const code = form.text('otp').slice(0, LONGEST_CODE);
    if (code === '') return page(res, next, t('account.secondFactor.missing'), 422);
    const outcome = caller.hasFactor
      ? await secondFactor.prove(caller, token, code)
      : await secondFactor.confirm(caller, token, code);
    switch (outcome.kind) {
      case 'done': {
        const href = next ?? landingOf(caller);
        return show(
          res,
          'account/recovery-codes',
          recoveryCodesPage(viewOf(res), outcome.recoveryCodes, href),
        );
      }
      case 'right':
        return goOn(res, next ?? landingOf(caller));
      case 'wrong':
        return page(res, next, t('account.secondFactor.wrong'), 422);
      case 'locked': {
        res.set('Retry-After', String(outcome.retryAfterSeconds));
        const text = t('account.signIn.locked', { seconds: outcome.retryAfterSeconds });
        return page(res, next, text, 429);
      }
    }
  }

  const router = Router();
  resource(router, SECOND_FACTOR_PATH, {
    get: [staff, (req, res) => page(res, localPath(queryForm(req).text('next')), null)],
    post: [staff, signInLimit(services, 'second-factor'), take],
  });
  return router;
}
