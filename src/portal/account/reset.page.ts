import { SHORTEST_PASSWORD } from '../../identity/passwords.ts';
import { type Field, formFields } from '../forms/fields.ts';
import { formErrors, type Wrong } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

export interface ResetFormPage extends Page {
  readonly fields: readonly Field[];
  readonly token: string | null;
  readonly button: string;
  readonly action: string;
}

const crumbs = ({ t }: View) => [{ label: t('account.signIn.title'), href: '/sign-in' }];

export function forgottenPage(
  view: View,
  values: Readonly<Record<string, string>>,
  wrong: readonly Wrong[],
): ResetFormPage {
  const { t } = view;
  const errors = wrong.length > 0 ? formErrors(view, wrong) : null;
  return {
    title: t('account.reset.forgotten'),
    frame: { crumbs: crumbs(view), lead: t('account.reset.lead'), errors: errors?.summary ?? null },
    fields: [
      formFields(view, values, errors).input('email', {
        label: t('account.register.email'),
        type: 'email',
        autocomplete: 'email',
        maxlength: 254,
      }),
    ],
    token: null,
    button: t('account.reset.send'),
    action: '/forgotten-password',
  };
}

export function resetPage(view: View, token: string, wrong: readonly Wrong[]): ResetFormPage {
  const { t } = view;
  const errors = wrong.length > 0 ? formErrors(view, wrong) : null;
  const form = formFields(view, {}, errors);
  return {
    title: t('account.reset.title'),
    frame: { crumbs: crumbs(view), errors: errors?.summary ?? null },
    fields: [
      form.input('next', {
        label: t('myData.password.next'),
        hint: t('account.register.passwordHint', { length: SHORTEST_PASSWORD }),
        type: 'password',
        autocomplete: 'new-password',
      }),
      form.input('again', {
        label: t('myData.password.again'),
        type: 'password',
        autocomplete: 'new-password',
      }),
    ],
    token,
    button: t('account.reset.save'),
    action: '/password-reset',
  };
}

export interface ResetExpiredPage extends Page {
  readonly text: string;
}

export const resetExpiredPage = (view: View): ResetExpiredPage => ({
  title: view.t('account.reset.expired'),
  frame: { crumbs: crumbs(view) },
  text: view.t('account.reset.expiredText'),
});
