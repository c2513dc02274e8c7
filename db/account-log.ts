import type { Connection } from './database.ts';
import { desc, eq } from './drizzle.ts';
import type { AccountLogRow } from './rows.ts';
import { accountLog } from './schema.ts';

/** What was changed on an account, by whom. Append-only: the database itself refuses to change or remove a row. */
export async function noteOnAccount(connection: Connection, note: Omit<AccountLogRow, 'id'>): Promise<void> {
  await connection.db.insert(accountLog).values(note);
}

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
