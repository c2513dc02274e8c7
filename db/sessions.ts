import type { Connection } from './database.ts';
import { and, desc, eq, gt, lt, lte, ne, sql } from './drizzle.ts';
import type { AccountRow, SessionRow } from './rows.ts';
import { accounts, secondFactors, sessions } from './schema.ts';

export interface SignedIn {
  /** Whether a proof of the account's code stands. */
  readonly isProven: boolean;
  readonly session: SessionRow;
  readonly account: AccountRow;
  /** Whether the account has a second factor. */
  readonly hasFactor: boolean;
}

export async function addSession(connection: Connection, session: SessionRow): Promise<void> {
  await connection.db.insert(sessions).values(session);
}

/** Who is signed in with this token; null: nobody, no longer, or the account was closed. */
export async function findSession(
  connection: Connection,
  tokenHash: string,
  now: string,
): Promise<SignedIn | null> {
  const [found] = await connection.db
    .select({
      session: sessions,
      account: accounts,
      factor: secondFactors.confirmedAt,
      isProven: sql<boolean>`exists (select from account_proofs p where p.account_id = ${accounts.id}
        and p.party_code = ${accounts.partyCode} and p.ended_at is null)`,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(secondFactors, eq(secondFactors.accountId, sessions.accountId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), eq(accounts.active, true)));
  if (!found) return null;
  const { session, account, factor, isProven } = found;
  return { session, account, hasFactor: factor !== null, isProven };
}

/** Notes that the session is in use and moves its end; written at most once a `seenBefore`, not with every request. */
export async function touchSession(
  connection: Connection,
  tokenHash: string,
  seen: { readonly at: string; readonly expiresAt: string; readonly seenBefore: string },
): Promise<void> {
  await connection.db
    .update(sessions)
    .set({ lastSeenAt: seen.at, expiresAt: seen.expiresAt })
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        gt(sessions.expiresAt, seen.at),
        lt(sessions.lastSeenAt, seen.seenBefore),
      ),
    );
}

/** The second factor was shown in this session. */
export async function noteFactor(connection: Connection, tokenHash: string, at: string): Promise<void> {
  await connection.db.update(sessions).set({ factorAt: at }).where(eq(sessions.tokenHash, tokenHash));
}

export async function endSession(connection: Connection, tokenHash: string): Promise<void> {
  await connection.db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Signs an account out everywhere, for instance when its roles change; `kept` is the hash of a token that goes on. */
export async function endSessionsOf(
  connection: Connection,
  accountId: string,
  kept: string | null = null,
): Promise<void> {
  await connection.db
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), kept === null ? undefined : ne(sessions.tokenHash, kept)));
}

/** Where an account is signed in, the latest use first. */
export const sessionsOf = (connection: Connection, accountId: string, now: string): Promise<SessionRow[]> =>
  connection.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt));

/** Whose session this was, and in whose name it went on; null: it goes on, never was, or is forgotten. */
export async function findEndedSession(
  connection: Connection,
  tokenHash: string,
  now: string,
): Promise<Pick<SessionRow, 'accountId' | 'context'> | null> {
  const [found] = await connection.db
    .select({ accountId: sessions.accountId, context: sessions.context })
    .from(sessions)
    .where(and(eq(sessions.tokenHash, tokenHash), lte(sessions.expiresAt, now)));
  return found ?? null;
}

export async function deleteExpiredSessions(connection: Connection, now: string): Promise<void> {
  await connection.db.delete(sessions).where(lte(sessions.expiresAt, now));
}
