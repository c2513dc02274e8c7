import type { Read } from '../../../db/read-audit.ts';
import type { Empty, FilterBar, Pagination } from '../components/navigation-parts.ts';
import { type Table, table } from '../components/table.ts';
import { formFields } from '../forms/fields.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';

export interface AuditPage extends Page {
  readonly filters: FilterBar;
  readonly table: Table | null;
  readonly empty: Empty | null;
  readonly pagination: Pagination;
}

export const AUDIT_FILTERS = ['case', 'account', 'day'] as const;
export type AuditFilters = Readonly<Partial<Record<(typeof AUDIT_FILTERS)[number], string>>>;

export interface AuditFound {
  readonly items: readonly Read[];
  readonly next: string | null;
  readonly before: string;
  /** Days as they were typed. */
  readonly filters: AuditFilters;
}

export function auditPage(view: View, { items, next, before, filters }: AuditFound): AuditPage {
  const { t, formats } = view;
  return {
    title: t('administration.audit.title'),
    frame: { lead: t('administration.audit.lead'), wide: true },
    filters: filterBar(view, filters),
    table:
      items.length === 0
        ? null
        : table({
            columns: [
              { label: t('administration.audit.when') },
              { label: t('administration.audit.who') },
              { label: t('administration.audit.what') },
              { label: t('administration.audit.case') },
            ],
            rows: items.map((one) => [
              formats.instant(one.at),
              one.account,
              whatText(view, one.what),
              one.number === null
                ? { text: t('administration.audit.gone'), note: one.caseId }
                : { text: one.number, href: `/cases/${one.caseId}` },
            ]),
          }),
    empty:
      items.length > 0
        ? null
        : {
            iconName: 'search',
            title: t('administration.audit.empty'),
            text: t('administration.audit.emptyText'),
            action: { label: t('common.resetFilters'), href: '/privacy/audit' },
          },
    pagination: {
      shown: t('administration.audit.shown', { count: items.length }),
      first: before === '' ? null : auditHref(filters),
      next: next === null ? null : auditHref(filters, next),
    },
  };
}

function whatText({ t, names }: View, what: string): string {
  const [, deadline] = what.match(/^retry of (.+)$/) ?? [];
  if (deadline !== undefined)
    return t('administration.audit.whats.retry', { deadline: nameOf(names, 'deadline', deadline) });
  if (what.startsWith('document ')) return t('administration.audit.whats.document');
  if (what === 'case' || what === 'history' || what === 'notices')
    return t(`administration.audit.whats.${what}`);
  return what;
}

function auditHref(filters: AuditFilters, before = ''): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  if (before !== '') query.set('before', before);
  const text = query.toString();
  return text === '' ? '/privacy/audit' : `/privacy/audit?${text}`;
}

function filterBar(view: View, filters: AuditFilters): FilterBar {
  const { t } = view;
  const form = formFields(view, filters);
  const set = Object.entries(filters).filter(([, value]) => value !== '');
  return {
    label: t('administration.audit.filters'),
    action: '/privacy/audit',
    fields: [
      form.input('case', { label: t('administration.audit.case'), autocomplete: 'off', maxlength: 40 }),
      form.input('account', {
        label: t('administration.audit.account'),
        autocomplete: 'off',
        maxlength: 100,
      }),
      form.date('day', { label: t('administration.audit.day') }),
    ].map((field) => ({ ...field, required: false, optional: null })),
    resetHref: set.length > 0 ? '/privacy/audit' : null,
    set: set.map(([name, value]) => ({
      label: value,
      href: auditHref(Object.fromEntries(set.filter(([one]) => one !== name))),
    })),
  };
}
