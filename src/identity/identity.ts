import { createHash, randomBytes } from 'node:crypto';
import { findAccountByUsername } from '../../db/accounts.ts';
import type { Connection } from '../../db/connect.ts';
import type { AccountRow } from '../../db/rows.ts';
import {
  addSession,
  deleteExpiredSessions,
  endSession,
  findSession,
  touchSession,
} from '../../db/sessions.ts';
import type { Caller } from '../casework/caller.ts';
import { callerBehind, isOpen, normalUsername } from './accounts.ts';
import { type Identification, identificationByPassword } from './level.ts';
import { LOCK_OUT_POLICY, type LockOutPolicy, lockOut } from './lock-out.ts';
import { passwordMatches } from './passwords.ts';
import { NOTED_EVERY, sessionEnd } from './session-times.ts';

/** Signing in, and knowing again who has. */
export interface Identity {
  signIn(credentials: { readonly username: string; readonly password: string }): Promise<SignIn>;
  /** Who holds this token; null where the session has ended or never was. */
  callerOf(token: string): Promise<Caller | null>;
  signOut(token: string): Promise<void>;
}

export type SignIn =
  | {
      readonly kind: 'signed-in';
      readonly token: string;
      readonly expiresAt: Temporal.Instant;
      readonly caller: Caller;
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

export interface IdentityParts {
  readonly db: Connection;
  /** Whether the demo accounts are open. */
  readonly demo: boolean;
  /** Real time; tests bring their own. */
  readonly now?: () => Temporal.Instant;
  readonly lockOutPolicy?: LockOutPolicy;
}

/** A session is known again without asking the database for this long; other processes learn of a sign-out, and all of a
 *  closed account, within it. */
const KNOWN_FOR_MS = 5_000;
const MOST_KNOWN = 10_000;

/** The database holds hashes only: whoever reads it can sign in as nobody. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export function createIdentity({
  db,
  demo,
  now = () => Temporal.Now.instant(),
  lockOutPolicy = LOCK_OUT_POLICY,
}: IdentityParts): Identity {
  const locks = lockOut(lockOutPolicy, now);
  const known = new Map<string, { readonly caller: Caller; readonly untilMs: number }>();

  async function openSession(account: AccountRow): Promise<SignIn> {
    const token = randomBytes(32).toString('base64url');
    const caller = callerBehind(account, identificationByPassword(account, demo));
    const at = now();
    const expiresAt = sessionEnd(at, at);
    await deleteExpiredSessions(db, at.toString());
    await addSession(db, {
      tokenHash: hashOf(token),
      accountId: account.id,
      level: caller.level,
      method: caller.method,
      context: null,
      createdAt: at.toString(),
      expiresAt: expiresAt.toString(),
      lastSeenAt: at.toString(),
    });
    return { kind: 'signed-in', token, expiresAt, caller };
  }

  async function callerWith(tokenHash: string, at: Temporal.Instant): Promise<Caller | null> {
    const found = await findSession(db, tokenHash, at.toString());
    if (!found || !isOpen(found.account, demo)) return null;
    const seenBefore = at.subtract(NOTED_EVERY);
    if (Temporal.Instant.compare(found.session.lastSeenAt, seenBefore) < 0) {
      const expiresAt = sessionEnd(Temporal.Instant.from(found.session.createdAt), at);
      await touchSession(db, tokenHash, {
        at: at.toString(),
        expiresAt: expiresAt.toString(),
        seenBefore: seenBefore.toString(),
      });
    }
    const { level, method } = found.session;
    return callerBehind(found.account, { level, method } as Identification);
  }

  return {
    async signIn({ username, password }) {
      const name = normalUsername(username);
      const retryAfterSeconds = locks.secondsLeft(name);
      if (retryAfterSeconds > 0) return { kind: 'locked', retryAfterSeconds };
      const account = await findAccountByUsername(db, name);
      // Compared also where there is no account: the time taken tells nobody which names exist.
      const matches = await passwordMatches(password, account?.passwordHash ?? null);
      if (!account || !matches || !isOpen(account, demo)) {
        locks.failed(name);
        return { kind: 'refused' };
      }
      locks.succeeded(name);
      return openSession(account);
    },

    async callerOf(token) {
      const tokenHash = hashOf(token);
      const at = now();
      const remembered = known.get(tokenHash);
      if (remembered && remembered.untilMs > at.epochMilliseconds) return remembered.caller;
      known.delete(tokenHash);
      const caller = await callerWith(tokenHash, at);
      if (!caller) return null;
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(tokenHash, { caller, untilMs: at.epochMilliseconds + KNOWN_FOR_MS });
      return caller;
    },

    async signOut(token) {
      const tokenHash = hashOf(token);
      known.delete(tokenHash);
      await endSession(db, tokenHash);
    },
  };
}
