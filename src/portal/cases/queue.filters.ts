import { DEADLINE_NAMES } from '../../../workflows/deadlines/index.ts';
import { STATUSES } from '../../../workflows/status.ts';
import { type Field, formFields } from '../forms/fields.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { type FilterName, type QueueFilters, queueHref } from './queue.query.ts';

/** The filters of the queue: the search in front, the rest behind a fold, and those that are set, each to be taken away. */
export interface QueueFilterForm {
  readonly label: string;
  readonly search: Field;
  readonly more: readonly Field[];
  readonly moreOpen: boolean;
  /** Kept while one types: the list and the days that a figure of the dashboard led to. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly resetHref: string | null;
  readonly set: readonly { readonly label: string; readonly href: string }[];
}

const BEHIND_THE_FOLD: readonly FilterName[] = ['status', 'awaits', 'deadline', 'overdue'];
const KEPT: readonly FilterName[] = ['work', 'state', 'from', 'to', 'openedFrom', 'openedTo'];

export function queueFilterForm(view: View, filters: QueueFilters): QueueFilterForm {
  const { t, names } = view;
  const form = formFields(view, filters);
  const { status = '' } = filters;
  const several = status.includes(',') ? [{ value: status, label: statusesOf(view, status) }] : [];
  const fields: Field[] = [
    form.select('status', {
      label: t('cases.queue.status'),
      width: 'full',
      choices: [
        { value: '', label: t('cases.queue.any') },
        ...several,
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
    form.select('deadline', {
      label: t('queue.deadline'),
      width: 'full',
      choices: [
        { value: '', label: t('queue.anyDeadline') },
        ...DEADLINE_NAMES.map((value) => ({ value, label: names.deadline[value] })),
      ],
    }),
    form.tick('overdue', { label: t('cases.queue.onlyOverdue'), optional: true }),
  ];
  const set = (Object.entries(filters) as [FilterName, string][]).filter(([name]) => name !== 'work');
  return {
    label: t('cases.queue.filters'),
    search: asFilter(form.input('q', { label: t('cases.queue.q'), type: 'search', autocomplete: 'off' })),
    more: fields.map(asFilter),
    moreOpen: BEHIND_THE_FOLD.some((name) => filters[name] !== undefined),
    kept: KEPT.flatMap((name) => {
      const value = filters[name];
      return value === undefined ? [] : [{ name, value }];
    }),
    resetHref: set.length > 0 ? queueHref(filters.work ? { work: filters.work } : {}) : null,
    set: set.map(([name, value]) => ({
      label: toldOf(view, name, value),
      href: queueHref(without(filters, name)),
    })),
  };
}

const asFilter = (field: Field): Field => ({ ...field, required: false, optional: null });

function without(filters: QueueFilters, name: FilterName): QueueFilters {
  const gone: readonly FilterName[] = name === 'deadline' ? ['deadline', 'state', 'from', 'to'] : [name];
  return Object.fromEntries(Object.entries(filters).filter(([one]) => !gone.some((other) => other === one)));
}

function toldOf(view: View, name: FilterName, value: string): string {
  const { t, names, formats } = view;
  const onDay = (key: 'from' | 'to' | 'openedFrom' | 'openedTo'): string =>
    t(`queue.${key}`, { day: formats.shortDate(value) });
  switch (name) {
    case 'status':
      return statusesOf(view, value);
    case 'awaits':
      return nameOf(names, 'awaits', value);
    case 'deadline':
      return nameOf(names, 'deadline', value);
    case 'overdue':
      return t('cases.queue.overdue');
    case 'state':
      return t(`queue.states.${value as 'open'}`);
    case 'from':
    case 'to':
    case 'openedFrom':
    case 'openedTo':
      return onDay(name);
    default:
      return value;
  }
}

const statusesOf = ({ names, formats }: View, value: string): string =>
  formats.list(value.split(',').map((one) => nameOf(names, 'status', one.trim())));
