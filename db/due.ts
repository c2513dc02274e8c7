import type { Connection, Transaction } from './database.ts';
import { type CaseRow, columnsOf } from './rows.ts';
import { cases } from './schema.ts';

interface DueDeadline {
  readonly name: string;
  readonly dueAt: string | null;
  readonly wakeAt: string;
  readonly attempts: number;
}

export interface DueCase {
  readonly case: CaseRow;
  /** What fell due in this case, oldest first. */
  readonly due: readonly DueDeadline[];
}

/** Without a name: the plan depends on how many are due, and one made for few would be wrong for many. */
const TAKE_DUE = `
  with due as (
    select case_id, name, due_at, wake_at, attempts from deadlines
    where wake_at <= $1 order by wake_at, due_at limit $2 for update skip locked)
  select d.name as "dueName", d.due_at as "dueAt", d.wake_at as "wakeAt", d.attempts as "dueAttempts", ${columnsOf(cases, 'c')}
  from due d join cases c on c.id = d.case_id
  order by d.wake_at, d.due_at for update of c skip locked`;

interface TakenRow extends CaseRow {
  readonly dueName: string;
  readonly dueAt: string | null;
  readonly wakeAt: string;
  readonly dueAttempts: number;
}

/** Takes up to `limit` deadlines that the clock has to look at by `now`, oldest first, with their cases. They stay locked
 *  until the transaction ends; what another worker or step holds is passed over, so no two workers ever get the same. */
export async function takeDueCases(tx: Transaction, now: string, limit: number): Promise<DueCase[]> {
  const byCase = new Map<string, { case: CaseRow; due: DueDeadline[] }>();
  for (const { dueName, dueAt, wakeAt, dueAttempts, ...row } of await tx.query<TakenRow>(TAKE_DUE, [
    now,
    limit,
  ])) {
    const taken = byCase.get(row.id) ?? { case: row, due: [] };
    taken.due.push({ name: dueName, dueAt, wakeAt, attempts: dueAttempts });
    byCase.set(row.id, taken);
  }
  return [...byCase.values()];
}

/** After a failure the clock looks at the deadline again at `wakeAt`, and at the later ones of the same case not before:
 *  they are handled in order. A deadline that has been handled meanwhile is left alone. */
export async function postponeDeadline(
  connection: Connection,
  caseId: string,
  name: string,
  error: string,
  wakeAt: string,
): Promise<void> {
  await connection.query(
    `update deadlines set
       wake_at = $4,
       attempts = attempts + case when name = $2 then 1 else 0 end,
       last_error = case when name = $2 then $3 else last_error end
     where case_id = $1 and wake_at < $4`,
    [caseId, name, error, wakeAt],
  );
}

/** When the clock has something to do next; null: nothing is running. */
export async function nextWake(connection: Connection): Promise<string | null> {
  const [row] = await connection.query<{ at: string | null }>(
    'select min(wake_at) as at from deadlines where wake_at is not null',
  );
  return row?.at ?? null;
}
