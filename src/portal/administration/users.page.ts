import type { BreakGlass } from '../../administration/accounts/account-desk.ts';
import { STAFF_ROLES } from '../../administration/accounts/account-request.ts';
import type { AccountView } from '../../administration/accounts/account-view.ts';
import type { Empty, FilterBar, Pagination, Tabs } from '../components/navigation-parts.ts';
import { type Notice, notice } from '../components/notice.ts';
import { type StatusTag, tag } from '../components/status-tag.ts';
import { type Table, table } from '../components/table.ts';
import { formFields } from '../forms/fields.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { listHref, nothingFound, setFilters } from './filtered-list.ts';
import { sectionsOf } from './sections.ts';
import type { UserFilter, UserFilters } from './users.query.ts';

const PATH = '/admin/users';

export interface UsersPage extends Page {
  readonly sections: Tabs;
  readonly alarms: readonly Notice[];
  readonly views: Tabs;
  readonly filters: FilterBar;
  readonly table: Table | null;
  readonly empty: Empty | null;
  readonly pagination: Pagination;
}

export const rolesText = ({ names }: View, roles: readonly string[]): string =>
  roles.map((role) => nameOf(names, 'role', role)).join(', ');

export const stateTag = ({ t }: View, active: boolean): StatusTag =>
  active
    ? tag(t('administration.users.open'), 'good', 'check')
    : tag(t('administration.users.closed'), 'nobody', 'lock');

export interface UsersFound {
  readonly items: readonly AccountView[];
  readonly next: string | null;
  readonly after: string;
  readonly filters: UserFilters;
  readonly alarms: readonly BreakGlass[];
}

export function usersPage(view: View, { items, next, after, filters, alarms }: UsersFound): UsersPage {
  const { t, formats } = view;
  return {
    title: t('administration.users.title'),
    frame: { lead: t('administration.users.lead'), wide: true },
    sections: sectionsOf(view, 'users'),
    alarms: alarms.map(({ username, at, reason }) =>
      notice(
        'bad',
        t('administration.breakGlass.title', { username, at: formats.instant(at) }),
        t('administration.breakGlass.text', { reason }),
      ),
    ),
    views: viewsOf(view, filters),
    filters: filterBar(view, filters),
    table:
      items.length === 0
        ? null
        : table({
            columns: [
              { label: t('administration.users.username') },
              { label: t('administration.users.name') },
              { label: t('administration.users.roles') },
              { label: t('administration.users.active') },
              { label: t('administration.users.seen') },
            ],
            rows: items.map((one) => [
              { text: one.username, href: `/admin/users/${one.id}` },
              one.name,
              rolesText(view, one.roles),
              { text: '', tag: stateTag(view, one.active) },
              one.lastSeenAt ? formats.instant(one.lastSeenAt) : t('administration.users.notSignedIn'),
            ]),
          }),
    empty:
      items.length > 0
        ? null
        : nothingFound(view, PATH, {
            title: t('administration.users.empty'),
            text: t('administration.users.emptyText'),
          }),
    pagination: {
      shown: t('administration.users.shown', { count: items.length }),
      first: after === '' ? null : listHref(PATH, filters),
      next: next === null ? null : listHref(PATH, { ...filters, after: next }),
    },
  };
}

const VIEWS = [
  { key: 'staff', filters: {} },
  { key: 'customers', filters: { staff: 'false' } },
  { key: 'everybody', filters: { staff: 'all' } },
] as const satisfies readonly { key: string; filters: UserFilters }[];

const viewsOf = ({ t }: View, filters: UserFilters): Tabs => ({
  label: t('administration.users.views'),
  tabs: VIEWS.map((one) => ({
    label: t(`administration.users.${one.key}`),
    href: listHref(PATH, one.filters),
    current: listHref(PATH, one.filters) === listHref(PATH, filters),
    count: null,
  })),
});

function filterBar(view: View, filters: UserFilters): FilterBar {
  const { t, names } = view;
  const form = formFields(view, filters);
  const shown: Readonly<Record<UserFilter, (value: string) => string>> = {
    q: (value) => value,
    role: (value) => nameOf(names, 'role', value),
    active: (value) => t(value === 'true' ? 'administration.users.open' : 'administration.users.closed'),
    staff: (value) =>
      t(value === 'all' ? 'administration.users.everybody' : 'administration.users.customers'),
  };
  return {
    label: t('administration.users.filters'),
    ...setFilters(PATH, filters, (name, value) => shown[name as UserFilter](value)),
    fields: [
      form.input('q', { label: t('administration.users.q'), type: 'search', autocomplete: 'off' }),
      form.select('role', {
        label: t('administration.users.role'),
        width: 'full',
        choices: [
          { value: '', label: t('administration.users.anyRole') },
          ...STAFF_ROLES.map((value) => ({ value, label: names.role[value] })),
        ],
      }),
      form.select('active', {
        label: t('administration.users.active'),
        width: 'full',
        choices: [
          { value: '', label: t('administration.users.anyState') },
          { value: 'true', label: t('administration.users.open') },
          { value: 'false', label: t('administration.users.closed') },
        ],
      }),
      form.select('staff', {
        label: t('administration.users.views'),
        width: 'full',
        choices: [
          { value: '', label: t('administration.users.staff') },
          { value: 'false', label: t('administration.users.customers') },
          { value: 'all', label: t('administration.users.everybody') },
        ],
      }),
    ].map((field) => ({ ...field, required: false, optional: null })),
  };
}
