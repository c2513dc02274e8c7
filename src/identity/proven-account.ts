import { randomBytes } from 'node:crypto';
import { noteOnAccount } from '../../db/account-log.ts';
import { addAccount, changeAccount } from '../../db/accounts.ts';
import type { Database, Transaction } from '../../db/connect.ts';
import { addProof, standingProof } from '../../db/proofs.ts';
import type { AccountProofRow, AccountRow } from '../../db/rows.ts';
import { endSessionsOf } from '../../db/sessions.ts';
import {
  accountOfIdentity,
  accountOfSubject,
  addIdentity,
  holdPerson,
  provenAccountOf,
} from '../../db/sign-in.ts';
import { endEarlierAccess } from './earlier-access.ts';
import type { Company, Proof } from './proof.ts';

export type ProvenAccount =
  | { readonly kind: 'known'; readonly account: AccountRow; readonly accessEnded: boolean }
  /** The provider names another personal code than it did before under the same subject. */
  | { readonly kind: 'other-person' };

/** The account of a person whom a provider has proven (ADR 0075), or of whom that person represents (ADR 0096). One person has one such account, by whichever provider
 *  it signs in. An account that was registered with a password under the same personal code has proven nothing and is
 *  never taken over: who made it would see, and hold the password to, what the person does from now on. */
export function accountBehind(
  db: Database,
  proof: Proof,
  language: 'lv' | 'en',
  now: Temporal.Instant,
): Promise<ProvenAccount> {
  const who = proof.company ? representativeOf(proof, proof.company) : personOf(proof);
  return db.transaction(async (tx) => {
    await holdPerson(tx, who.heldBy);
    const at = now.toString();
    const known = await accountOfIdentity(tx, proof.issuer, who.subject);
    if (known) {
      if (known.partyCode !== who.partyCode || known.kind !== who.kind) return { kind: 'other-person' };
      const accessEnded = await prove(tx, known, proof, at);
      return { kind: 'known', account: await withNameOf(tx, known, who, proof.method, at), accessEnded };
    }
    const before = await who.accountBefore(tx);
    const account = before
      ? await withNameOf(tx, before, who, proof.method, at)
      : await openAccount(tx, proof, who, language, at);
    await addIdentity(tx, {
      issuer: proof.issuer,
      subject: who.subject,
      accountId: account.id,
      createdAt: at,
    });
    const accessEnded = await prove(tx, account, proof, at);
    await noteOnAccount(tx, {
      at,
      accountId: account.id,
      actor: account.username,
      what: 'identity.added',
      data: { method: proof.method, issuer: proof.issuer },
    });
    return { kind: 'known', account, accessEnded };
  });
}

/** The first proof, or the first since one ended, ends what was given and opened before it. true: somebody had been let in. */
async function prove(tx: Transaction, account: AccountRow, proof: Proof, at: string): Promise<boolean> {
  if (await standingProof(tx, account.id)) return false;
  await addProof(tx, proofOf(account, proof, at));
  await endSessionsOf(tx, account.id);
  return endEarlierAccess(tx, { accountId: account.id, at, by: account.username });
}

const proofOf = (account: AccountRow, { method, issuer }: Proof, at: string): AccountProofRow => ({
  id: crypto.randomUUID(),
  accountId: account.id,
  partyCode: account.partyCode!,
  method,
  provenBy: issuer,
  documentId: null,
  provenAt: at,
  endedAt: null,
  endedBy: null,
});

/** Whose account a sign-in opens. */
interface Whose {
  readonly kind: 'natural' | 'legal';
  readonly partyCode: string;
  /** null: the provider tells none; what stands there stays. */
  readonly name: string | null;
  readonly subject: string;
  /** What two sign-ins of one and the same wait for each other by. */
  readonly heldBy: string;
  readonly username: () => string;
  readonly email: string | null;
  /** What is noted of the person who opens it. */
  readonly opened: object;
  /** The account that another provider has proven to be theirs. */
  readonly accountBefore: (tx: Transaction) => Promise<AccountRow | null>;
}

const personOf = ({ personalCode, name, subject, email }: Proof): Whose => ({
  kind: 'natural',
  partyCode: personalCode,
  name,
  subject,
  heldBy: personalCode,
  username: () => nameless('persona'),
  email,
  opened: {},
  accountBefore: (tx) => provenAccountOf(tx, personalCode),
});

/** Somebody who represents a legal person: an account for each of its representatives, so that history tells them apart. It
 *  is opened by a statement of the provider alone, and so never to one whom no provider vouches for any longer. No address
 *  is kept: nothing of the company is to reach a person who has left it. */
function representativeOf({ personalCode, name }: Proof, company: Company): Whose {
  const subject = `NTRLV-${company.code} PNOLV-${personalCode}`;
  return {
    kind: 'legal',
    partyCode: company.code,
    name: company.name,
    subject,
    heldBy: subject,
    username: () => nameless('parstavis'),
    email: null,
    opened: { representative: name },
    accountBefore: (tx) => accountOfSubject(tx, subject),
  };
}

async function openAccount(
  tx: Transaction,
  { method }: Proof,
  who: Whose,
  language: 'lv' | 'en',
  at: string,
): Promise<AccountRow> {
  const account: AccountRow = {
    id: crypto.randomUUID(),
    username: who.username(),
    passwordHash: null,
    roles: ['customer'],
    kind: who.kind,
    partyCode: who.partyCode,
    name: who.name ?? who.partyCode,
    email: who.email,
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
    data: { method, ...who.opened },
  });
  return account;
}

/** Usernames stand in histories, which the other party reads; this one tells nothing of the person. */
const nameless = (what: 'persona' | 'parstavis'): string => `${what}-${randomBytes(5).toString('hex')}`;

/** The name comes from the provider, and changes there (II.16.6). */
async function withNameOf(
  tx: Transaction,
  account: AccountRow,
  { name }: Whose,
  method: Proof['method'],
  at: string,
): Promise<AccountRow> {
  if (name === null || account.name === name) return account;
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
