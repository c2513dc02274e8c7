import { randomBytes } from 'node:crypto';
import { findAccountByUsername } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { provenCodeOf } from '../../db/proofs.ts';
import type { AccountRow } from '../../db/rows.ts';
import {
  addSession,
  deleteExpiredSessions,
  endSession,
  endSessionsOf,
  findSession,
  touchSession,
} from '../../db/sessions.ts';
import { setContext } from '../../db/sub-users.ts';
import type { Caller } from '../casework/caller.ts';
import { callerBehind, isOpen, normalUsername } from './accounts.ts';
import { actingFor, enterContext } from './contexts.ts';
import { type Identification, identificationByPassword, identificationOf } from './level.ts';
import { type LockOutPolicy, lockOut } from './lock-out.ts';
import { oneTimeUntil } from './one-time.ts';
import { passwordMatches } from './passwords.ts';
import type { Proof } from './proof.ts';
import { accountBehind } from './proven-account.ts';
import { NOTED_EVERY, sessionEnd } from './session-times.ts';
import { hashOf } from './tokens.ts';
import { placeOfTries, rememberWhereabouts, type Whereabouts } from './whereabouts.ts';

/** Signing in, and knowing again who has. */
export interface Identity {
  signIn(credentials: Credentials, from: Whereabouts): Promise<SignIn>;
  /** Signs in whom a provider of identities has proven; the first time, this opens the account. */
  signInProven(proof: Proof, language: 'lv' | 'en'): Promise<ProvenSignIn>;
  /** Who holds this token, and in whose name; null where the session has ended or never was. `seenIn`: the context that
   *  the asker last saw; where another process has changed it meanwhile, the database is asked. */
  callerOf(token: string, seenIn?: string): Promise<Caller | null>;
  /** Goes on in the name of another customer, or in the own one again. @throws Refusal `context.not-found` */
  enterContext(token: string, caller: Caller, contextId: string): Promise<void>;
  /** Whether this is the account's password; asked again before what a stolen session must not do. */
  confirms(caller: Caller, password: string): Promise<Confirmation>;
  signOut(token: string): Promise<void>;
  /** Ends the account's sessions, all or all but the one that asks. */
  signOutEverywhere(accountId: string, exceptToken?: string): Promise<void>;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface SignedIn {
  readonly kind: 'signed-in';
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
  readonly caller: Caller;
}

export type Confirmation =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

/** `closed`: the account was closed. `other-person`: the provider names another personal code than before. */
export type ProvenSignIn = SignedIn | { readonly kind: 'closed' } | { readonly kind: 'other-person' };

/** `expired`: the password is right, but was handed over too long ago. */
export type SignIn =
  | SignedIn
  | { readonly kind: 'refused' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

export interface IdentityParts {
  readonly db: Database;
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

export function createIdentity({
  db,
  demo,
  now = () => Temporal.Now.instant(),
  lockOutPolicy,
}: IdentityParts): Identity {
  const locks = lockOut({ db, now, ...(lockOutPolicy ? { policy: lockOutPolicy } : {}) });
  const known = new Map<string, { readonly caller: Caller; readonly untilMs: number }>();

  async function openSession(account: AccountRow, identified: Identification): Promise<SignedIn> {
    const token = randomBytes(32).toString('base64url');
    const caller = callerBehind(account, identified);
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
    const { context } = found.session;
    const caller = callerBehind(
      found.account,
      identificationOf(found.session, found.account, demo, found.isProven),
    );
    if (context === null) return caller;
    const acting = await actingFor(db, context, caller.accountId);
    if (acting) return { ...caller, actingFor: acting };
    // Revoked: the session goes on in the own name, also should the customer let this person in again.
    await setContext(db, tokenHash, null);
    return caller;
  }

  return {
    async signIn({ username, password }, from) {
      const name = normalUsername(username);
      const known = await findAccountByUsername(db, name);
      const place = await placeOfTries(db, known?.id ?? null, from);
      const weighed = await locks.weigh({ what: `password of ${name}`, ...place }, async () => {
        // Read anew: who waited for a turn may have waited through a change.
        const account = await findAccountByUsername(db, name);
        // Compared also where there is no account: the time taken tells nobody which names exist.
        const matches = await passwordMatches(password, account?.passwordHash ?? null);
        return account && matches && isOpen(account, demo) ? account : null;
      });
      if (weighed.kind === 'wrong') return { kind: 'refused' };
      if (weighed.kind === 'locked') return weighed;
      const account = weighed.value;
      const until = oneTimeUntil(account.passwordHash);
      if (until && Temporal.Instant.compare(now(), until) >= 0) return { kind: 'expired' };
      await rememberWhereabouts(db, account.id, from, now());
      const confirmed = account.kind === 'legal' && (await provenCodeOf(db, account)) !== null;
      return openSession(account, identificationByPassword(account, demo, confirmed));
    },

    async signInProven(proof, language) {
      const behind = await accountBehind(db, proof, language, now());
      if (behind.kind === 'other-person') return behind;
      if (!isOpen(behind.account, demo)) return { kind: 'closed' };
      return openSession(behind.account, {
        level: '2',
        method: proof.method,
        proven: true,
        nameProven: true,
      });
    },

    async callerOf(token, seenIn) {
      const tokenHash = hashOf(token);
      const at = now();
      const remembered = known.get(tokenHash);
      const isFresh = remembered !== undefined && remembered.untilMs > at.epochMilliseconds;
      if (isFresh && (seenIn === undefined || seenIn === remembered.caller.accountId))
        return remembered.caller;
      known.delete(tokenHash);
      const caller = await callerWith(tokenHash, at);
      // What a customer lets others do is asked anew with every request: revoked is revoked at once, in every process. So
      // is whether a password is still to be chosen, which opens everything at once, and whether a company's account is
      // confirmed.
      const isConfirmed = caller?.kind === 'legal' && caller.method === 'portal-password';
      if (!caller || caller.actingFor || caller.choosesPassword || isConfirmed) return caller;
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(tokenHash, { caller, untilMs: at.epochMilliseconds + KNOWN_FOR_MS });
      return caller;
    },

    async enterContext(token, caller, contextId) {
      const tokenHash = hashOf(token);
      await enterContext(db, tokenHash, caller.accountId, contextId);
      known.delete(tokenHash);
    },

    async confirms({ username }, password) {
      // Nobody gets here without a session: a stolen one uses up tries of its own, and keeps nobody from signing in.
      const guess = { what: `password of ${username} again`, whence: 'session', isKnown: true };
      return locks.weigh(guess, async () => {
        const account = await findAccountByUsername(db, username);
        return (await passwordMatches(password, account?.passwordHash ?? null)) || null;
      });
    },

    async signOut(token) {
      const tokenHash = hashOf(token);
      known.delete(tokenHash);
      await endSession(db, tokenHash);
    },

    async signOutEverywhere(accountId, exceptToken) {
      const kept = exceptToken === undefined ? null : hashOf(exceptToken);
      for (const [tokenHash, { caller }] of known)
        if (caller.accountId === accountId && tokenHash !== kept) known.delete(tokenHash);
      await endSessionsOf(db, accountId, kept);
    },
  };
}
