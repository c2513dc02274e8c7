import type { Connection } from './database.ts';
import { and, asc, eq } from './drizzle.ts';
import type { SavedViewRow } from './rows.ts';
import { savedViews } from './schema.ts';

/** Lists of cases that members of staff come back to, each seen by its own account alone. */

export const savedViewsOf = (connection: Connection, accountId: string): Promise<SavedViewRow[]> =>
  connection.db
    .select()
    .from(savedViews)
    .where(eq(savedViews.accountId, accountId))
    .orderBy(asc(savedViews.createdAt), asc(savedViews.id));

export async function saveView(connection: Connection, view: SavedViewRow): Promise<void> {
  await connection.db.insert(savedViews).values(view).onConflictDoNothing();
}

const own = (accountId: string, id: string) =>
  and(eq(savedViews.accountId, accountId), eq(savedViews.id, id));

/** Whether there was such a view of this account. */
export async function renameView(
  connection: Connection,
  accountId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const renamed = await connection.db
    .update(savedViews)
    .set({ name })
    .where(own(accountId, id))
    .returning({ id: savedViews.id });
  return renamed.length > 0;
}

export async function removeView(connection: Connection, accountId: string, id: string): Promise<void> {
  await connection.db.delete(savedViews).where(own(accountId, id));
}
