import type { Connection } from './database.ts';

/** What the processes that work in the background have before them. */

export interface FailedDeadline {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly dueAt: string | null;
  /** When the clock tries again; null: it does not. */
  readonly wakeAt: string | null;
  readonly attempts: number;
  readonly lastError: string;
}

/** Deadlines whose last try failed, the most stubborn first. */
export const failedDeadlines = (connection: Connection, limit: number): Promise<FailedDeadline[]> =>
  connection.query<FailedDeadline>(
    `select d.case_id as "caseId", c.number, d.name, d.due_at as "dueAt", d.wake_at as "wakeAt", d.attempts,
       d.last_error as "lastError"
     from deadlines d join cases c on c.id = d.case_id
     where d.last_error is not null order by d.attempts desc, d.due_at, d.case_id limit $1`,
    [limit],
  );

/** How much waits, and since when the oldest of it could have been done. */
export interface Waiting {
  readonly queue: 'deadlines' | 'letters' | 'reminders' | 'approvals' | 'law-proposals';
  readonly count: number;
  readonly oldest: string | null;
}

export const waitingWork = (connection: Connection, now: string): Promise<Waiting[]> =>
  connection.query<Waiting>(
    `select 'deadlines' as queue, count(*)::int as count, min(wake_at) as oldest from deadlines where wake_at <= $1
     union all select 'letters', count(*)::int, min(wake_at) from notices where wake_at <= $1
     union all select 'reminders', count(*)::int, min(wake_at) from reminders where wake_at <= $1
     union all select 'approvals', count(*)::int, min(asked_at) from approvals where state = 'pending'
     union all select 'law-proposals', count(*)::int, min(proposed_at) from law_proposals where state = 'pending'`,
    [now],
  );

/** Letters that were given up: somebody has to look into them. */
export async function failedLetterCount(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ count: number }>(
    `select count(*)::int as count from notices where delivered_state = 'failed'`,
  );
  return row!.count;
}

/** Whether the last try of this deadline failed. */
export async function hasFailed(connection: Connection, caseId: string, name: string): Promise<boolean> {
  const rows = await connection.query(
    'select 1 from deadlines where case_id = $1 and name = $2 and last_error is not null',
    [caseId, name],
  );
  return rows.length > 0;
}

/** The clock looks at once at whatever of this case has fallen due and waits for another try; it handles them in the
 *  order of their instants. */
export async function tryAtOnce(connection: Connection, caseId: string, now: string): Promise<void> {
  await connection.query(
    'update deadlines set wake_at = $2 where case_id = $1 and due_at <= $2 and wake_at > $2',
    [caseId, now],
  );
}
