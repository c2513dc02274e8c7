import type { Connection, Transaction } from './database.ts';
import { eq } from './drizzle.ts';
import { recoveryCodes, secondFactors } from './schema.ts';

export type SecondFactorRow = typeof secondFactors.$inferSelect;

export async function findFactor(connection: Connection, accountId: string): Promise<SecondFactorRow | null> {
  const [row] = await connection.db
    .select()
    .from(secondFactors)
    .where(eq(secondFactors.accountId, accountId));
  return row ?? null;
}

export const hasFactor = async (connection: Connection, accountId: string): Promise<boolean> =>
  ((await findFactor(connection, accountId))?.confirmedAt ?? null) !== null;

/** Takes the factor and its recovery codes away: the next sign-in sets a new one up. */
export async function removeFactor(connection: Connection | Transaction, accountId: string): Promise<void> {
  await connection.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await connection.db.delete(secondFactors).where(eq(secondFactors.accountId, accountId));
}

/** A secret that is still to be proven; one that was proven stays. */
export async function addFactor(
  connection: Connection,
  row: Pick<SecondFactorRow, 'accountId' | 'secret' | 'createdAt'>,
): Promise<void> {
  await connection.db
    .insert(secondFactors)
    .values({ ...row, confirmedAt: null, lastStep: 0 })
    .onConflictDoNothing();
}

/** Proves that the secret stands in an app; false: it was proven before. */
export async function confirmFactor(
  tx: Transaction,
  accountId: string,
  { at, step }: { readonly at: string; readonly step: number },
  codeHashes: readonly string[],
): Promise<boolean> {
  const confirmed = await tx.query(
    `update second_factors set confirmed_at = $2, last_step = $3
     where account_id = $1 and confirmed_at is null returning 1`,
    [accountId, at, step],
  );
  if (confirmed.length === 0) return false;
  await tx.db.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ accountId, codeHash })));
  return true;
}

/** Uses a step of time up, in all processes; false: it or a later one was used before. */
export async function takeStep(connection: Connection, accountId: string, step: number): Promise<boolean> {
  const taken = await connection.query(
    `update second_factors set last_step = $2
     where account_id = $1 and confirmed_at is not null and last_step < $2 returning 1`,
    [accountId, step],
  );
  return taken.length > 0;
}

/** Uses a recovery code up; false: there is none such. */
export async function takeRecoveryCode(
  connection: Connection,
  accountId: string,
  codeHash: string,
): Promise<boolean> {
  const taken = await connection.query(
    'delete from recovery_codes where account_id = $1 and code_hash = $2 returning 1',
    [accountId, codeHash],
  );
  return taken.length > 0;
}
