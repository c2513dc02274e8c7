import type { Connection, Statement, Transaction } from './database.ts';
import { type CaseRow, columnsOf } from './rows.ts';
import { cases } from './schema.ts';
import { prefixesOf } from './words.ts';

const ROW = columnsOf(cases, 'c');

const FIND: Statement = { name: 'find_case', text: `select ${ROW} from cases c where c.id = $1` };
const FIND_MANY: Statement = {
  name: 'find_cases',
  text: `select ${ROW} from cases c where c.id = any($1::uuid[])`,
};
const LOCK: Statement = {
  name: 'lock_cases',
  text: `select ${ROW} from cases c where c.id = any($1::uuid[]) order by c.id for update`,
};

export async function findCase(connection: Connection, id: string): Promise<CaseRow | null> {
  const [row] = await connection.query<CaseRow>(FIND, [id]);
  return row ?? null;
}

/** Several cases at once, in no order, for steps that are committed together. */
export const findCases = (connection: Connection, ids: readonly string[]): Promise<CaseRow[]> =>
  connection.query<CaseRow>(FIND_MANY, [ids]);

/** As `findCases`, and nobody else moves them before the transaction ends. Cases are locked in the order of their ids and
 *  before any number is drawn (`numbers.ts`): in that order nobody waits in a circle. */
export const lockCases = (tx: Transaction, ids: readonly string[]): Promise<CaseRow[]> =>
  tx.query<CaseRow>(LOCK, [ids]);

export async function findCaseByNumber(connection: Connection, number: string): Promise<CaseRow | null> {
  const [row] = await connection.query<CaseRow>(`select ${ROW} from cases c where c.number = $1`, [number]);
  return row ?? null;
}

/** Other cases for the same object, whatever their status. */
export const casesOfObject = (connection: Connection, objectKey: string): Promise<CaseRow[]> =>
  connection.query<CaseRow>(
    `select ${ROW} from cases c where c.object_key = $1 order by c.created_at, c.id`,
    [objectKey],
  );

export const casesOfProject = (connection: Connection, projectId: string): Promise<CaseRow[]> =>
  connection.query<CaseRow>(
    `select ${ROW} from cases c where c.project_id = $1 order by c.created_at, c.id`,
    [projectId],
  );

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
  /** So few cases have one that the deadlines are gone through and not the cases. */
  readonly isRare?: boolean;
}

export interface CasePage {
  readonly items: readonly CaseRow[];
  /** Where the next page starts; null: this was the last one. */
  readonly next: string | null;
}

export const MOST_CASES_A_PAGE = 200;

/** A page of cases in the order of the queue: by the earliest last day that awaits the operator, then those without. */
export async function listCases(
  connection: Connection,
  filter: CaseFilter,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<CasePage> {
  const limit = Math.min(Math.max(page.limit, 1), MOST_CASES_A_PAGE);
  const typed = prefixesOf(filter.q ?? '');
  if (filter.q?.trim() && typed.length === 0) return { items: [], next: null };
  const prefixes = await rarestFirst(connection, typed);
  const rarest = prefixes[0];
  const parameters: unknown[] = [];
  const parameter: Parameter = (value) => `$${parameters.push(value)}`;
  const conditions = [
    ...conditionsOf(filter, parameter),
    ...prefixes.map(({ prefix }) => wordBegins(prefix, parameter)),
  ];
  if (page.cursor !== undefined) {
    const after = placeOf(page.cursor);
    conditions.push(`(${QUEUE}, c.id) > (${parameter(after.queueOn)}::date, ${parameter(after.id)}::uuid)`);
  }
  const source =
    rarest && rarest.matches < FEW_MATCHES
      ? fromWord(rarest.prefix, [...conditions, ...anyOf(filter, parameter)], parameter, limit + 1)
      : hasFewCases(filter)
        ? fromMatches([...conditions, ...anyOf(filter, parameter)])
        : filter.deadline && isFoundByDeadlines(filter.deadline)
          ? fromDeadlines([...conditions, ...anyOf(filter, parameter)], filter.deadline, parameter)
          : filter.anyOf
            ? fromAlternatives(filter, filter.anyOf, conditions, parameter, limit + 1)
            : fromEveryPlace(filter, conditions, parameter, limit + 1);
  const rows = await connection.query<CaseRow>(
    `${source} order by ${QUEUE}, c.id limit ${limit + 1}`,
    parameters,
  );
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? cursorAt(items.at(-1)!) : null };
}

