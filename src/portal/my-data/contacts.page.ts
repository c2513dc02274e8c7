import type { CaseDetails } from '../../identity/my-data/case-details.ts';
import type { Held } from '../../identity/my-data/held.ts';
import type { Confirmation } from '../components/confirmation.ts';
import { row } from '../components/summary-list.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { casesRow } from './cases-row.ts';

export interface ContactsPage extends Page {
  readonly fields: readonly Field[];
  /** Why cases cannot be changed by this session. */
  readonly readOnly: string | null;
}

const crumbs = ({ t }: View) => [{ label: t('myData.title'), href: '/my-data' }];

interface ContactsShown {
  readonly held: Held;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors | null;
  /** Whether this session may change cases. */
  readonly acts: boolean;
}

export function contactsPage(view: View, { held, values, errors, acts }: ContactsShown): ContactsPage {
  const { t } = view;
  const form = formFields(view, values, errors);
  const open = held.cases.some(({ isOpen }) => isOpen);
  return {
    title: t('myData.contacts.changeTitle'),
    frame: { crumbs: crumbs(view), lead: t('myData.contacts.changeLead'), errors: errors?.summary ?? null },
    readOnly: open && !acts ? t('myData.contacts.readOnly') : null,
    fields: [
      form.input('email', {
        label: t('myData.contacts.email'),
        hint: t(open && acts ? 'myData.contacts.emailHintCase' : 'myData.contacts.emailHint'),
        type: 'email',
        autocomplete: 'email',
        maxlength: 254,
        optional: true,
      }),
      ...(open && acts
        ? [
            form.input('phone', {
              label: t('myData.contacts.phone'),
              type: 'tel',
              autocomplete: 'tel',
              width: 'medium',
              maxlength: 20,
              optional: true,
            }),
            form.input('postalAddress', {
              label: t('myData.contacts.postalAddress'),
              hint: t('myData.contacts.postalAddressHint'),
              autocomplete: 'street-address',
              maxlength: 300,
              optional: true,
            }),
          ]
        : []),
      form.radios('language', {
        label: t('myData.contacts.language'),
        choices: [
          { value: 'lv', label: t('myData.contacts.languages.lv') },
          { value: 'en', label: t('myData.contacts.languages.en') },
        ],
      }),
    ],
  };
}

/** What the fields hold at first: the account, and the latest open case. */
export function presentContacts({ account, cases }: Held): Record<string, string> {
  const contacts = cases.find(({ isOpen }) => isOpen)?.contacts;
  return {
    email: account.email ?? contacts?.email ?? '',
    phone: contacts?.phone ?? '',
    postalAddress: contacts?.postalAddress ?? '',
    language: account.language,
  };
}

export interface ConfirmContactsPage extends Page {
  readonly confirmation: Confirmation;
}

interface Wanted {
  readonly values: Readonly<Record<string, string>>;
  /** What changes in the account, already in words. */
  readonly inAccount: readonly { readonly label: string; readonly text: string }[];
  readonly inCases: readonly CaseDetails[];
  /** Whether the password is asked for: a stolen session must not move the address that links are sent to. */
  readonly asksPassword: boolean;
  readonly key: string;
  readonly errors: FormErrors | null;
}

const linesOf = ({ email, phone, postalAddress }: CaseDetails['details']): string =>
  [email, phone, postalAddress].filter((text) => text !== undefined).join(', ');

export function confirmContactsPage(
  view: View,
  { values, inAccount, inCases, asksPassword, key, errors }: Wanted,
): ConfirmContactsPage {
  const { t } = view;
  const clause = view.clause('II.16.6');
  return {
    title: t('myData.contacts.confirmTitle'),
    frame: {
      crumbs: [...crumbs(view), { label: t('myData.contacts.changeTitle'), href: '/my-data/contacts' }],
      errors: errors?.summary ?? null,
    },
    confirmation: {
      title: t('myData.contacts.confirm'),
      rows: [
        ...inAccount.map(({ label, text }) => row(label, text, { note: t('myData.contacts.inAccount') })),
        ...[...Map.groupBy(inCases, ({ details }) => linesOf(details))].map(([lines, having]) =>
          casesRow(view, having, lines),
        ),
      ],
      consequences: [
        ...(inAccount.length > 0 ? [{ text: t('myData.contacts.effective'), clause: null }] : []),
        ...(inCases.length > 0
          ? [{ text: t('myData.contacts.told', { count: inCases.length }), clause }]
          : []),
      ],
      action: '/my-data/contacts',
      hidden: [
        ...['email', 'phone', 'postalAddress', 'language'].map((name) => ({
          name,
          value: values[name] ?? '',
        })),
        { name: 'key', value: key },
        { name: 'step', value: 'confirm' },
      ],
      fields: asksPassword
        ? [
            formFields(view, {}, errors).input('currentPassword', {
              label: t('myData.contacts.currentPassword'),
              type: 'password',
              autocomplete: 'current-password',
            }),
          ]
        : [],
      button: t('myData.contacts.confirm'),
      back: '/my-data/contacts',
      dangerous: false,
    },
  };
}
