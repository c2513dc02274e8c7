import { FIGURED_DEADLINES } from './schema.ts';

export interface CaseFilter {
  readonly ids?: readonly string[];
  readonly status?: readonly string[];
  readonly awaits?: string;
  readonly overdue?: boolean;
  readonly deadline?: DeadlineFilter;
  /** First and last day of the queue: of the earliest last day that awaits the operator. */
  readonly queueFrom?: string;
  readonly queueTo?: string;
  /** Cases that were opened from this instant on, and before that one. */
  readonly openedFrom?: string;
  readonly openedBefore?: string;
  /** Any of these besides all the rest. */
  readonly anyOf?: readonly CaseFilter[];
  /** Words typed into the search box: each must begin a word of the case. */
  readonly q?: string;
  /** For who must not see names: the number of the case begins so. */
  readonly numberBegins?: string;
  readonly ownerAccount?: string;
  readonly partyCode?: string;
  /** Cases of this account or of this party, or found by one of these words, whichever matches: what a customer may see. */
  readonly mine?: {
    readonly ownerAccount: string;
    readonly partyCode: string | null;
    readonly agentWords?: readonly string[];
  };
}

/** Cases with a deadline of a name. `open`: it runs, stands still, or was missed in a case that is late. `breached`: the
 *  operator missed it, and of all that is late in the case it was due first. */
export interface DeadlineFilter {
  readonly name: string;
  readonly state: 'open' | 'running' | 'met' | 'missed' | 'breached';
  readonly from?: string;
  readonly to?: string;
  /** Of deadlines that await the operator alone: those stand in the queue with a day. */
  readonly awaitsOperator?: boolean;
  /** Statuses in which such a deadline can be open: no others are looked at. */
  readonly within?: readonly string[];
}

/** Adds a value to those of a statement and gives its place, `$3`. */
export type Parameter = (value: unknown) => string;

/** Where a case stands in the queue: those without a day stand last. */
export const QUEUE = `coalesce(c.queue_on, 'infinity'::date)`;

/** What another table tells of a case. */
export interface Mark {
  /** Asked of one case: a look-up, never a join. Whoever joins collects every case of a common word first. */
  readonly isOn: (id: string, queueOn: string) => string;
  /** The ids of all cases that have it, where an index gives them; null: only a case can be asked. */
  readonly ids: string | null;
}

/** What the row of a case tells by itself. */
export const rowConditions = (filter: CaseFilter, parameter: Parameter): string[] => [
  ...placeConditions(filter, parameter),
  ...restConditions(filter, parameter),
];

function placeConditions({ status, awaits, deadline }: CaseFilter, parameter: Parameter): string[] {
  const conditions: string[] = [];
  if (status) conditions.push(`c.status = any(${parameter(status)}::text[])`);
  if (deadline?.within) conditions.push(`c.status = any(${parameter(deadline.within)}::text[])`);
  if (awaits !== undefined) conditions.push(`c.awaits = ${parameter(awaits)}`);
  return conditions;
}

/** Whether cases of this status in which this party is awaited can be among those of the filter. */
export const isAtPlace = (
  filter: CaseFilter,
  { status, awaits }: { readonly status: string; readonly awaits: string },
): boolean =>
  (filter.status?.includes(status) ?? true) &&
  (filter.deadline?.within?.includes(status) ?? true) &&
  (filter.awaits === undefined || filter.awaits === awaits);

