import { randomBytes } from 'node:crypto';
import { noteOnAccount } from '../../db/account-log.ts';
import { addAccount, changeAccount } from '../../db/accounts.ts';
import type { Database, Transaction } from '../../db/connect.ts';
import type { AccountRow } from '../../db/rows.ts';
import { accountOfIdentity, addIdentity, holdPerson, provenAccountOf } from '../../db/sign-in.ts';
import type { Proof } from './proof.ts';

export type ProvenAccount =
  | { readonly kind: 'known'; readonly account: AccountRow }
  /** The provider names another personal code than it did before under the same subject. */
  | { readonly kind: 'other-person' };

/** The account of a person whom a provider has proven (ADR 0075). One person has one such account, by whichever provider
 *  it signs in. An account that was registered with a password under the same personal code has proven nothing and is
 *  never taken over: who made it would see, and hold the password to, what the person does from now on. */
export function accountBehind(
  db: Database,
  proof: Proof,
  language: 'lv' | 'en',
  now: Temporal.Instant,
): Promise<ProvenAccount> {
  return db.transaction(async (tx) => {
    await holdPerson(tx, proof.personalCode);
    const at = now.toString();
    const known = await accountOfIdentity(tx, proof.issuer, proof.subject);
    if (known) {
      if (known.partyCode !== proof.personalCode) return { kind: 'other-person' };
      return { kind: 'known', account: await withNameOf(tx, known, proof, at) };
    }
    const before = await provenAccountOf(tx, proof.personalCode);
    const account = before
      ? await withNameOf(tx, before, proof, at)
      : await openAccount(tx, proof, language, at);
    await addIdentity(tx, {
      issuer: proof.issuer,
      subject: proof.subject,
      accountId: account.id,
      createdAt: at,
    });
    await noteOnAccount(tx, {
      at,
      accountId: account.id,
      actor: account.username,
      what: 'identity.added',
      data: { method: proof.method, issuer: proof.issuer },
    });
    return { kind: 'known', account };
  });
}

async function openAccount(
  tx: Transaction,
  proof: Proof,
  language: 'lv' | 'en',
  at: string,
): Promise<AccountRow> {
  const account: AccountRow = {
    id: crypto.randomUUID(),
    username: nameless(),
    passwordHash: null,
    roles: ['customer'],
    kind: 'natural',
    partyCode: proof.personalCode,
    name: proof.name,
    email: proof.email,
    language,
    letterChannel: null,
    active: true,
    createdAt: at,
  };
  await addAccount(tx, account);
  await noteOnAccount(tx, {
    at,
    accountId: account.id,
    actor: account.username,
    what: 'account.opened',
    data: { method: proof.method },
  });
  return account;
}

/** Usernames stand in histories, which the other party reads; this one tells nothing of the person. */
const nameless = (): string => `persona-${randomBytes(5).toString('hex')}`;

/** The name comes from the provider, and changes there (II.16.6). */
async function withNameOf(
  tx: Transaction,
  account: AccountRow,
  { name, method }: Proof,
  at: string,
): Promise<AccountRow> {
  if (account.name === name) return account;
  await changeAccount(tx, account.id, { name });
  await noteOnAccount(tx, {
    at,
    accountId: account.id,
    actor: account.username,
    what: 'name.changed',
    data: { from: account.name, to: name, method },
  });
  return { ...account, name };
}
