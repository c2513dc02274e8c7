import { type Request, type Response, Router } from 'express';
import type { Caller } from '../../casework/caller.ts';
import { approvalIdOf } from '../../http/ids.ts';
import { resource } from '../../http/resource.ts';
import { handedOverPage } from '../administration/handed-over.page.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import { type FormErrors, formErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { type ApprovalsPage, approvalsPage, type Refused } from './approvals.page.ts';

const TOLD = ['applied', 'declined', 'takenBack'] as const;
type Told = (typeof TOLD)[number];

/** Acts that wait for a second person (readings.md#rights). */
export function approvalsRoutes({ services: { accountDesk, casework, book }, show }: Portal): Router {
  const staff = withRole('service', 'engineer', 'finance', 'privacy', 'admin');

  async function pageFor(res: Response, told: Told | null, refused: Refused | null): Promise<ApprovalsPage> {
    const caller = callerOf(res);
    const [onCases, onPeople] = await Promise.all([casework.approvals(caller), accountDesk.pending(caller)]);
    return approvalsPage(viewOf(res), onCases, onPeople, caller, book(), told, refused);
  }

  async function list(req: Request, res: Response): Promise<void> {
    const told = queryForm(req).text('decided');
    const known = TOLD.find((one) => one === told) ?? null;
    show(res, 'cases/approvals', await pageFor(res, known, null));
  }

  /** Whether this person is the one who asked. */
  async function asked(caller: Caller, id: string): Promise<boolean> {
    const all = [...(await casework.approvals(caller)), ...(await accountDesk.pending(caller))];
    return all.some((one) => one.id === id && one.askedBy === caller.username);
  }

  async function decide(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const id = approvalIdOf(req);
    const form = formOf(res);
    const again = async (errors: FormErrors, status: number): Promise<void> => {
      const page = await pageFor(res, null, { id, values: form.values, errors });
      show(res, 'cases/approvals', page, status);
    };
    const decision = form.text('decision');
    const reasons = form.text('reasons');
    const isOwn = await asked(caller, id);
    const wrong = isOwn ? null : lackingIn(view, decision, reasons);
    if (wrong) return again(wrong, 422);
    if (decision !== 'apply' && decision !== 'decline') return;
    const key = form.text('idempotencyKey').slice(0, 200);
    try {
      if (await accountDesk.knows(caller, id)) {
        const outcome = await accountDesk.decide(caller, id, { decision, reasons });
        if (outcome.kind === 'applied' && outcome.until !== null)
          return show(res, 'administration/password', handedOverPage(view, outcome));
        const told = outcome.kind === 'withdrawn' ? 'takenBack' : outcome.kind;
        return goOn(res, `/approvals?decided=${told}`);
      }
      const outcome = await casework.decide(
        caller,
        id,
        { decision, reasons },
        { language: view.language, ...(key === '' ? {} : { idempotencyKey: key }) },
      );
      const told = outcome.kind === 'declined' ? (isOwn ? 'takenBack' : 'declined') : 'applied';
      goOn(res, `/approvals?decided=${told}`);
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
