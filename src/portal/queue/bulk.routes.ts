import { type Request, type Response, Router } from 'express';
import { EVENT_DATA, type EventType } from '../../../workflows/events.ts';
import type { Caller } from '../../casework/caller.ts';
import { refusalToPost } from '../../casework/rights.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import { read } from '../../http/read.ts';
import { resource } from '../../http/resource.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import { BULK_ACTS } from '../cases/queue.list.ts';
import { CASES_A_PAGE } from '../cases/queue.query.ts';
import { type Form, formOf, queryForm } from '../forms/form-body.ts';
import { type FormErrors, formErrors } from '../forms/form-errors.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf } from '../session/guards.ts';
import { bulkDonePage, bulkPage, needsReasons, type Outcome } from './bulk.page.ts';
import { staffOnly } from './staff-only.ts';

/** One act in many cases. Each case is asked, decided and stored by itself: a case in which it fails holds up no other. */
export function bulkRoutes({ services: { casework }, show }: Portal): Router {
  const casesOf = async (caller: Caller, ids: readonly string[], view: View): Promise<readonly CaseView[]> =>
    ids.length === 0 ? [] : (await casework.list(caller, { ids, limit: CASES_A_PAGE }, view.language)).items;

  async function ask(res: Response, form: Form, errors: FormErrors | null = null): Promise<void> {
    const view = viewOf(res);
    const act = actIn(form, callerOf(res));
    const found = await casesOf(callerOf(res), idsIn(form), view);
    const page = bulkPage(view, { act, found, values: form.values, errors });
    show(res, 'queue/bulk', page, errors ? 422 : 200);
  }

  async function act(_req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const form = formOf(res);
    const type = actIn(form, caller);
    const reasons = form.text('reasons');
    if (needsReasons(type, caller) && reasons === '')
      return ask(
        res,
        form,
        formErrors(view, [{ field: 'reasons', text: view.t('cases.approvals.giveReasons') }]),
      );
    const data = read(EVENT_DATA[type], needsReasons(type, caller) ? { reasons } : {});
    const found = await casesOf(caller, idsIn(form), view);
    const outcomes: Outcome[] = [];
    for (const one of found) {
      const idempotencyKey = `${form.text('idempotencyKey').slice(0, 100)} ${one.id}`;
      try {
        const outcome = await casework.post(
          caller,
          one.id,
          { type, data },
          { language: view.language, idempotencyKey },
        );
        outcomes.push({ found: one, kind: outcome.kind, refusal: null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcomes.push({ found: one, kind: 'refused', refusal: error });
      }
    }
    show(res, 'queue/bulk-done', bulkDonePage(view, type, outcomes));
  }

  const router = Router();
  resource(router, '/staff/bulk', {
    get: [staffOnly, (req, res) => ask(res, queryForm(req))],
    post: [staffOnly, act],
  });
  return router;
}

const noSuchAct = (): Refusal =>
  new Refusal({
    code: 'act.not-found',
    kind: 'not-found',
    detail: say(
      'Šādu darbību vairākās lietās vienlaikus veikt nevar.',
      'This cannot be done in several cases at once.',
    ),
  });

function actIn(form: Form, caller: Caller): EventType {
  const act = BULK_ACTS.find((one) => one === form.text('act'));
  if (!act) throw noSuchAct();
  const refusal = refusalToPost(caller, act);
  if (refusal) throw refusal;
  return act;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const idsIn = (form: Form): readonly string[] =>
  [...new Set(form.all('case').filter((id) => UUID.test(id)))].slice(0, CASES_A_PAGE);
