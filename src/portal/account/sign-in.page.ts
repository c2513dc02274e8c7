import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../identity/demo-accounts.ts';
import { type Field, formFields } from '../forms/fields.ts';
import { formErrors, type Wrong } from '../forms/form-errors.ts';
import type { IconName } from '../frame/icons.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import type { SignInMethod } from './sign-in-methods.ts';

export interface SignInAttempt {
  readonly username: string;
  /** Where to go on afterwards: a local path that was checked. */
  readonly next: string | null;
  readonly wrong: readonly Wrong[];
}

export interface SignInPage extends Page {
  readonly next: string | null;
  readonly required: boolean;
  readonly fields: readonly Field[];
  readonly methods: readonly {
    readonly label: string;
    readonly description: string;
    readonly iconName: IconName;
    readonly href: string;
  }[];
  /** Ways whose provider does not answer now. */
  readonly unreachable: readonly string[];
  readonly reset: boolean;
  readonly demo: DemoAccounts | null;
}

interface DemoAccounts {
  readonly password: string;
  readonly accounts: readonly { readonly username: string; readonly name: string; readonly role: string }[];
}

interface Ways {
  readonly methods: readonly SignInMethod[];
  readonly demo: boolean;
  /** Whether a forgotten password can be replaced by mail. */
  readonly reset: boolean;
}

export function signInPage(view: View, { methods, demo, reset }: Ways, attempt: SignInAttempt): SignInPage {
  const { t, language } = view;
  const errors = attempt.wrong.length > 0 ? formErrors(view, attempt.wrong) : null;
  const form = formFields(view, { username: attempt.username }, errors);
  return {
    title: t('account.signIn.title'),
    frame: { lead: t('account.signIn.lead'), errors: errors?.summary ?? null },
    next: attempt.next,
    required: attempt.next !== null && attempt.wrong.length === 0,
    fields: [
      form.input('username', {
        label: t('account.signIn.username'),
        autocomplete: 'username',
        maxlength: 100,
      }),
      form.input('password', {
        label: t('account.signIn.passwordField'),
        type: 'password',
        autocomplete: 'current-password',
      }),
    ],
    unreachable: methods
      .filter((method) => !method.isReachable())
      .map((method) => t('account.signIn.unreachable', { way: method.label[language] })),
    methods: methods.map((method) => ({
      label: method.label[language],
      description: method.description[language],
      iconName: method.icon,
      href: method.begin(attempt.next),
    })),
    reset,
    demo: demo ? demoAccounts(view) : null,
  };
}

const demoAccounts = ({ t, names }: View): DemoAccounts => ({
  password: t('account.signIn.demoText', { password: DEMO_PASSWORD }),
  accounts: DEMO_ACCOUNTS.map(({ username, name, roles }) => ({
    username,
    name,
    role: roles.map((role) => names.role[role as keyof typeof names.role]).join(', '),
  })),
});
