import type { PeopleActView } from '../../administration/accounts/account-act.ts';
import { STAFF_ROLES } from '../../administration/accounts/account-request.ts';
import type { AccountNote, AccountView } from '../../administration/accounts/account-view.ts';
import { personText } from '../cases/person-text.ts';
import type { Tabs } from '../components/navigation-parts.ts';
import { type Notice, notice } from '../components/notice.ts';
import { row, type SummaryList, summaryList } from '../components/summary-list.ts';
import { type Table, table } from '../components/table.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { MESSAGES, type MessageKey } from '../messages/translate.ts';
import { sectionsOf } from './sections.ts';
import { rolesText, stateTag } from './users.page.ts';

export interface UserPage extends Page {
  readonly sections: Tabs;
  readonly notices: readonly Notice[];
  readonly facts: SummaryList;
  readonly action: string;
  /** null: an account whose roles are not given by an administrator. */
  readonly roles: { readonly field: Field; readonly text: string } | null;
  readonly acts: readonly {
    readonly act: string;
    readonly button: string;
    readonly text: string;
    readonly danger: boolean;
  }[];
  readonly log: Table | null;
}

export interface UserShown {
  readonly account: AccountView;
  readonly log: readonly AccountNote[];
  readonly pending: readonly PeopleActView[];
  /** What the form sent, where it came back refused. */
  readonly roles: readonly string[] | null;
  readonly errors: FormErrors | null;
}

const rolesField = (view: View, roles: readonly string[], errors: FormErrors | null): Field =>
  formFields(view, { roles: roles.join(',') }, errors).checkboxes('roles', {
    label: view.t('administration.users.roles'),
    hint: view.t('administration.users.rolesHint'),
    choices: STAFF_ROLES.map((value) => ({ value, label: view.names.role[value] })),
  });

export function userPage(view: View, { account, log, pending, roles, errors }: UserShown): UserPage {
  const { t, formats, names, caller } = view;
  const own = account.id === caller?.accountId;
  return {
    title: account.name,
    frame: {
      wide: true,
      crumbs: [{ label: t('administration.users.title'), href: '/admin/users' }],
      errors: errors?.summary ?? null,
    },
    sections: sectionsOf(view, 'users'),
    notices: [
      ...pending.map((one) => waitingNotice(view, one)),
      ...(own ? [notice('info', null, t('administration.users.self'))] : []),
    ],
    facts: summaryList(
      row(t('administration.users.username'), account.username),
      row(t('administration.users.active'), '', { tag: stateTag(view, account.active) }),
      row(t('administration.users.roles'), rolesText(view, account.roles), {
        note: account.kind === 'staff' ? null : nameOf(names, 'customerKind', account.kind),
      }),
      account.email ? row(t('administration.users.email'), account.email) : null,
      row(t('administration.users.createdAt'), formats.instant(account.createdAt)),
      row(t('administration.users.sessions'), String(account.sessions), {
        note: account.lastSeenAt ? formats.instant(account.lastSeenAt) : null,
      }),
    ),
    action: `/admin/users/${account.id}`,
    roles:
      account.kind === 'staff'
        ? {
            field: rolesField(view, roles ?? account.roles, errors),
            text: t('administration.users.rolesEnd'),
          }
        : null,
    acts: actsOf(view, account, own),
    log: log.length === 0 ? null : logTable(view, log),
  };
}

const waitingNotice = ({ t }: View, { event, askedBy, askedByName }: PeopleActView): Notice =>
  notice(
    'info',
    t(`administration.people.${event.type}`),
    t('administration.people.waits', { who: personText(askedBy, askedByName) }),
  );

function actsOf({ t }: View, { kind, active }: AccountView, own: boolean): UserPage['acts'] {
  const act = (
    name: string,
    key: 'signOut' | 'newPassword' | 'close' | 'reopen',
    danger = false,
  ): UserPage['acts'][number] => ({
    act: name,
    button: t(`administration.users.${key}`),
    text: t(`administration.users.${key}Text`),
    danger,
  });
  return [
    act('sign-out', 'signOut'),
    ...(kind === 'staff' ? [act('password', 'newPassword')] : []),
    ...(active ? (own ? [] : [act('close', 'close', true)]) : [act('open', 'reopen')]),
  ];
}

function logTable(view: View, log: readonly AccountNote[]): Table {
  const { t, formats } = view;
  return table({
    columns: [
      { label: t('administration.users.when') },
      { label: t('administration.users.what') },
      { label: t('administration.users.actor') },
    ],
    rows: log.map(({ at, actor, what, data }) => [
      formats.instant(at),
      { text: whatText(view, what), note: detailOf(view, data) },
      actor,
    ]),
  });
}

/** Other parts of the product note on accounts too; what has no words yet is shown as it is called. */
function whatText({ t }: View, what: string): string {
  const key = `administration.users.notes.${what}`;
  return MESSAGES.lv.has(key) ? t(key as MessageKey) : what;
}

function detailOf(view: View, data: unknown): string | null {
  const { before, after, roles } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(before) && Array.isArray(after))
    return view.t('administration.users.fromTo', {
      before: rolesText(view, before),
      after: rolesText(view, after),
    });
  return Array.isArray(roles) ? rolesText(view, roles) : null;
}

export interface NewUserPage extends Page {
  readonly sections: Tabs;
  readonly fields: readonly Field[];
}

export const NEW_USER_FIELDS = ['username', 'name', 'email', 'language', 'roles'] as const;

export function newUserPage(
  view: View,
  values: Readonly<Record<string, string | undefined>>,
  roles: readonly string[],
  errors: FormErrors | null,
): NewUserPage {
  const { t } = view;
  const form = formFields(view, { language: 'lv', ...values }, errors);
  return {
    title: t('administration.users.addTitle'),
    frame: {
      lead: t('administration.users.addLead'),
      crumbs: [{ label: t('administration.users.title'), href: '/admin/users' }],
      errors: errors?.summary ?? null,
    },
    sections: sectionsOf(view, 'users'),
    fields: [
      form.input('username', {
        label: t('administration.users.username'),
        width: 'medium',
        autocomplete: 'off',
        maxlength: 100,
      }),
      form.input('name', { label: t('administration.users.name'), autocomplete: 'off', maxlength: 300 }),
      form.input('email', {
        label: t('administration.users.email'),
        type: 'email',
        optional: true,
        autocomplete: 'off',
        maxlength: 254,
      }),
      form.select('language', {
        label: t('administration.users.language'),
        choices: (['lv', 'en'] as const).map((value) => ({
          value,
          label: t(`administration.users.languages.${value}`),
        })),
      }),
      rolesField(view, roles, errors),
    ],
  };
}
