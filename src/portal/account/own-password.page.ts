import { SHORTEST_PASSWORD } from '../../identity/passwords.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { OWN_PASSWORD_PATH } from '../session/own-password-first.ts';

export interface OwnPasswordPage extends Page {
  readonly action: string;
  readonly fields: readonly Field[];
  /** Where to go on afterwards; '': where this person begins. */
  readonly next: string;
}

export function ownPasswordPage(view: View, next: string | null, errors: FormErrors | null): OwnPasswordPage {
  const { t } = view;
  const form = formFields(view, {}, errors);
  return {
    title: t('account.ownPassword.title'),
    frame: { lead: t('account.ownPassword.lead'), errors: errors?.summary ?? null },
    action: OWN_PASSWORD_PATH,
    fields: [
      form.input('current', {
        label: t('account.ownPassword.current'),
        type: 'password',
        autocomplete: 'current-password',
      }),
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
    next: next ?? '',
  };
}
