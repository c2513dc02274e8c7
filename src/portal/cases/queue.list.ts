import { actOf, EVENT_TYPES, type EventType } from '../../../workflows/events.ts';
import { mayPost } from '../../casework/rights.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import { targetOf } from '../../reports/target.ts';
import type { Empty, Pagination } from '../components/navigation-parts.ts';
import { type StatusTag, tag, turnTag } from '../components/status-tag.ts';
import { daysLeft } from '../formats/days-left.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { addressOf, detailsOf } from './case-details.ts';
import { flagText } from './flags.ts';
import { isLate, nextDeadline } from './next-deadline.ts';
import { type QueueFilters, queryOf, queueHref, shownWork } from './queue.query.ts';

/** The cases that were found: the part of the queue that is put in place as one types. */
export interface QueueList {
  readonly rows: readonly QueueRow[];
  readonly empty: Empty | null;
  readonly pagination: Pagination;
  readonly exportHref: string;
  /** What this caller may do with several cases at once; null: nothing. */
  readonly bulk: {
    readonly acts: readonly { readonly value: string; readonly label: string }[];
  } | null;
}

interface QueueRow {
  readonly id: string;
  readonly number: string;
  readonly href: string;
  readonly choose: string;
  readonly person: string;
  readonly object: string | null;
  readonly status: string;
  readonly turn: StatusTag;
  readonly isLate: boolean;
  readonly deadline: {
    readonly iso: string;
    readonly when: string;
    readonly late: StatusTag | null;
    readonly left: string;
    readonly what: string;
    readonly clause: string | null;
    readonly target: { readonly text: string; readonly passed: boolean } | null;
  } | null;
  readonly marks: readonly string[];
}

/** Acts that may be done in many cases at once. */
export const BULK_ACTS: readonly EventType[] = EVENT_TYPES.filter((type) => actOf(type).inBulk);

const bulkActsOf = ({ caller }: View): readonly EventType[] =>
  caller ? BULK_ACTS.filter((act) => mayPost(caller, act)) : [];

export interface QueueFound {
  readonly items: readonly CaseView[];
  readonly next: string | null;
  readonly cursor: string | null;
  readonly filters: QueueFilters;
  /** The operator's target, days before the legal last day. */
  readonly daysBefore: number;
}

export function queueList(view: View, { items, next, cursor, filters, daysBefore }: QueueFound): QueueList {
  const { t, names } = view;
  const acts = bulkActsOf(view);
  return {
    rows: items.map((one) => rowOf(view, one, daysBefore)),
    empty: items.length > 0 ? null : emptyOf(view, filters),
    pagination: {
      shown: t('cases.queue.shown', { count: items.length }),
      first: cursor ? queueHref(filters) : null,
      next: next ? queueHref(filters, next) : null,
    },
    exportHref: queueHref(withWork(view, filters), null, '/staff/cases.csv'),
    bulk:
      acts.length > 0 && items.length > 0
        ? { acts: acts.map((value) => ({ value, label: names.act[value] })) }
        : null,
  };
}

/** The list as it is shown; a bare address means another one for each role. */
export const withWork = ({ caller }: View, filters: QueueFilters): QueueFilters =>
  caller ? { ...filters, work: shownWork(filters, caller) } : filters;

function emptyOf(view: View, filters: QueueFilters): Empty {
  const { t } = view;
  const isSearch = queryOf({ ...filters, work: '' }) !== 'work=';
  if (!isSearch)
    return {
      iconName: 'check',
      title: t('queue.emptyWork'),
      text: t('queue.emptyWorkText'),
      action: { label: t('queue.allCases'), href: queueHref({ work: 'all' }) },
    };
  return {
    iconName: 'search',
    title: t('cases.queue.empty'),
    text: t('cases.queue.emptyText'),
    action:
      filters.q && filters.work && filters.work !== 'all'
        ? { label: t('queue.searchAll'), href: queueHref({ q: filters.q, work: 'all' }) }
        : { label: t('common.resetFilters'), href: queueHref({ work: 'all' }) },
  };
}

function rowOf(view: View, found: CaseView, daysBefore: number): QueueRow {
  const { t, names, formats, today, clause } = view;
  const details = detailsOf(found);
  const deadline = nextDeadline(found);
  const on = deadline?.lastDay ?? deadline?.earliestDay;
  const late = deadline !== null && isLate(deadline);
  const target =
    deadline?.lastDay && deadline.awaits === 'operator' && !late
      ? targetOf(deadline.lastDay, daysBefore)
      : null;
  const passed = target !== null && target < today.toString();
  return {
    id: found.id,
    number: found.number,
    href: `/cases/${found.id}`,
    choose: t('queue.chooseCase', { number: found.number }),
    person: details.application?.customer?.name ?? t('cases.queue.hidden'),
    object: addressOf(found),
    status: nameOf(names, 'status', found.status),
    turn: turnTag(view, found.awaits),
    isLate: late,
    deadline:
      deadline && on
        ? {
            iso: on,
            when: formats.shortDate(on),
            late: late ? tag(formats.shortDate(on), 'bad', 'warning') : null,
            left: daysLeft(t, today, on),
            what: nameOf(names, 'deadline', deadline.name),
            clause: clause(deadline.clause),
            target:
              target === null
                ? null
                : {
                    text: t(passed ? 'queue.targetPassed' : 'queue.target', {
                      day: formats.shortDate(target),
                    }),
                    passed,
                  },
          }
        : null,
    marks: details.flags.map(({ name }) => flagText(view, name)),
  };
}
