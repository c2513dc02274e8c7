import type { StepDeadline } from './commit.ts';
import type { Connection, Transaction } from './database.ts';
import { type CaseRow, columnsOf } from './rows.ts';
import { cases } from './schema.ts';

/** Cases that a change of the law can still touch, and their deadlines, which are an index over state and law. */

const ROW = columnsOf(cases, 'c');

/** An ended case may still have a deadline that runs: a debt that survives, a complaint to be answered. */
const STILL_RUNS = `(c.status <> all ('{annulled,withdrawn,terminated,closed}') or c.next_on is not null)`;

export interface LivePage {
  /** The last id of the page before; left out: the first page. */
  readonly after?: string;
  readonly limit: number;
  /** Only cases that have moved at or after this instant. */
  readonly movedSince?: string;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

const page = (lock: '' | 'for update'): string => `
  select ${ROW} from cases c
  where c.id > $1::uuid and ($2::timestamptz is null or c.updated_at >= $2) and ${STILL_RUNS}
  order by c.id limit $3 ${lock}`;

const parameters = ({ after, limit, movedSince }: LivePage): unknown[] => [
  after ?? FIRST,
  movedSince ?? null,
  limit,
];

export const liveCases = (connection: Connection, wanted: LivePage): Promise<CaseRow[]> =>
  connection.query<CaseRow>(page(''), parameters(wanted));

/** As `liveCases`, and nobody moves them before the transaction ends. */
export const lockLiveCases = (tx: Transaction, wanted: LivePage): Promise<CaseRow[]> =>
  tx.query<CaseRow>(page('for update'), parameters(wanted));

export async function thereAreCases(connection: Connection): Promise<boolean> {
  return (await connection.query('select 1 from cases limit 1')).length > 0;
}

/** The deadlines of a case anew, and where it stands in the queue by them. */
export interface RenewedDeadlines {
  readonly caseId: string;
  readonly queueOn: string | null;
  readonly nextOn: string | null;
  readonly overdue: boolean;
  readonly deadlines: readonly StepDeadline[];
}

const PLACE_CASES = `
  update cases c set queue_on = r.queue_on, next_on = r.next_on, overdue = r.overdue
  from jsonb_to_recordset($1::jsonb) as r (case_id uuid, queue_on date, next_on date, overdue boolean)
  where c.id = r.case_id
    and (c.queue_on, c.next_on, c.overdue) is distinct from (r.queue_on, r.next_on, r.overdue)`;

const REMOVE_DEADLINES = `
  delete from deadlines d using jsonb_to_recordset($1::jsonb) as r (case_id uuid, names jsonb)
  where d.case_id = r.case_id and not r.names ? d.name`;

/** One that only waits for its next try after a failure is the same and keeps waiting. */
const PUT_DEADLINES = `
  insert into deadlines (case_id, name, last_day, earliest_day, due_at, wake_at, awaits, clause, state)
  select n.* from jsonb_to_recordset($1::jsonb) as n (
    case_id uuid, name text, last_day date, earliest_day date, due_at timestamptz, wake_at timestamptz, awaits text,
    clause text, state text)
  where not exists (
    select 1 from deadlines d
    where d.case_id = n.case_id and d.name = n.name
      and (d.last_day, d.earliest_day, d.due_at, d.awaits, d.clause, d.state)
        is not distinct from (n.last_day, n.earliest_day, n.due_at, n.awaits, n.clause, n.state))
  on conflict (case_id, name) do update set
    last_day = excluded.last_day, earliest_day = excluded.earliest_day, due_at = excluded.due_at,
    wake_at = excluded.wake_at, awaits = excluded.awaits, clause = excluded.clause, state = excluded.state,
    attempts = 0, last_error = null
  returning name`;

/** Writes what differs; answers how many deadlines moved. The cases must be locked by this transaction. */
export async function renewDeadlines(tx: Transaction, renewed: readonly RenewedDeadlines[]): Promise<number> {
  const places = renewed.map(({ caseId, queueOn, nextOn, overdue, deadlines }) => ({
    case_id: caseId,
    queue_on: queueOn,
    next_on: nextOn,
    overdue,
    names: deadlines.map(({ name }) => name),
  }));
  const rows = renewed.flatMap(({ caseId, deadlines }) =>
    deadlines.map((row) => ({
      case_id: caseId,
      name: row.name,
      last_day: row.lastDay,
      earliest_day: row.earliestDay,
      due_at: row.dueAt,
      wake_at: row.wakeAt,
      awaits: row.awaits,
      clause: row.clause,
      state: row.state,
    })),
  );
  await tx.query(PLACE_CASES, [JSON.stringify(places)]);
  await tx.query(REMOVE_DEADLINES, [JSON.stringify(places)]);
  return (await tx.query(PUT_DEADLINES, [JSON.stringify(rows)])).length;
}

/** How far the deadlines have followed the law: through this revision all live cases were looked at (`first`), and once
 *  more when no process could still be deciding by an older one (`settled`). */
export type FollowedBy = 'first' | 'settled';

const seriesOf = (by: FollowedBy): string => (by === 'first' ? 'law-deadlines' : 'law-deadlines-settled');

export async function deadlinesFollow(connection: Connection, by: FollowedBy): Promise<number> {
  const [row] = await connection.query<{ value: number }>('select value from counters where series = $1', [
    seriesOf(by),
  ]);
  return row?.value ?? 0;
}

export async function noteDeadlinesFollow(
  connection: Connection,
  by: FollowedBy,
  revision: number,
): Promise<void> {
  await connection.query(
    `insert into counters as c (series, value) values ($1, $2::bigint)
     on conflict (series) do update set value = greatest(c.value, excluded.value)`,
    [seriesOf(by), revision],
  );
}

/** Changes after a revision that may move deadlines, which figures and the operator's details cannot: the first and the
 *  last instant of their enactment. null: there are none. */
export async function enactedAfter(
  connection: Connection,
  revision: number,
): Promise<{ readonly first: string; readonly last: string } | null> {
  const [row] = await connection.query<{ first: string | null; last: string }>(
    `select min(decided_at) as first, max(decided_at) as last from law_proposals
     where revision > $1 and kind in ('setting', 'terms', 'calendar')`,
    [revision],
  );
  return row?.first ? { first: row.first, last: row.last } : null;
}
