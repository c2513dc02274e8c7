import { STATUSES } from '../../../workflows/status.ts';
import type { CaseView } from '../../casework/casework.ts';
import type { Empty, FilterBar, Pagination, Tabs } from '../components/navigation-parts.ts';
import { statusTag, tag, turnTag } from '../components/status-tag.ts';
import { type Cell, type Table, table } from '../components/table.ts';
import { daysLeft } from '../formats/days-left.ts';
import { formFields } from '../forms/fields.ts';
import type { Page } from '../frame/page.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { addressOf, detailsOf } from './case-details.ts';
import { flagText } from './flags.ts';
import { isLate, nextDeadline } from './next-deadline.ts';
import { type FilterName, type QueueFilters, queueHref } from './queue.query.ts';

export interface QueuePage extends Page {
  readonly tabs: Tabs;
  readonly filters: FilterBar;
  readonly table: Table | null;
  readonly empty: Empty | null;
  readonly pagination: Pagination;
}

export interface QueueFound {
  readonly items: readonly CaseView[];
  readonly next: string | null;
  readonly cursor: string | null;
  readonly filters: QueueFilters;
}

export function queuePage(view: View, { items, next, cursor, filters }: QueueFound): QueuePage {
  const { t } = view;
  return {
    title: t('cases.queue.title'),
    frame: { lead: t('cases.queue.lead'), wide: true },
    tabs: tabsOf(view, filters),
    filters: filterBar(view, filters),
    table:
      items.length === 0
        ? null
        : table({
            columns: [
              { label: t('cases.queue.number') },
              { label: t('cases.queue.person') },
              { label: t('cases.queue.object') },
              { label: t('cases.queue.status') },
              { label: t('cases.queue.turn') },
              { label: t('cases.queue.deadline') },
              { label: t('cases.queue.marks') },
            ],
            rows: items.map((one) => rowOf(view, one)),
          }),
    empty:
      items.length > 0
        ? null
        : {
            iconName: 'search',
            title: t('cases.queue.empty'),
            text: t('cases.queue.emptyText'),
            action: { label: t('common.resetFilters'), href: '/cases' },
          },
    pagination: {
      shown: t('cases.queue.shown', { count: items.length }),
      first: cursor ? queueHref(filters) : null,
      next: next ? queueHref(filters, next) : null,
    },
  };
}

function rowOf(view: View, found: CaseView): readonly (Cell | string)[] {
  const { t } = view;
  const details = detailsOf(found);
  const { kind, name } = details.application?.customer ?? {};
  return [
    { text: found.number, href: `/cases/${found.id}` },
    { text: name ?? t('cases.queue.hidden'), note: kind ? nameOf(view.names, 'customerKind', kind) : null },
    addressOf(found) ?? '–',
    { text: '', tag: statusTag(view, found.status) },
    { text: '', tag: turnTag(view, found.awaits) },
    deadlineCell(view, found),
    {
      text:
        details.flags.length === 0
          ? t('cases.queue.noMarks')
          : details.flags.map(({ name: flag }) => flagText(view, flag)).join('; '),
    },
  ];
}

function deadlineCell({ t, names, formats, today, clause }: View, found: CaseView): Cell {
  const deadline = nextDeadline(found);
  const on = deadline?.lastDay ?? deadline?.earliestDay;
  if (!deadline || !on) return { text: t('cases.queue.noDeadline') };
  const left = daysLeft(t, today, on);
  const when = `${formats.shortDate(on)} (${left})`;
  const what = [nameOf(names, 'deadline', deadline.name), clause(deadline.clause)]
    .filter((one) => one !== null)
    .join(' · ');
  return isLate(deadline)
    ? { text: when, tag: tag(when, 'bad', 'warning'), note: what }
    : { text: when, note: what };
}

const VIEWS: readonly {
  readonly key: 'all' | 'operator' | 'customer' | 'overdue';
  readonly filters: QueueFilters;
}[] = [
  { key: 'all', filters: {} },
  { key: 'operator', filters: { awaits: 'operator' } },
  { key: 'customer', filters: { awaits: 'customer' } },
  { key: 'overdue', filters: { overdue: '1' } },
];

const tabsOf = ({ t }: View, filters: QueueFilters): Tabs => ({
  label: t('cases.queue.views'),
  tabs: VIEWS.map((one) => ({
    label: t(`cases.queue.${one.key}`),
    href: queueHref(one.filters),
    current: queueHref(one.filters) === queueHref(filters),
    count: null,
  })),
});

function filterBar(view: View, filters: QueueFilters): FilterBar {
  const { t, names } = view;
  const form = formFields(view, filters);
  const shown: Readonly<Record<FilterName, (value: string) => string>> = {
    q: (value) => value,
    status: (value) => nameOf(names, 'status', value),
    awaits: (value) => nameOf(names, 'awaits', value),
    overdue: () => t('cases.queue.overdue'),
  };
  const without = (name: FilterName): QueueFilters =>
    Object.fromEntries(Object.entries(filters).filter(([one]) => one !== name));
  return {
    label: t('cases.queue.filters'),
    action: '/cases',
    fields: [
      form.input('q', { label: t('cases.queue.q'), type: 'search', autocomplete: 'off' }),
      form.select('status', {
        label: t('cases.queue.status'),
        width: 'full',
        choices: [
          { value: '', label: t('cases.queue.any') },
          ...STATUSES.map((value) => ({ value, label: names.status[value] })),
        ],
      }),
      form.select('awaits', {
        label: t('cases.queue.awaits'),
        width: 'full',
        choices: [
          { value: '', label: t('cases.queue.anyTurn') },
          ...(['operator', 'customer', 'nobody'] as const).map((value) => ({
            value,
            label: names.awaits[value],
          })),
        ],
      }),
      form.tick('overdue', { label: t('cases.queue.onlyOverdue'), optional: true }),
    ].map((field) => ({ ...field, required: false, optional: null })),
    resetHref: Object.keys(filters).length > 0 ? '/cases' : null,
    set: (Object.entries(filters) as [FilterName, string][]).map(([name, value]) => ({
      label: shown[name](value),
      href: queueHref(without(name)),
    })),
  };
}
