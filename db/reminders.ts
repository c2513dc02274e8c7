import type { Connection } from './database.ts';
import { and, eq } from './drizzle.ts';
import { columnsOf, type ReminderRow, type ReminderWishRow } from './rows.ts';
import { reminders, reminderWishes } from './schema.ts';

const ROW = columnsOf(reminders, 'r');

export async function findReminderWish(
  connection: Connection,
  caseId: string,
  accountId: string,
): Promise<ReminderWishRow | null> {
  const [row] = await connection.db
    .select()
    .from(reminderWishes)
    .where(and(eq(reminderWishes.caseId, caseId), eq(reminderWishes.accountId, accountId)));
  return row ?? null;
}

export async function keepReminderWish(connection: Connection, wish: ReminderWishRow): Promise<void> {
  const { caseId: _, accountId: __, ...changed } = wish;
  await connection.db
    .insert(reminderWishes)
    .values(wish)
    .onConflictDoUpdate({ target: [reminderWishes.caseId, reminderWishes.accountId], set: changed });
}

export async function dropReminderWish(
  connection: Connection,
  caseId: string,
  accountId: string,
): Promise<void> {
  await connection.db
    .delete(reminderWishes)
    .where(and(eq(reminderWishes.caseId, caseId), eq(reminderWishes.accountId, accountId)));
}

/** A running deadline of which somebody wants to be reminded and has not been. */
export interface WishedDeadline {
  readonly caseId: string;
  readonly accountId: string;
  readonly daysBefore: number;
  readonly deadline: string;
  readonly lastDay: string;
}

/** Wished deadlines whose last day lies between two days; `null`: however far away. */
export const wishedDeadlines = (
  connection: Connection,
  from: string,
  until: string | null,
): Promise<WishedDeadline[]> =>
  connection.query<WishedDeadline>(
    `select w.case_id as "caseId", w.account_id as "accountId", w.days_before as "daysBefore",
       d.name as deadline, d.last_day as "lastDay"
     from reminder_wishes w join deadlines d on d.case_id = w.case_id and d.name = any(w.deadlines)
     where d.state = 'running' and d.last_day >= $1 and ($2::date is null or d.last_day <= $2)
       and not exists (select 1 from reminders r where r.case_id = w.case_id and r.account_id = w.account_id
         and r.deadline = d.name and r.last_day = d.last_day)
     order by d.last_day, w.case_id, w.account_id, d.name`,
    [from, until],
  );

/** Notes reminders that fell due; one that stands already stays as it is.
 *  @returns how many are new */
export async function addReminders(connection: Connection, rows: readonly ReminderRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const added = await connection.db
    .insert(reminders)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: reminders.messageId });
  return added.length;
}

/** Takes up to `limit` reminders that wait to be sent, as {@link takeNotices} takes letters. */
export const takeReminders = (
  connection: Connection,
  now: string,
  leaseUntil: string,
  limit: number,
): Promise<ReminderRow[]> =>
  connection.query<ReminderRow>(
    `with taken as (
       update reminders r set wake_at = $2, attempts = r.attempts + 1, last_error = null
       from (select case_id, account_id, deadline, last_day from reminders where wake_at <= $1
         order by wake_at limit $3 for update skip locked) due
       where r.case_id = due.case_id and r.account_id = due.account_id
         and r.deadline = due.deadline and r.last_day = due.last_day
       returning r.*)
     select ${ROW} from taken r order by r.created_at, r.case_id, r.deadline`,
    [now, leaseUntil, limit],
  );

/** Whether a reminder is in somebody's hand just now, or is due and being taken. */
export async function remindersAreInHand(connection: Connection, now: string): Promise<boolean> {
  const [row] = await connection.query<{ inHand: boolean }>(
    `select exists (select 1 from reminders
       where wake_at is not null and (wake_at <= $1 or attempts > 0 and last_error is null)) as "inHand"`,
    [now],
  );
  return row?.inHand ?? false;
}

/** What became of a try: sent, to be tried again at `wakeAt`, or let go with the reason. */
export async function noteReminder(
  connection: Connection,
  {
    caseId,
    accountId,
    deadline,
    lastDay,
  }: Pick<ReminderRow, 'caseId' | 'accountId' | 'deadline' | 'lastDay'>,
  outcome: Pick<ReminderRow, 'sentAt' | 'wakeAt' | 'lastError'>,
): Promise<void> {
  await connection.db
    .update(reminders)
    .set(outcome)
    .where(
      and(
        eq(reminders.caseId, caseId),
        eq(reminders.accountId, accountId),
        eq(reminders.deadline, deadline),
        eq(reminders.lastDay, lastDay),
      ),
    );
}

/** When a noted reminder is tried next; null: none waits. */
export async function nextReminder(connection: Connection): Promise<string | null> {
  const [row] = await connection.query<{ at: string | null }>(
    'select min(wake_at) as at from reminders where wake_at is not null',
  );
  return row?.at ?? null;
}

/** The reminders of a case to one account, newest first. */
export const remindersOf = (
  connection: Connection,
  caseId: string,
  accountId: string,
): Promise<ReminderRow[]> =>
  connection.query<ReminderRow>(
    `select ${ROW} from reminders r where r.case_id = $1 and r.account_id = $2
     order by r.created_at desc, r.last_day desc, r.deadline`,
    [caseId, accountId],
  );
