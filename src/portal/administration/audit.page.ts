import type { Read } from '../../../db/read-audit.ts';
import type { Empty, FilterBar, Pagination } from '../components/navigation-parts.ts';
import { type Table, table } from '../components/table.ts';
import { formFields } from '../forms/fields.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { listHref, nothingFound, setFilters } from './filtered-list.ts';

export interface AuditPage extends Page {
  readonly filters: FilterBar;
  readonly table: Table | null;
  readonly empty: Empty | null;
  readonly pagination: Pagination;
}

const PATH = '/privacy/audit';

export const AUDIT_FILTERS = ['case', 'account', 'day'] as const;
type AuditFilters = Readonly<Partial<Record<(typeof AUDIT_FILTERS)[number], string>>>;

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
        : nothingFound(view, PATH, {
            title: t('administration.audit.empty'),
            text: t('administration.audit.emptyText'),
          }),
    pagination: {
      shown: t('administration.audit.shown', { count: items.length }),
      first: before === '' ? null : listHref(PATH, filters),
      next: next === null ? null : listHref(PATH, { ...filters, before: next }),
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

function filterBar(view: View, filters: AuditFilters): FilterBar {
  const { t } = view;
  const form = formFields(view, filters);
  return {
    label: t('administration.audit.filters'),
    ...setFilters(PATH, filters, (_name, value) => value),
    fields: [
      form.input('case', { label: t('administration.audit.case'), autocomplete: 'off', maxlength: 40 }),
      form.input('account', {
        label: t('administration.audit.account'),
        autocomplete: 'off',
        maxlength: 100,
      }),
      form.date('day', { label: t('administration.audit.day') }),
    ].map((field) => ({ ...field, required: false, optional: null })),
  };
}
