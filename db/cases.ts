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
  readonly status?: readonly string[];
  readonly awaits?: string;
  readonly overdue?: boolean;
  /** Words typed into the search box: each must begin a word of the case. */
  readonly q?: string;
  readonly ownerAccount?: string;
  readonly partyCode?: string;
  /** Cases of this account or of this party, whichever matches: what a customer may see. */
  readonly mine?: { readonly ownerAccount: string; readonly partyCode: string | null };
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
      ? fromWord(rarest.prefix, conditions, parameter)
      : hasFewCases(filter)
        ? fromMatches(conditions)
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
  [filter.mine, filter.ownerAccount, filter.partyCode].some((one) => one !== undefined) ||
  filter.overdue === true;

function conditionsOf(filter: CaseFilter, parameter: Parameter): string[] {
  const conditions: string[] = [];
  if (filter.status) conditions.push(`c.status = any(${parameter(filter.status)}::text[])`);
  if (filter.awaits !== undefined) conditions.push(`c.awaits = ${parameter(filter.awaits)}`);
  if (filter.overdue === true) conditions.push('c.overdue');
  if (filter.overdue === false) conditions.push('not c.overdue');
  if (filter.ownerAccount !== undefined)
    conditions.push(`c.owner_account = ${parameter(filter.ownerAccount)}`);
  if (filter.partyCode !== undefined) conditions.push(`c.party_code = ${parameter(filter.partyCode)}`);
  if (filter.mine) {
    const { ownerAccount, partyCode } = filter.mine;
    conditions.push(
      `(c.owner_account = ${parameter(ownerAccount)} or c.party_code = ${parameter(partyCode)}::text)`,
    );
  }
  return conditions;
}

/** A look-up for each case that is come by, never a join: whoever joins collects every case of a common word first. */
const wordBegins = (prefix: string, parameter: Parameter): string =>
  `(select true from case_words w where w.case_id = c.id and w.word like ${parameter(`${prefix}%`)} limit 1)`;

const where = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';

const fromMatches = (conditions: readonly string[]): string =>
  `select ${ROW} from cases c ${where(conditions)}`;

const fromWord = (prefix: string, conditions: readonly string[], parameter: Parameter): string => `
    with found as materialized (select distinct case_id from case_words where word like ${parameter(`${prefix}%`)})
    select ${ROW} from found join cases c on c.id = found.case_id ${where(conditions)}`;

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
  const places: string[] = [];
  if (filter.status) places.push(`p.status = any(${parameter(filter.status)}::text[])`);
  if (filter.awaits !== undefined) places.push(`p.awaits = ${parameter(filter.awaits)}`);
  return `
    with recursive place as (
      (select status, awaits from cases order by status, awaits limit 1)
      union all
      select n.* from place p cross join lateral (
        select status, awaits from cases where (status, awaits) > (p.status, p.awaits) order by status, awaits limit 1) n)
    select ${ROW} from place p cross join lateral (
      select * from cases c ${where(['c.status = p.status', 'c.awaits = p.awaits', ...conditions])}
      order by ${QUEUE}, c.id limit ${limit}) c
    ${where(places)}`;
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
