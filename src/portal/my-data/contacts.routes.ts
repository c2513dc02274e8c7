import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { isIdentified } from '../../casework/may/may.ts';
import { resource } from '../../http/resource.ts';
import { type CaseDetails, detailsToTell } from '../../identity/my-data/case-details.ts';
import { asOneself } from '../../identity/my-data/create.ts';
import type { Asker, Held } from '../../identity/my-data/held.ts';
import { Refusal } from '../../law/refusal.ts';
import { formOf } from '../forms/form-body.ts';
import { type FormErrors, formErrors, refusedForm, type Wrong } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { signedIn } from '../session/guards.ts';
import { askerOf } from './asker.ts';
import { confirmContactsPage, contactsPage, presentContacts } from './contacts.page.ts';

const email = z.email().max(254);
const PHONE = /^\+?[\d ()-]{5,20}$/;

/** Contact data, corrected in the account and told to the open cases (PO-10, II.16.6): filled in, confirmed, done. */
export function contactsRoutes({ services, show }: Portal): Router {
  const { myData, casework } = services;

  const wantedIn = (res: Response): Record<string, string> => {
    const form = formOf(res);
    return Object.fromEntries(
      ['email', 'phone', 'postalAddress', 'language'].map((name) => [name, form.text(name)]),
    );
  };

  function showForm(
    res: Response,
    held: Held,
    values: Record<string, string>,
    errors: FormErrors | null,
  ): void {
    const acts = isIdentified(askerOf(res).caller);
    const page = contactsPage(viewOf(res), { held, values, errors, acts });
    show(res, 'my-data/contacts', page, errors ? 422 : 200);
  }

  function showConfirmation(
    res: Response,
    held: Held,
    values: Record<string, string>,
    errors: FormErrors | null,
  ): void {
    const view = viewOf(res);
    const inAccount = changesInAccount(view, held, values);
    const page = confirmContactsPage(view, {
      values,
      inAccount,
      inCases: inCasesOf(askerOf(res), held, values),
      asksPassword: held.account.hasPassword && (values.email || null) !== held.account.email,
      key: formOf(res).text('key') || randomUUID(),
      errors,
    });
    show(res, 'my-data/confirm-contacts', page, errors ? 422 : 200);
  }

  async function receive(_req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const asker = askerOf(res);
    const form = formOf(res);
    const values = wantedIn(res);
    const held = await myData.held(asker);
    const wrong = wrongIn(view, values);
    if (wrong.length > 0) return showForm(res, held, values, formErrors(view, wrong));
    if (form.text('step') === 'confirm') return save(res, asker, held, values);
    const isChanged =
      changesInAccount(view, held, values).length > 0 || inCasesOf(asker, held, values).length > 0;
    if (!isChanged)
      return showForm(
        res,
        held,
        values,
        formErrors(view, [{ field: 'email', text: view.t('myData.contacts.nothing') }]),
      );
    showConfirmation(res, held, values, null);
  }

  async function save(
    res: Response,
    asker: Asker,
    held: Held,
    values: Record<string, string>,
  ): Promise<void> {
    const view = viewOf(res);
    const password = String(res.locals.formFields?.currentPassword ?? '');
    try {
      await myData.changeContacts(asker, {
        email: values.email || null,
        language: values.language === 'en' ? 'en' : 'lv',
        ...(password === '' ? {} : { currentPassword: password }),
      });
    } catch (error) {
      return showConfirmation(res, held, values, refusedForm(view, error));
    }
    const failed = await tell(view, asker, inCasesOf(asker, held, values), formOf(res).text('key'));
    if (failed.length === 0) return goOn(res, '/my-data', 'contactsChanged');
    show(
      res,
      'my-data/contacts-in-part',
      {
        title: view.t('myData.contacts.partTitle'),
        frame: { crumbs: [{ label: view.t('myData.title'), href: '/my-data' }] },
        failed,
      },
      409,
    );
  }

  /** Each case for itself: one that cannot take the change does not keep it from the others. */
  async function tell(
    view: View,
    { caller }: Asker,
    cases: readonly CaseDetails[],
    key: string,
  ): Promise<string[]> {
    const failed: string[] = [];
    for (const { id, number, details } of cases) {
      try {
        await casework.post(
          asOneself(caller),
          id,
          { type: 'details.changed', data: details },
          { language: view.language, ...(key === '' ? {} : { idempotencyKey: `${key}-${id}` }) },
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        failed.push(view.t('myData.contacts.partText', { number, reason: error.detail[view.language] }));
      }
    }
    return failed;
  }

  const router = Router();
  resource(router, '/my-data/contacts', {
    get: [
      signedIn,
      async (_req, res) => {
        const held = await myData.held(askerOf(res));
        showForm(res, held, presentContacts(held), null);
      },
    ],
    post: [signedIn, receive],
  });
  return router;
}

function wrongIn({ t }: View, values: Readonly<Record<string, string>>): Wrong[] {
  const { email: address = '', phone = '', postalAddress = '' } = values;
  return [
    ...(address !== '' && !email.safeParse(address).success
      ? [{ field: 'email', text: t('account.register.emailWrong') }]
      : []),
    ...(phone !== '' && !PHONE.test(phone)
      ? [{ field: 'phone', text: t('myData.contacts.phoneWrong') }]
      : []),
    ...(postalAddress.length > 300
      ? [{ field: 'postalAddress', text: t('myData.contacts.postalAddressHint') }]
      : []),
  ];
}

function changesInAccount({ t }: View, { account }: Held, values: Readonly<Record<string, string>>) {
  const changes: { label: string; text: string }[] = [];
  if ((values.email || null) !== account.email)
    changes.push({
      label: t('myData.contacts.email'),
      text: values.email || t('myData.contacts.none'),
    });
  if (values.language !== account.language && (values.language === 'lv' || values.language === 'en'))
    changes.push({
      label: t('myData.contacts.language'),
      text: t(`myData.contacts.languages.${values.language}`),
    });
  return changes;
}

/** Nothing where this session only reads (II.5.4.3). */
const inCasesOf = (
  { caller }: Asker,
  { cases }: Held,
  { email: address = '', phone = '', postalAddress = '' }: Readonly<Record<string, string>>,
): readonly CaseDetails[] =>
  isIdentified(caller) ? detailsToTell(cases, { email: address, phone, postalAddress }) : [];
