import { z } from 'zod';
import type { CaseFilter, DeadlineFilter } from '../../../db/case-filter.ts';
import { isoDay } from '../../../workflows/data.ts';
import { DEADLINE_NAMES, type DeadlineName } from '../../../workflows/deadlines/index.ts';
import type { Status } from '../../../workflows/status.ts';
import type { Caller } from '../../casework/caller.ts';
import { read } from '../../http/read.ts';
import { caseListQuery } from '../../http/requests/case-list.ts';
import { day, startOfDay } from '../../law/days.ts';
import { filterOf, firstWork, WORKS, type Work } from '../../reports/work.ts';
import type { Form } from '../forms/form-body.ts';

/** The filters of the queue as they stand in the address; those of the API by the same words. */
const FILTER_NAMES = [
  'work',
  'q',
  'status',
  'awaits',
  'overdue',
  'deadline',
  'state',
  'from',
  'to',
  'openedFrom',
  'openedTo',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type QueueFilters = Readonly<Partial<Record<FilterName, string>>>;

export const CASES_A_PAGE = 50;

const DEADLINE_STATES = ['open', 'running', 'met', 'missed', 'breached'] as const;

const { cursor: _, limit: __, ...ofTheApi } = caseListQuery.shape;

const queueQuery = z.strictObject({
  ...ofTheApi,
  work: z.enum(WORKS).optional(),
  deadline: z.enum(DEADLINE_NAMES).optional(),
  state: z.enum(DEADLINE_STATES).optional(),
  from: isoDay.optional(),
  to: isoDay.optional(),
  openedFrom: isoDay.optional(),
  openedTo: isoDay.optional(),
});

/** Deadlines of which only those that await the operator are ever running: their cases stand in the queue with a day. */
const AWAIT_THE_OPERATOR: ReadonlySet<DeadlineName> = new Set([
  'offer',
  'objection-answer',
  'connection',
  'complaint-answer',
  'data-request-answer',
]);

export const filtersOf = (form: Form): QueueFilters =>
  Object.fromEntries(
    FILTER_NAMES.map((name) => [name, form.text(name)] as const).filter(
      ([name, value]) => value !== '' && !(name === 'overdue' && value === '0'),
    ),
  );

/** The work that is shown: the one in the address, the own where nothing is asked, else all cases. */
export function shownWork(filters: QueueFilters, caller: Caller): Work {
  const asked = WORKS.find((work) => work === filters.work);
  return asked ?? (Object.keys(filters).length === 0 ? firstWork(caller) : 'all');
}

/** @throws Refusal `invalid` for a status, a party, a deadline or a day that there is not */
export function caseFilterOf(filters: QueueFilters, caller: Caller, timeZone: string): CaseFilter {
  const asked = { ...filters, ...(filters.overdue ? { overdue: '1' } : {}) };
  const { status, awaits, overdue, q, deadline, state, from, to, openedFrom, openedTo } = read(
    queueQuery,
    asked,
  );
  const own: CaseFilter = {
    ...(status === undefined ? {} : { status }),
    ...(awaits === undefined ? {} : { awaits }),
    ...(overdue === undefined ? {} : { overdue }),
    ...(q === undefined ? {} : { q }),
    ...(deadline === undefined ? queueDays(from, to) : { deadline: deadlineOf(deadline, state, from, to) }),
    ...(openedFrom === undefined ? {} : { openedFrom: startOf(openedFrom, timeZone) }),
    ...(openedTo === undefined ? {} : { openedBefore: startOf(openedTo, timeZone, 1) }),
  };
  return both(own, filterOf(shownWork(filters, caller), caller));
}

/** What both filters find. */
function both(own: CaseFilter, work: CaseFilter): CaseFilter {
  if (Object.keys(own).length === 0) return work;
  if (Object.keys(work).length === 0) return own;
  const isOverdueAlone = Object.keys(work).length === 1 && work.overdue === true;
  return isOverdueAlone ? { ...own, overdue: true } : { ...own, anyOf: work.anyOf ?? [work] };
}

const queueDays = (from: string | undefined, to: string | undefined): CaseFilter => ({
  ...(from === undefined ? {} : { queueFrom: from }),
  ...(to === undefined ? {} : { queueTo: to }),
});

const deadlineOf = (
  name: DeadlineName,
  state: DeadlineFilter['state'] | undefined,
  from: string | undefined,
  to: string | undefined,
): DeadlineFilter => ({
  name,
  state: state ?? 'open',
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  awaitsOperator: AWAIT_THE_OPERATOR.has(name),
  ...((state ?? 'open') === 'open' || state === 'running' ? openWithin(name) : {}),
});

const BEFORE_THE_OFFER: readonly Status[] = [
  'received',
  'incomplete',
  'awaiting-design',
  'awaiting-contractor',
  'evaluating',
];
const IN_FORCE: readonly Status[] = ['in-force', 'suspended', 'fulfilled'];

/** Where the act that a deadline asks for is still to come. */
const OPEN_WITHIN: Readonly<Partial<Record<DeadlineName, readonly Status[]>>> = {
  offer: BEFORE_THE_OFFER,
  'objection-answer': ['objected'],
  'annulment-earliest': ['annulment-warned'],
  withdrawal: IN_FORCE,
  remedy: IN_FORCE,
  term: IN_FORCE,
  connection: IN_FORCE,
};

function openWithin(name: DeadlineName): Pick<DeadlineFilter, 'within'> {
  const within = OPEN_WITHIN[name];
  return within ? { within } : {};
}

const startOf = (iso: string, timeZone: string, daysLater = 0): string =>
  startOfDay(day(iso).add({ days: daysLater }), timeZone).toString();

/** The query of an address that shows these filters; '' for none. */
export const queryOf = (filters: QueueFilters): string =>
  new URLSearchParams(
    FILTER_NAMES.flatMap((name) => {
      const value = filters[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ).toString();

export function queueHref(filters: QueueFilters, cursor: string | null = null, path = '/cases'): string {
  const query = new URLSearchParams(queryOf(filters));
  if (cursor !== null) query.set('cursor', cursor);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
