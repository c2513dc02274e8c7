import { type Request, type Response, Router } from 'express';
import { approvalIdOf } from '../../http/ids.ts';
import { resource } from '../../http/resource.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import { type FormErrors, formErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { approvalsPage } from './approvals.page.ts';

/** Acts that wait for a second person (readings.md#rights). */
export function approvalsRoutes({ services: { casework, book }, show }: Portal): Router {
  const staff = withRole('service', 'engineer', 'finance', 'privacy', 'admin');

  async function list(req: Request, res: Response): Promise<void> {
    const told = queryForm(req).text('decided');
    const approvals = await casework.approvals(callerOf(res));
    const known = told === 'applied' || told === 'declined' ? told : null;
    show(res, 'cases/approvals', approvalsPage(viewOf(res), approvals, callerOf(res), book(), known, null));
  }

  async function decide(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const id = approvalIdOf(req);
    const form = formOf(res);
    const again = async (errors: FormErrors, status: number): Promise<void> => {
      const approvals = await casework.approvals(caller);
      const page = approvalsPage(view, approvals, caller, book(), null, { id, values: form.values, errors });
      show(res, 'cases/approvals', page, status);
    };
    const decision = form.text('decision');
    const reasons = form.text('reasons');
    const wrong = lackingIn(view, decision, reasons);
    if (wrong) return again(wrong, 422);
    if (decision !== 'apply' && decision !== 'decline') return;
    const key = form.text('idempotencyKey').slice(0, 200);
    try {
      const outcome = await casework.decide(
        caller,
        id,
        { decision, reasons },
        { language: view.language, ...(key === '' ? {} : { idempotencyKey: key }) },
      );
      goOn(res, `/approvals?decided=${outcome.kind === 'declined' ? 'declined' : 'applied'}`);
    } catch (error) {
      await again(refusedForm(view, error, { shown: new Set(['decision', 'reasons']) }), 409);
    }
  }

  const router = Router();
  resource(router, '/approvals', { get: [staff, list] });
  resource(router, '/approvals/:id', { post: [staff, decide] });
  return router;
}

function lackingIn(view: View, decision: string, reasons: string): FormErrors | null {
  const wrong = [
    ...(decision === 'apply' || decision === 'decline'
      ? []
      : [{ field: 'decision', text: view.t('cases.approvals.chooseDecision') }]),
    ...(reasons === '' ? [{ field: 'reasons', text: view.t('cases.approvals.giveReasons') }] : []),
  ];
  return wrong.length > 0 ? formErrors(view, wrong) : null;
}
