import { type Request, type RequestHandler, type Response, Router } from 'express';
import { type Draft, draftSchema } from '../../../workflows/application.ts';
import { lackingIn } from '../../../workflows/conditions/application.ts';
import type { PostOptions } from '../../casework/requests.ts';
import { mayPost, refusalToPost } from '../../casework/rights.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import { noSuchPage } from '../../http/fault.ts';
import { caseIdOf } from '../../http/ids.ts';
import { read } from '../../http/read.ts';
import { resource } from '../../http/resource.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import type { FieldKind } from '../cases/acts/field-spec.ts';
import { inputErrors } from '../cases/acts/input-errors.ts';
import { detailsOf } from '../cases/case-details.ts';
import { awaitedPage, waitsForConfirmation } from '../companies/own-confirmation.ts';
import { type Form, formOf } from '../forms/form-body.ts';
import { refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn } from '../session/guards.ts';
import { draftOf, isStep, STEPS, type Step, stepFields, valuesOf } from './apply.fields.ts';
import { applyPage, checkPage, receiptPage } from './apply.page.ts';
import { applyFilesRoutes } from './apply-files.routes.ts';

/** The guided application: every step is kept as a draft, the last one files it. */
export function applyRoutes(portal: Portal): Router {
  const { show } = portal;
  const { casework } = portal.services;
  /** A company whose account waits is told what it waits for, not that it has no access. */
  const mayApply: RequestHandler = (_req, res, next) =>
    waitsForConfirmation(callerOf(res))
      ? show(res, 'companies/awaited', awaitedPage(viewOf(res)), 403)
      : next(refusalToPost(callerOf(res), 'application.drafted') ?? undefined);

  const draftIn = async (req: Request, res: Response): Promise<CaseView> =>
    casework.find(callerOf(res), caseIdOf(req), viewOf(res).language);

  /** A case that was filed is no draft any more: its receipt is shown, also to a second click. */
  const isFiled = (found: CaseView, res: Response): boolean => {
    if (found.status === 'draft') return false;
    goOn(res, `/apply/${found.id}/receipt`);
    return true;
  };

  async function saveStep(res: Response, step: Step, found: CaseView | null): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const form = formOf(res);
    try {
      const draft = readStep(view, step, form);
      const options = optionsOf(view, form);
      const saved =
        found === null
          ? await casework.draft(caller, draft, options)
          : await casework
              .post(caller, found.id, { type: 'application.drafted', data: { ...draft } }, options)
              .then(() => found);
      goOn(res, `/apply/${saved.id}/${STEPS[STEPS.indexOf(step) + 1] ?? 'files'}`);
    } catch (error) {
      const errors = inputErrors(view, error, kindsOf(view, step));
      show(res, 'apply/step', applyPage(view, found?.id ?? null, step, form.values, errors), statusOf(error));
    }
  }

  async function submit(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const found = await draftIn(req, res);
    if (isFiled(found, res)) return;
    try {
      await casework.post(
        callerOf(res),
        found.id,
        { type: 'application.submitted', data: {} },
        optionsOf(view, formOf(res)),
      );
      goOn(res, `/apply/${found.id}/receipt`);
    } catch (error) {
      show(
        res,
        'apply/check',
        checkPage(
          view,
          found,
          await casework.files(callerOf(res), found.id),
          refusedForm(view, error, { shown: new Set() }),
        ),
        statusOf(error),
      );
    }
  }

  const router = Router();
  router.use(applyFilesRoutes(portal));
  resource(router, '/apply', {
    get: [
      signedIn,
      mayApply,
      (_req, res) => {
        const view = viewOf(res);
        show(
          res,
          'apply/step',
          applyPage(view, null, 'customer', valuesOf(null, callerOf(res), actsAs(view)), null),
        );
      },
    ],
    post: [signedIn, mayApply, (_req, res) => saveStep(res, 'customer', null)],
  });
  resource(router, '/apply/:id/check', {
    get: [
      signedIn,
      mayApply,
      async (req, res) => {
        const found = await draftIn(req, res);
        if (isFiled(found, res)) return;
        // What a sub-user asks for, the customer checks and files (PO-04).
        if (!mayPost(callerOf(res), 'application.submitted'))
          return goOn(res, `/cases/${found.id}`, 'draftKept');
        const files = await casework.files(callerOf(res), found.id);
        show(res, 'apply/check', checkPage(viewOf(res), found, files, null));
      },
    ],
    post: [signedIn, mayApply, submit],
  });
  resource(router, '/apply/:id/receipt', {
    get: [
      signedIn,
      async (req, res) => {
        const found = await draftIn(req, res);
        if (found.status === 'draft') return goOn(res, `/apply/${found.id}/check`);
        show(res, 'apply/receipt', receiptPage(viewOf(res), found));
      },
    ],
  });
  resource(router, '/apply/:id/:step', {
    get: [
      signedIn,
      mayApply,
      async (req, res) => {
        const step = stepOf(req);
        const found = await draftIn(req, res);
        if (isFiled(found, res)) return;
        const values = valuesOf(detailsOf(found).application, callerOf(res), undefined);
        show(res, 'apply/step', applyPage(viewOf(res), found.id, step, values, null));
      },
    ],
    post: [
      signedIn,
      mayApply,
      async (req, res) => {
        const step = stepOf(req);
        const found = await draftIn(req, res);
        if (!isFiled(found, res)) await saveStep(res, step, found);
      },
    ],
  });
  return router;
}

/** The customer in whose name one applies. */
const actsAs = ({ viewer }: View): string | undefined =>
  viewer?.contexts.find(({ current }) => current)?.label ?? viewer?.name;

function stepOf(req: Request): Step {
  const { step } = req.params;
  if (!isStep(step)) throw noSuchPage();
  return step;
}

/** A step is checked as one goes: what it must hold is asked for on its own page. */
function readStep(view: View, step: Step, form: Form): Draft {
  const draft = read(draftSchema, draftOf(step, form, view.language));
  const lacking = lackingIn(draft);
  const isOfStep = ({ field }: { field: string }): boolean =>
    field.startsWith(`${step}.`) || (step === 'connection' && field === 'purpose');
  const errors = lacking?.errors?.filter(isOfStep) ?? [];
  if (lacking && errors.length > 0)
    throw new Refusal({ code: lacking.code, kind: 'invalid', detail: DETAIL, errors });
  return draft;
}

const DETAIL = say('Šajā solī vēl trūkst obligātu ziņu.', 'This step still lacks required information.');

function optionsOf({ language }: View, form: Form): PostOptions {
  const key = form.text('idempotencyKey').slice(0, 200);
  return { language, ...(key === '' ? {} : { idempotencyKey: key }) };
}

const statusOf = (error: unknown): number =>
  error instanceof Refusal && error.kind === 'invalid' ? 422 : 409;

const KINDS: Readonly<Record<string, FieldKind>> = {
  purpose: 'choice',
  'customer.kind': 'choice',
  'connection.phases': 'choice',
  'customer.email': 'email',
  'customer.phone': 'phone',
  'connection.ampere': 'number',
  'connection.generationKw': 'number',
};

const kindsOf = (view: View, step: Step): ReadonlyMap<string, FieldKind> =>
  new Map(stepFields(view, step, {}, null).map(({ name }) => [name, KINDS[name] ?? 'line']));