type Parameter = (value: unknown) => string;

const QUEUE = `coalesce(c.queue_on, 'infinity'::date)`;

/** One owner, one party and what is overdue are few cases, each found by an index of its own and then sorted. */
const hasFewCases = (filter: CaseFilter): boolean =>
  [filter.ids, filter.mine, filter.ownerAccount, filter.partyCode].some((one) => one !== undefined) ||
  filter.overdue === true;

const isPast = ({ state }: DeadlineFilter): boolean => state === 'met' || state === 'missed';

const isFoundByDeadlines = (deadline: DeadlineFilter): boolean =>
  isPast(deadline) || deadline.isRare === true;

const anyOf = (filter: CaseFilter, parameter: Parameter): string[] =>
  filter.anyOf
    ? [`(${filter.anyOf.map((one) => `(${conditionsOf(one, parameter).join(' and ')})`).join(' or ')})`]
    : [];

function conditionsOf(filter: CaseFilter, parameter: Parameter): string[] {
  const conditions: string[] = [];
  if (filter.ids) conditions.push(`c.id = any(${parameter(filter.ids)}::uuid[])`);
  if (filter.status) conditions.push(`c.status = any(${parameter(filter.status)}::text[])`);
  if (filter.awaits !== undefined) conditions.push(`c.awaits = ${parameter(filter.awaits)}`);
  if (filter.overdue === true) conditions.push('c.overdue');
  if (filter.overdue === false) conditions.push('not c.overdue');
  if (filter.deadline) conditions.push(...deadlineConditions(filter.deadline, parameter));
  if (filter.queueFrom !== undefined) conditions.push(`${QUEUE} >= ${parameter(filter.queueFrom)}::date`);
  if (filter.queueTo !== undefined) conditions.push(`${QUEUE} <= ${parameter(filter.queueTo)}::date`);
  if (filter.openedFrom !== undefined)
    conditions.push(`c.created_at >= ${parameter(filter.openedFrom)}::timestamptz`);
  if (filter.openedBefore !== undefined)
    conditions.push(`c.created_at < ${parameter(filter.openedBefore)}::timestamptz`);
  if (filter.ownerAccount !== undefined)
    conditions.push(`c.owner_account = ${parameter(filter.ownerAccount)}`);
  if (filter.partyCode !== undefined) conditions.push(`c.party_code = ${parameter(filter.partyCode)}`);
  if (filter.mine) {
    const { ownerAccount, partyCode, agentWords = [] } = filter.mine;
    // An array that is made once lets each alternative be looked up by its own index.
    const named =
      agentWords.length === 0
        ? ''
        : ` or c.id = any(array(select w.case_id from case_words w where w.word = any(${parameter(agentWords)}::text[])))`;
    conditions.push(
      `(c.owner_account = ${parameter(ownerAccount)} or c.party_code = ${parameter(partyCode)}::text${named})`,
    );
  }
  return conditions;
}

function deadlineConditions(
  { name, state, from, to, awaitsOperator, within }: DeadlineFilter,
  parameter: Parameter,
): string[] {
  const named = [`d.name = ${parameter(name)}`, ...lastDayWithin({ from, to }, parameter), STATE[state]];
  return [
    ...(state === 'breached' ? ['c.overdue'] : []),
    ...(within ? [`c.status = any(${parameter(within)}::text[])`] : []),
    ...(awaitsOperator && !isPast({ name, state }) ? [`${QUEUE} < 'infinity'::date`] : []),
    `exists (select from deadlines d where d.case_id = c.id and ${named.join(' and ')})`,
  ];
}

