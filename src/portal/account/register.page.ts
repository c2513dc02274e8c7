import { SHORTEST_PASSWORD } from '../../identity/passwords.ts';
import { type Field, formFields } from '../forms/fields.ts';
import { formErrors, type Wrong } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';

export interface RegisterPage extends Page {
  readonly fields: readonly Field[];
}

export function registerPage(
  view: View,
  values: Readonly<Record<string, string>>,
  wrong: readonly Wrong[],
): RegisterPage {
  const { t } = view;
  const errors = wrong.length > 0 ? formErrors(view, wrong) : null;
  const form = formFields(view, values, errors);
  return {
    title: t('account.register.title'),
    frame: { lead: t('account.register.lead'), errors: errors?.summary ?? null },
    fields: [
      form.radios('kind', {
        label: t('account.register.kind'),
        choices: [
          { value: 'natural', label: t('account.register.natural'), hint: t('account.register.naturalHint') },
          { value: 'legal', label: t('account.register.legal'), hint: t('account.register.legalHint') },
        ],
      }),
      form.input('name', { label: t('account.register.name'), autocomplete: 'name', maxlength: 300 }),
      form.input('code', {
        label: t('account.register.code'),
        hint: t('account.register.codeHint'),
        width: 'medium',
        autocomplete: 'off',
        maxlength: 12,
      }),
      form.input('email', {
        label: t('account.register.email'),
        hint: t('account.register.emailHint'),
        type: 'email',
        autocomplete: 'username',
        maxlength: 100,
      }),
      form.input('password', {
        label: t('account.register.password'),
        hint: t('account.register.passwordHint', { length: SHORTEST_PASSWORD }),
        type: 'password',
        autocomplete: 'new-password',
      }),
      form.input('again', {
        label: t('account.register.again'),
        type: 'password',
        autocomplete: 'new-password',
      }),
    ],
  };
}
