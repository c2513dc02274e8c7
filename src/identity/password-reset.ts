import { randomBytes } from 'node:crypto';
import { noteOnAccount } from '../../db/account-log.ts';
import { accountsAtAddress, changeAccount, findAccount, holdAccount } from '../../db/accounts.ts';
import type { Database, Transaction } from '../../db/connect.ts';
import type { AccountRow } from '../../db/rows.ts';
import { endSessionsOf } from '../../db/sessions.ts';
import {
  addAttempt,
  deleteAttemptsFor,
  deleteExpiredAttempts,
  findAttempt,
  openAttemptsFor,
  takeAttempt,
} from '../../db/sign-in.ts';
import { isOpen } from './accounts.ts';
import { isDemoAccount } from './demo-accounts.ts';
import { endEarlierAccess } from './earlier-access.ts';
import { type PasswordProblem, passwordProblem } from './password-rules.ts';
import { hashPassword } from './passwords.ts';
import { hashOf } from './tokens.ts';
import { rememberWhereabouts, type Whereabouts } from './whereabouts.ts';

/** A new password for whoever reads the mail of the account's address (ADR 0076). A token is kept as its hash, holds for an
 *  hour and is good once. */
export interface PasswordReset {
  /** A token for each account that is reached at this address; none where there is none. */
  ask(address: string): Promise<readonly ResetAsked[]>;
  /** Whether the token is good; looking uses nothing up, since mail programs follow links. */
  isGood(token: string): Promise<boolean>;
  /** Whoever has read the mail is known at that place afterwards: strangers who guess do not hold up the first sign-in. */
  reset(token: string, password: string, from?: Whereabouts): Promise<ResetOutcome>;
}

export interface ResetAsked {
  readonly to: string;
  readonly username: string;
  readonly language: 'lv' | 'en';
  readonly token: string;
  readonly expiresAt: string;
}

type ResetOutcome =
  /** `accessEnded`: somebody had been let in or invited before, and is so no more. */
  | { readonly kind: 'done'; readonly accessEnded: boolean }
  | { readonly kind: 'expired' }
  | { readonly kind: 'weak'; readonly problem: PasswordProblem };

export const RESET_HOLDS = Temporal.Duration.from({ hours: 1 });

const METHOD = 'reset';
/** Whoever asks again and again fills nobody's mailbox. */
const MOST_OPEN = 3;

export interface PasswordResetParts {
  readonly db: Database;
  /** Real time; tests bring their own. */
  readonly now?: () => Temporal.Instant;
}

export function createPasswordReset({
  db,
  now = () => Temporal.Now.instant(),
}: PasswordResetParts): PasswordReset {
  const attempt = (token: string) => ({
    stateHash: hashOf(token),
    method: METHOD,
    now: now().toString(),
  });

  /** Counted while the account is held: of many requests at once no more get a token than of those in a row. */
  const tokenFor = (account: AccountRow): Promise<ResetAsked[]> =>
    db.transaction((tx) => tokenWithin(tx, account));

  async function tokenWithin(tx: Transaction, account: AccountRow): Promise<ResetAsked[]> {
    const at = now();
    await holdAccount(tx, account.id);
    const open = await openAttemptsFor(tx, { method: METHOD, verifier: account.id, now: at.toString() });
    if (open.length >= MOST_OPEN) return [];
    const token = randomBytes(32).toString('base64url');
    const expiresAt = at.add(RESET_HOLDS).toString();
    await addAttempt(tx, {
      stateHash: hashOf(token),
      method: METHOD,
      verifier: account.id,
      nonce: '',
      next: null,
      expiresAt,
    });
    const language = account.language === 'en' ? 'en' : 'lv';
    return [{ to: account.email!, username: account.username, language, token, expiresAt }];
  }

  return {
    async ask(address) {
      await deleteExpiredAttempts(db, now().toString());
      const found = (await accountsAtAddress(db, address)).filter(hasOwnPassword);
      const asked: ResetAsked[] = [];
      for (const account of found) asked.push(...(await tokenFor(account)));
      return asked;
    },

    isGood: async (token) => (await findAttempt(db, attempt(token))) !== null,

    async reset(token, password, from) {
      const found = await findAttempt(db, attempt(token));
      const account = found && (await findAccount(db, found.verifier));
      if (!account || !hasOwnPassword(account)) return { kind: 'expired' };
      const problem = passwordProblem(password, account.username);
      if (problem) return { kind: 'weak', problem };
      const passwordHash = await hashPassword(password);
      const at = now().toString();
      const done = await db.transaction(async (tx) => {
        if (!(await takeAttempt(tx, attempt(token)))) return null;
        await deleteAttemptsFor(tx, { method: METHOD, verifier: account.id });
        await changeAccount(tx, account.id, { passwordHash });
        // Whoever held the account until now may be a stranger who registered the address of its owner.
        await endSessionsOf(tx, account.id);
        const accessEnded = await endEarlierAccess(tx, { accountId: account.id, at, by: account.username });
        await noteOnAccount(tx, {
          at,
          accountId: account.id,
          actor: account.username,
          what: 'password.reset',
          data: {},
        });
        return { accessEnded };
      });
      if (!done) return { kind: 'expired' };
      if (from) await rememberWhereabouts(db, account.id, from, now());
      return { kind: 'done', ...done };
    },
  };
}

/** A token for whoever is given a way in by administrators (ADR 0117); every link that was sent before is void. */
export async function inviteToChoosePassword(
  tx: Transaction,
  accountId: string,
  until: Temporal.Instant,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await deleteAttemptsFor(tx, { method: METHOD, verifier: accountId });
  await addAttempt(tx, {
    stateHash: hashOf(token),
    method: METHOD,
    verifier: accountId,
    nonce: '',
    next: null,
    expiresAt: until.toString(),
  });
  return token;
}

/** Closed accounts stay closed, proven persons have no password, and that of trial accounts is known to all. */
const hasOwnPassword = (account: AccountRow): boolean =>
  account.passwordHash !== null && account.email !== null && isOpen(account, true) && !isDemoAccount(account);