const STATE: Readonly<Record<DeadlineFilter['state'], string>> = {
  open: "(d.state in ('running', 'frozen') or (d.state = 'missed' and c.overdue))",
  running: "d.state = 'running'",
  met: "d.state = 'met'",
  missed: "d.state = 'missed'",
  breached: "d.state = 'missed' and d.awaits = 'operator' and d.last_day = c.queue_on",
};

const lastDayWithin = (
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
  parameter: Parameter,
): string[] => [
  ...(from === undefined ? [] : [`d.last_day >= ${parameter(from)}::date`]),
  ...(to === undefined ? [] : [`d.last_day <= ${parameter(to)}::date`]),
];

/** A look-up for each case that is come by, never a join: whoever joins collects every case of a common word first. */
const wordBegins = (prefix: string, parameter: Parameter): string =>
  `(select true from case_words w where w.case_id = c.id and w.word like ${parameter(`${prefix}%`)} limit 1)`;

const where = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';

const fromMatches = (conditions: readonly string[]): string =>
  `select ${ROW} from cases c ${where(conditions)}`;

/** The page is chosen by ids alone: sorting whole rows of a common word would cost more than finding them. */
const fromWord = (
  prefix: string,
  conditions: readonly string[],
  parameter: Parameter,
  limit: number,
): string => `
    with found as materialized (select distinct case_id from case_words where word like ${parameter(`${prefix}%`)}),
    chosen as (select c.id from found join cases c on c.id = found.case_id ${where(conditions)}
      order by ${QUEUE}, c.id limit ${limit})
    select ${ROW} from cases c where c.id in (select id from chosen)`;

/** More matches than this are not collected and sorted: the queue is walked until the page is full. `iela` alone begins a
 *  word of nearly every case. */
const FEW_MATCHES = 20_000;

/** The prefixes with how many words they begin, counted up to {@link FEW_MATCHES}. */
async function rarestFirst(
  connection: Connection,
  prefixes: readonly string[],
): Promise<{ readonly prefix: string; readonly matches: number }[]> {
  if (prefixes.length === 0) return [];
  const counted = await connection.query<Record<string, number>>(
    `select ${prefixes.map((_, i) => `(${countUp(i + 1)}) as "${i}"`).join(', ')}`,
    prefixes.map((prefix) => `${prefix}%`),
  );
  return prefixes
    .map((prefix, i) => ({ prefix, matches: counted[0]![i]! }))
    .sort((a, b) => a.matches - b.matches);
}

const countUp = (parameter: number): string =>
  `select count(*) from (select from case_words where word like $${parameter} limit ${FEW_MATCHES}) w`;

/** The index of the queue is ordered within one status and one awaited party. There are a few dozen such places: they are
 *  found by skipping through the index, each gives its first rows, and the page is merged from those. What a page costs
 *  does not grow with the number of cases. */
function fromEveryPlace(
  filter: CaseFilter,
  conditions: readonly string[],
  parameter: Parameter,
  limit: number,
): string {
  return `${PLACES}
    select ${ROW} from place p cross join lateral (
      select * from cases c ${where(['c.status = p.status', 'c.awaits = p.awaits', ...conditions])}
      order by ${QUEUE}, c.id limit ${limit}) c
    ${where(placeConditions(filter, parameter))}`;
}

const PLACES = `
    with recursive place as (
      (select status, awaits from cases order by status, awaits limit 1)
      union all
      select n.* from place p cross join lateral (
        select status, awaits from cases where (status, awaits) > (p.status, p.awaits) order by status, awaits limit 1) n)`;

function placeConditions(filter: CaseFilter, parameter: Parameter): string[] {
  const places: string[] = [];
  if (filter.status) places.push(`p.status = any(${parameter(filter.status)}::text[])`);
  if (filter.awaits !== undefined) places.push(`p.awaits = ${parameter(filter.awaits)}`);
  if (filter.deadline?.within) places.push(`p.status = any(${parameter(filter.deadline.within)}::text[])`);
  return places;
}

/** What is met or missed is spread over all cases, so that walking the queue would look at each of them: the deadlines are
 *  gone through instead. */
