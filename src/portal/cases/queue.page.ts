import { STATUSES } from '../../../workflows/status.ts';
import type { CaseView } from '../../casework/casework.ts';
import type { Empty, FilterBar, Pagination, Tabs } from '../components/navigation-parts.ts';
import { type StatusTag, tag, turnTag } from '../components/status-tag.ts';
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
  readonly rows: readonly QueueRow[];
  readonly empty: Empty | null;
  readonly pagination: Pagination;
}

export interface QueueRow {
  readonly number: string;
  readonly href: string;
  readonly person: string;
  readonly object: string | null;
  readonly status: string;
  readonly turn: StatusTag;
  readonly deadline: {
    readonly iso: string;
    readonly when: string;
    readonly late: StatusTag | null;
    readonly left: string;
    readonly what: string;
    readonly clause: string | null;
  } | null;
  readonly marks: readonly string[];
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
    rows: items.map((one) => rowOf(view, one)),
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

function rowOf(view: View, found: CaseView): QueueRow {
  const { t, names, formats, today, clause } = view;
  const details = detailsOf(found);
  const deadline = nextDeadline(found);
  const on = deadline?.lastDay ?? deadline?.earliestDay;
  return {
    number: found.number,
    href: `/cases/${found.id}`,
    person: details.application?.customer?.name ?? t('cases.queue.hidden'),
    object: addressOf(found),
    status: nameOf(names, 'status', found.status),
    turn: turnTag(view, found.awaits),
    deadline:
      deadline && on
        ? {
            iso: on,
            when: formats.shortDate(on),
            late: isLate(deadline) ? tag(formats.shortDate(on), 'bad', 'warning') : null,
            left: daysLeft(t, today, on),
            what: nameOf(names, 'deadline', deadline.name),
            clause: clause(deadline.clause),
          }
        : null,
    marks: details.flags.map(({ name }) => flagText(view, name)),
  };
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
