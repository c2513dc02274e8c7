import type { Connection } from './database.ts';
import { desc, eq } from './drizzle.ts';
import type { AccountLogRow } from './rows.ts';
import { accountLog } from './schema.ts';

/** What was changed on an account, by whom. Append-only: the database itself refuses to change or remove a row. */
export async function noteOnAccount(connection: Connection, note: Omit<AccountLogRow, 'id'>): Promise<void> {
  await connection.db.insert(accountLog).values(note);
}

/** What was noted with this name since an instant, on whichever account, newest first. */
export const notesNamed = (
  connection: Connection,
  what: string,
  since: string,
): Promise<(Omit<AccountLogRow, 'id'> & { username: string })[]> =>
  connection.query(
    `select l.at, l.account_id as "accountId", l.actor, l.what, l.data, a.username
     from account_log l join accounts a on a.id = l.account_id
     where l.what = $1 and l.at >= $2::timestamptz order by l.id desc limit 20`,
    [what, since],
  );

/** Newest first. */
export const notesOnAccount = (
  connection: Connection,
  accountId: string,
  limit: number,
): Promise<AccountLogRow[]> =>
  connection.db
    .select()
    .from(accountLog)
    .where(eq(accountLog.accountId, accountId))
    .orderBy(desc(accountLog.id))
    .limit(limit);