const fromDeadlines = (
  conditions: readonly string[],
  deadline: DeadlineFilter,
  parameter: Parameter,
): string => `select ${ROW} from cases c ${where([caseHas(deadline, parameter), ...conditions])}`;

/** Whether the deadline belongs to a case that is late, `conditionsOf` asks besides. */
function caseHas({ name, state, from, to }: DeadlineFilter, parameter: Parameter): string {
  const named = [`d.name = ${parameter(name)}`, ...lastDayWithin({ from, to }, parameter)];
  const states = isPast({ name, state })
    ? [`d.state = ${parameter(state)}`]
    : ["d.state <> 'void' and d.state <> 'met'"];
  return `c.id in (select d.case_id from deadlines d where ${[...named, ...states].join(' and ')})`;
}

/** Each alternative is walked by itself, as it lies at places of its own; a case that several have is told once. */
function fromAlternatives(
  filter: CaseFilter,
  alternatives: readonly CaseFilter[],
  conditions: readonly string[],
  parameter: Parameter,
  limit: number,
): string {
  const walks = alternatives.map((one) => {
    const own = [...conditions, ...conditionsOf(one, parameter)];
    if (one.deadline && isFoundByDeadlines(one.deadline))
      return `(select c.id from cases c ${where([...own, caseHas(one.deadline, parameter)])} order by ${QUEUE}, c.id limit ${limit})`;
    return `(select c.id from place p cross join lateral (
      select c.id from cases c ${where(['c.status = p.status', 'c.awaits = p.awaits', ...own])}
      order by ${QUEUE}, c.id limit ${limit}) c
    ${where([...placeConditions(filter, parameter), ...placeConditions(one, parameter)])})`;
  });
  return `${PLACES}, found as (${walks.join(' union ')})
    select ${ROW} from cases c where c.id in (select id from found)`;
}

/** How many cases each filter finds, up to `most`, in one statement. */
export async function countCases(
  connection: Connection,
  filters: readonly CaseFilter[],
  most: number,
): Promise<readonly number[]> {
  if (filters.length === 0) return [];
  const parameters: unknown[] = [];
  const parameter: Parameter = (value) => `$${parameters.push(value)}`;
  const counts = filters.map((filter, index) => {
    const { anyOf: alternatives, ...shared } = filter;
    const found = (alternatives ?? [{}]).map((one) => {
      const conditions = [...conditionsOf(shared, parameter), ...conditionsOf(one, parameter)];
      for (const { deadline } of [shared, one])
        if (deadline && isFoundByDeadlines(deadline)) conditions.push(caseHas(deadline, parameter));
      return `(select c.id from cases c ${where(conditions)} limit ${most})`;
    });
    return `(select count(*)::int from (select id from (${found.join(' union ')}) a limit ${most}) b) as "${index}"`;
  });
  const [row] = await connection.query<Record<string, number>>(`select ${counts.join(', ')}`, parameters);
  return filters.map((_, index) => row![index]!);
}

const cursorAt = (row: CaseRow): string =>
  Buffer.from(`${row.queueOn ?? 'infinity'} ${row.id}`).toString('base64url');

/** The cursor was made up, or belongs to another list. */
export class CursorIsUnknown extends Error {
  constructor() {
    super('The cursor does not belong to a page of this list.');
    this.name = 'CursorIsUnknown';
  }
}

const PLACE = /^(infinity|\d{4}-\d{2}-\d{2}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function placeOf(cursor: string): { readonly queueOn: string; readonly id: string } {
  const [, queueOn, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (queueOn === undefined || id === undefined || !isPlaceInQueue(queueOn)) throw new CursorIsUnknown();
  return { queueOn, id };
}

/** The database refuses a day that there is not, such as 2025-02-30, or one of the year 0. */
function isPlaceInQueue(queueOn: string): boolean {
  const at = Date.parse(`${queueOn}T00:00:00Z`);
  const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(queueOn) && queueOn > '0001';
  return queueOn === 'infinity' || isDay;
}
