import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { isIdentified } from '../../casework/may/may.ts';
import { resource } from '../../http/resource.ts';
import { asOneself } from '../../identity/my-data/create.ts';
import type { Held } from '../../identity/my-data/held.ts';
import { formOf } from '../forms/form-body.ts';
import { type FormErrors, formErrors, refusedForm, type Wrong } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { signedIn } from '../session/guards.ts';
import { askerOf } from './asker.ts';
import { isDataRight, requestPage } from './request.page.ts';

const LONGEST_TEXT = 4000;

/** A request about personal data (II.9.3): registered in a case of the person, with the time in which it is answered, and
 *  decided on by data protection there. */
export function requestRoutes({ services: { myData, casework }, show }: Portal): Router {
  /** Filed cases; drafts are nobody's to answer. */
  const casesOf = ({ cases }: Held) =>
    cases.filter(({ relation, status }) => relation === 'customer' && status !== 'draft');

  function showForm(
    res: Response,
    held: Held,
    values: Readonly<Record<string, string>>,
    errors: FormErrors | null,
  ): void {
    const page = requestPage(viewOf(res), {
      cases: casesOf(held),
      identified: isIdentified(askerOf(res).caller),
      values: { key: randomUUID(), ...values },
      errors,
    });
    show(res, 'my-data/request', page, errors ? 422 : 200);
  }

  async function receive(_req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const { caller, token } = askerOf(res);
    const form = formOf(res);
    const held = await myData.held({ caller, token });
    const kind = form.text('kind');
    const cases = casesOf(held);
    const caseId = cases.length === 1 ? cases[0]!.id : form.text('case');
    const text = form.text('text');
    const wrong: Wrong[] = [
      ...(isDataRight(kind) ? [] : [{ field: 'kind', text: view.t('myData.request.kindMissing') }]),
      ...(cases.some(({ id }) => id === caseId)
        ? []
        : [{ field: 'case', text: view.t('myData.request.caseMissing') }]),
      ...(text === '' || text.length > LONGEST_TEXT
        ? [{ field: 'text', text: view.t('myData.request.textMissing') }]
        : []),
    ];
    if (wrong.length > 0 || !isDataRight(kind))
      return showForm(res, held, form.values, formErrors(view, wrong));
    const key = form.text('key');
    try {
      await casework.post(
        asOneself(caller),
        caseId,
        { type: 'data-request.filed', data: { right: kind, text } },
        { language: view.language, ...(key === '' ? {} : { idempotencyKey: `request-${key}` }) },
      );
    } catch (error) {
      return showForm(res, held, form.values, refusedForm(view, error));
    }
    goOn(res, `/cases/${caseId}`, 'requestMade');
  }

  const router = Router();
  resource(router, '/my-data/request', {
    get: [signedIn, async (_req, res) => showForm(res, await myData.held(askerOf(res)), {}, null)],
    post: [signedIn, receive],
  });
  return router;
}
