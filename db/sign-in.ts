import type { Connection, Transaction } from './database.ts';
import { and, asc, eq, gt, lte } from './drizzle.ts';
import type { AccountRow, SignInAttemptRow } from './rows.ts';
import { accounts, signInAttempts, signInIdentities } from './schema.ts';

/** Journeys to providers of identities, and who came back from them. */

export async function addAttempt(connection: Connection, attempt: SignInAttemptRow): Promise<void> {
  await connection.db.insert(signInAttempts).values(attempt);
}

/** Takes an attempt away, so that it is used once; null where there is none, or it has expired. */
export async function takeAttempt(
  connection: Connection,
  { stateHash, method, now }: { readonly stateHash: string; readonly method: string; readonly now: string },
): Promise<SignInAttemptRow | null> {
  const [taken] = await connection.db
    .delete(signInAttempts)
    .where(
      and(
        eq(signInAttempts.stateHash, stateHash),
        eq(signInAttempts.method, method),
        gt(signInAttempts.expiresAt, now),
      ),
    )
    .returning();
  return taken ?? null;
}

export async function deleteExpiredAttempts(connection: Connection, now: string): Promise<void> {
  await connection.db.delete(signInAttempts).where(lte(signInAttempts.expiresAt, now));
}

/** Whose account a provider's subject is; null: nobody's yet. */
export async function accountOfIdentity(
  connection: Connection,
  issuer: string,
  subject: string,
): Promise<AccountRow | null> {
  const [found] = await connection.db
    .select({ account: accounts })
    .from(signInIdentities)
    .innerJoin(accounts, eq(accounts.id, signInIdentities.accountId))
    .where(and(eq(signInIdentities.issuer, issuer), eq(signInIdentities.subject, subject)));
  return found?.account ?? null;
}

/** The account of a subject that is named alike by every provider; null: nobody's yet. */
export async function accountOfSubject(connection: Connection, subject: string): Promise<AccountRow | null> {
  const [found] = await connection.db
    .select({ account: accounts })
    .from(signInIdentities)
    .innerJoin(accounts, eq(accounts.id, signInIdentities.accountId))
    .where(eq(signInIdentities.subject, subject))
    .orderBy(asc(signInIdentities.createdAt))
    .limit(1);
  return found?.account ?? null;
}

/** The natural person's account that some provider has proven to be of this personal code; null: there is none. */
export async function provenAccountOf(connection: Connection, partyCode: string): Promise<AccountRow | null> {
  const [found] = await connection.db
    .select({ account: accounts })
    .from(signInIdentities)
    .innerJoin(accounts, eq(accounts.id, signInIdentities.accountId))
    .where(and(eq(accounts.partyCode, partyCode), eq(accounts.kind, 'natural')))
    .orderBy(asc(signInIdentities.createdAt))
    .limit(1);
  return found?.account ?? null;
}

export interface IdentityRow {
  readonly issuer: string;
  readonly subject: string;
  readonly createdAt: string;
}

export async function addIdentity(
  connection: Connection,
  identity: IdentityRow & { readonly accountId: string },
): Promise<void> {
  await connection.db.insert(signInIdentities).values(identity);
}

export const identitiesOf = (connection: Connection, accountId: string): Promise<IdentityRow[]> =>
  connection.db
    .select({
      issuer: signInIdentities.issuer,
      subject: signInIdentities.subject,
      createdAt: signInIdentities.createdAt,
    })
    .from(signInIdentities)
    .where(eq(signInIdentities.accountId, accountId))
    .orderBy(asc(signInIdentities.createdAt));

/** Until the transaction ends, nobody else opens an account for this person. */
export async function holdPerson(tx: Transaction, partyCode: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`person ${partyCode}`]);
}

/** Attempts of one kind that are still open, by what they verify. */
export const openAttemptsFor = (
  connection: Connection,
  { method, verifier, now }: { readonly method: string; readonly verifier: string; readonly now: string },
): Promise<SignInAttemptRow[]> =>
  connection.db
    .select()
    .from(signInAttempts)
    .where(
      and(
        eq(signInAttempts.method, method),
        eq(signInAttempts.verifier, verifier),
        gt(signInAttempts.expiresAt, now),
      ),
    );

export async function findAttempt(
  connection: Connection,
  { stateHash, method, now }: { readonly stateHash: string; readonly method: string; readonly now: string },
): Promise<SignInAttemptRow | null> {
  const [found] = await connection.db
    .select()
    .from(signInAttempts)
    .where(
      and(
        eq(signInAttempts.stateHash, stateHash),
        eq(signInAttempts.method, method),
        gt(signInAttempts.expiresAt, now),
      ),
    );
  return found ?? null;
}

export async function deleteAttemptsFor(
  connection: Connection,
  { method, verifier }: { readonly method: string; readonly verifier: string },
): Promise<void> {
  await connection.db
    .delete(signInAttempts)
    .where(and(eq(signInAttempts.method, method), eq(signInAttempts.verifier, verifier)));
}
