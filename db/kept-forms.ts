import type { Connection } from './database.ts';
import { and, count, eq, gt, lte } from './drizzle.ts';
import type { KeptFormRow } from './rows.ts';
import { keptForms } from './schema.ts';

/** Forms that were sent after their session had ended, until their owner takes them back. */

/** The latest of one page replaces what was kept of it before. */
export async function keepForm(connection: Connection, form: KeptFormRow): Promise<void> {
  const { accountId, context, sealed, expiresAt } = form;
  await connection.db
    .insert(keptForms)
    .values(form)
    .onConflictDoUpdate({
      target: [keptForms.sessionHash, keptForms.page],
      set: { accountId, context, sealed, expiresAt },
    });
}

export async function countKeptForms(connection: Connection, accountId: string): Promise<number> {
  const [found] = await connection.db
    .select({ kept: count() })
    .from(keptForms)
    .where(eq(keptForms.accountId, accountId));
  return found?.kept ?? 0;
}

interface Wanted {
  readonly sessionHash: string;
  readonly page: string;
  readonly accountId: string;
  readonly now: string;
}

const isWanted = ({ sessionHash, page, accountId, now }: Wanted) =>
  and(
    eq(keptForms.sessionHash, sessionHash),
    eq(keptForms.page, page),
    eq(keptForms.accountId, accountId),
    gt(keptForms.expiresAt, now),
  );

/** In whose name the form was filled in; null: nothing is kept for this account. */
export async function contextOfKeptForm(connection: Connection, wanted: Wanted): Promise<string | null> {
  const [found] = await connection.db
    .select({ context: keptForms.context })
    .from(keptForms)
    .where(isWanted(wanted));
  return found?.context ?? null;
}

/** Takes a form away, so that it is given back once. */
export async function takeKeptForm(connection: Connection, wanted: Wanted): Promise<KeptFormRow | null> {
  const [taken] = await connection.db.delete(keptForms).where(isWanted(wanted)).returning();
  return taken ?? null;
}

export async function deleteExpiredKeptForms(connection: Connection, now: string): Promise<void> {
  await connection.db.delete(keptForms).where(lte(keptForms.expiresAt, now));
}
