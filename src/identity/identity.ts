import { randomBytes } from 'node:crypto';
import { findAccountByUsername } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import { deleteExpiredKeptForms } from '../../db/kept-forms.ts';
import { provenCodeOf } from '../../db/proofs.ts';
import type { AccountRow } from '../../db/rows.ts';
import { hasFactor } from '../../db/second-factors.ts';
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
import { ENDED_KNOWN_FOR, NOTED_EVERY, sessionEnd } from './session-times.ts';
import { OPEN_STAFF_POLICY, type StaffPolicy } from './staff-policy.ts';
import { hashOf } from './tokens.ts';
import { placeOfTries, rememberWhereabouts, type Whereabouts } from './whereabouts.ts';

/** Signing in, and knowing again who has. */
export interface Identity {
  signIn(credentials: Credentials, from: Whereabouts): Promise<SignIn>;
  /** Signs in whom a provider of identities has proven; the first time, this opens the account. */
  signInProven(proof: Proof, language: 'lv' | 'en'): Promise<ProvenSignIn>;
  /** Who holds this token, and in whose name; null where the session has ended or never was. Asked of the database with
   *  every request: a role that was taken, an account that was closed, a session that was ended holds at once in every
   *  process (ADR 0118). */
  callerOf(token: string): Promise<Caller | null>;
  /** Goes on in the name of another customer, or in the own one again. @throws Refusal `context.not-found` */
  enterContext(token: string, caller: Caller, contextId: string): Promise<void>;
  /** Whether this is the account's password; asked again before what a stolen session must not do. */
  confirms(caller: Caller, password: string): Promise<Confirmation>;
  signOut(token: string): Promise<void>;
  /** Ends the account's sessions, all or all but the one that asks. */
  signOutEverywhere(accountId: string, exceptToken?: string): Promise<void>;
}

interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface SignedIn {
  readonly kind: 'signed-in';
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
  readonly caller: Caller;
}

type Confirmation =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

/** `closed`: the account was closed. `other-person`: the provider names another personal code than before. */
type ProvenSignIn =
  /** `accessEnded`: it was the first proof, and ended what the account had given before. */
  | (SignedIn & { readonly accessEnded: boolean })
  | { readonly kind: 'closed' }
  | { readonly kind: 'other-person' };

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
  /** How staff sign in; absent: by password alone. */
  readonly staff?: StaffPolicy;
}

export function createIdentity({
  db,
  demo,
  now = () => Temporal.Now.instant(),
  lockOutPolicy,
  staff = OPEN_STAFF_POLICY,
}: IdentityParts): Identity {
  const locks = lockOut({ db, now, ...(lockOutPolicy ? { policy: lockOutPolicy } : {}) });

  const idleOf = ({ kind }: Pick<Caller, 'kind'>) => (kind === 'staff' ? staff.idle : undefined);

  /** What staff have still to do before anything else is open (ADR 0120). */
  function withFactor(
    caller: Caller,
    { isSetUp, shownAt }: { readonly isSetUp: boolean; readonly shownAt: string | null },
  ): Caller {
    if (caller.kind !== 'staff') return caller;
    if (!isSetUp) return staff.factorRequired ? { ...caller, secondFactor: 'set-up' } : caller;
    const known = { ...caller, hasFactor: true as const };
    if (shownAt === null) return { ...known, secondFactor: 'show' };
    const freshUntil = Temporal.Instant.from(shownAt).add(staff.factorFreshFor);
    const isOld = staff.factorRequired && Temporal.Instant.compare(now(), freshUntil) >= 0;
    return isOld ? { ...known, factorIsOld: true } : known;
  }

  async function openSession(account: AccountRow, identified: Identification): Promise<SignedIn> {
    const token = randomBytes(32).toString('base64url');
    const known = callerBehind(account, identified);
    const caller = withFactor(known, { isSetUp: await hasFactor(db, account.id), shownAt: null });
    const at = now();
    const expiresAt = sessionEnd(at, at, idleOf(caller));
    await deleteExpiredSessions(db, at.subtract(ENDED_KNOWN_FOR).toString());
    await deleteExpiredKeptForms(db, at.toString());
    await addSession(db, {
      tokenHash: hashOf(token),
      accountId: account.id,
      level: caller.level,
      method: caller.method,
      context: null,
      createdAt: at.toString(),
      expiresAt: expiresAt.toString(),
      lastSeenAt: at.toString(),
      factorAt: null,
    });
    return { kind: 'signed-in', token, expiresAt, caller };
  }

  async function callerWith(tokenHash: string, at: Temporal.Instant): Promise<Caller | null> {
    const found = await findSession(db, tokenHash, at.toString());
    if (!found || !isOpen(found.account, demo)) return null;
    const seenBefore = at.subtract(NOTED_EVERY);
    if (Temporal.Instant.compare(found.session.lastSeenAt, seenBefore) < 0) {
      const begun = Temporal.Instant.from(found.session.createdAt);
      const expiresAt = sessionEnd(begun, at, idleOf(found.account));
      await touchSession(db, tokenHash, {
        at: at.toString(),
        expiresAt: expiresAt.toString(),
        seenBefore: seenBefore.toString(),
      });
    }
    const { context } = found.session;
    const caller = withFactor(
      callerBehind(found.account, identificationOf(found.session, found.account, demo, found.isProven)),
      { isSetUp: found.hasFactor, shownAt: found.session.factorAt },
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
      const signedIn = await openSession(behind.account, {
        level: '2',
        method: proof.method,
        proven: true,
        nameProven: true,
      });
      return { ...signedIn, accessEnded: behind.accessEnded };
    },

    callerOf: (token) => callerWith(hashOf(token), now()),

    async enterContext(token, caller, contextId) {
      await enterContext(db, hashOf(token), caller.accountId, contextId);
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
      await endSession(db, hashOf(token));
    },

    async signOutEverywhere(accountId, exceptToken) {
      await endSessionsOf(db, accountId, exceptToken === undefined ? null : hashOf(exceptToken));
    },
  };
}