/** All but status and awaited party. */
export function restConditions(filter: CaseFilter, parameter: Parameter): string[] {
  const { ids, overdue, ownerAccount, partyCode, deadline } = filter;
  const { queueFrom, queueTo, openedFrom, openedBefore } = filter;
  const conditions: string[] = [];
  if (filter.numberBegins !== undefined)
    conditions.push(`starts_with(upper(c.number), upper(${parameter(filter.numberBegins)}))`);
  if (ids) conditions.push(`c.id = any(${parameter(ids)}::uuid[])`);
  if (isOverdue(filter)) conditions.push('c.overdue');
  if (overdue === false) conditions.push('not c.overdue');
  if (ownerAccount !== undefined) conditions.push(`c.owner_account = ${parameter(ownerAccount)}`);
  if (partyCode !== undefined) conditions.push(`c.party_code = ${parameter(partyCode)}`);
  if (queueFrom !== undefined) conditions.push(`${QUEUE} >= ${parameter(queueFrom)}::date`);
  if (queueTo !== undefined) conditions.push(`${QUEUE} <= ${parameter(queueTo)}::date`);
  if (openedFrom !== undefined) conditions.push(`c.created_at >= ${parameter(openedFrom)}::timestamptz`);
  if (openedBefore !== undefined) conditions.push(`c.created_at < ${parameter(openedBefore)}::timestamptz`);
  if (deadline?.awaitsOperator && !isPast(deadline)) conditions.push(`${QUEUE} < 'infinity'::date`);
  return conditions;
}

/** Cases that are late are few, and have an index of their own. */
export const isOverdue = ({ overdue, deadline }: CaseFilter): boolean =>
  overdue === true || deadline?.state === 'breached';

const isPast = ({ state }: DeadlineFilter): boolean => state === 'met' || state === 'missed';

const STATE: Readonly<Record<DeadlineFilter['state'], (id: string, queueOn: string) => string>> = {
  open: (id) =>
    `(d.state in ('running', 'frozen') or (d.state = 'missed' and (select o.overdue from cases o where o.id = ${id})))`,
  running: () => `d.state = 'running'`,
  met: () => `d.state = 'met'`,
  missed: () => `d.state = 'missed'`,
  breached: (_, queueOn) => `d.state = 'missed' and d.awaits = 'operator' and d.last_day = ${queueOn}`,
};

export function deadlineMark(deadline: DeadlineFilter, parameter: Parameter): Mark {
  const { name, state, from, to } = deadline;
  const named = [
    `d.name = ${parameter(name)}`,
    ...(from === undefined ? [] : [`d.last_day >= ${parameter(from)}::date`]),
    ...(to === undefined ? [] : [`d.last_day <= ${parameter(to)}::date`]),
  ].join(' and ');
  return {
    isOn: (id, queueOn) =>
      `(select true from deadlines d where d.case_id = ${id} and ${named} and ${STATE[state](id, queueOn)} limit 1)`,
    ids: idsOf(deadline, named),
  };
}

/** Whether an index gives all cases with such a deadline. */
export const isIndexed = ({ name, state }: DeadlineFilter): boolean =>
  state === 'met' || state === 'missed'
    ? FIGURED_DEADLINES.some((one) => one === name)
    : state !== 'breached';

function idsOf(deadline: DeadlineFilter, named: string): string | null {
  const { state } = deadline;
  if (!isIndexed(deadline)) return null;
  if (state === 'met' || state === 'missed')
    return `select d.case_id from deadlines d where ${named} and d.state = '${state}'`;
  const open = `select d.case_id from deadlines d where ${named} and d.state in ('running', 'frozen')`;
  const late = `select o.id from cases o where o.overdue
    and (select true from deadlines d where d.case_id = o.id and ${named} and d.state = 'missed' limit 1)`;
  return state === 'open' ? `${open} union all ${late}` : `${open} and d.state = 'running'`;
}

export function wordMark(prefix: string, parameter: Parameter): Mark {
  const begins = `w.word like ${parameter(`${prefix}%`)}`;
  return {
    isOn: (id) => `(select true from case_words w where w.case_id = ${id} and ${begins} limit 1)`,
    ids: `select w.case_id from case_words w where ${begins}`,
  };
}

/** Asked of a case that is at hand, with its deadline and without its words. */
const asked = (one: CaseFilter, parameter: Parameter): string =>
  [
    ...rowConditions(one, parameter),
    ...(one.deadline ? [deadlineMark(one.deadline, parameter).isOn('c.id', QUEUE)] : []),
  ].join(' and ') || 'true';

export const alternativeConditions = ({ anyOf: alternatives }: CaseFilter, parameter: Parameter): string[] =>
  alternatives ? [`(${alternatives.map((one) => `(${asked(one, parameter)})`).join(' or ')})`] : [];

export const where = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
