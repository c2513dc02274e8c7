import { addAccount } from '../../db/accounts.ts';
import type { Connection } from '../../db/connect.ts';
import type { AccountRow } from '../../db/rows.ts';
import type { Role } from '../../workflows/roles.ts';
import type { Caller } from '../casework/caller.ts';
import { normalPartyCode } from '../law/party-code.ts';
import { isDemoAccount } from './demo-accounts.ts';
import type { Identification } from './level.ts';
import { markedOneTime, oneTimeUntil } from './one-time.ts';
import { hashPassword } from './passwords.ts';

/** Names are compared without regard to case, width or surrounding spaces. */
export const normalUsername = (username: string): string => username.normalize('NFKC').trim().toLowerCase();

/** Somebody who is to be able to sign in. */
export interface NewAccount {
  readonly username: string;
  readonly password: string;
  /** Where the password is handed over: until when it opens. */
  readonly oneTimeUntil?: Temporal.Instant;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly kind: Caller['kind'];
  /** Personal code or registration number as it was typed: a note, until it is proven (D-19). */
  readonly partyCode?: string;
  readonly email?: string;
  readonly language?: 'lv' | 'en';
}

/** @throws AlreadyExists where the username is taken */
export async function createAccount(
  on: Connection,
  account: NewAccount,
  now: Temporal.Instant,
): Promise<AccountRow> {
  const hash = await hashPassword(account.password);
  const row: AccountRow = {
    id: crypto.randomUUID(),
    username: normalUsername(account.username),
    passwordHash: account.oneTimeUntil ? markedOneTime(hash, account.oneTimeUntil) : hash,
    roles: [...account.roles],
    kind: account.kind,
    partyCode: account.partyCode === undefined ? null : normalPartyCode(account.partyCode),
    name: account.name,
    email: account.email ?? null,
    language: account.language ?? 'lv',
    letterChannel: null,
    active: true,
    createdAt: now.toString(),
  };
  await addAccount(on, row);
  return row;
}

/** Demo accounts, whose password is known to all, are open in demo mode alone, whatever a database still holds from an
 *  earlier trial. */
export const isOpen = (account: AccountRow, demo: boolean): boolean =>
  account.active && (demo || !isDemoAccount(account));

/** The person of an account as it acts on cases, identified as the session says. */
export const callerBehind = (
  account: AccountRow,
  { level, method, proven, nameProven }: Identification,
): Caller => ({
  accountId: account.id,
  username: account.username,
  roles: account.roles as Role[],
  kind: account.kind,
  level,
  method,
  partyCode: proven ? account.partyCode : null,
  ...(proven && nameProven ? { provenName: account.name } : {}),
  ...(oneTimeUntil(account.passwordHash) ? { choosesPassword: true as const } : {}),
});
