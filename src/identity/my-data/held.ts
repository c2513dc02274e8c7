import { notesOnAccount } from '../../../db/account-log.ts';
import { findAccount } from '../../../db/accounts.ts';
import type { Connection } from '../../../db/connect.ts';
import {
  casesOfPerson,
  type LetterOfPerson,
  lettersOfCases,
  ownReadsOf,
  type StaffRead,
  staffReadsOf,
  unprovenAccountsOf,
} from '../../../db/my-data.ts';
import type { AccountRow, CaseRow } from '../../../db/rows.ts';
import { sessionsOf } from '../../../db/sessions.ts';
import { identitiesOf } from '../../../db/sign-in.ts';
import { placesOf } from '../../../db/sign-in-places.ts';
import { subUsersOf } from '../../../db/sub-users.ts';
import type { Authority, Facts } from '../../../workflows/facts.ts';
import { type CaseState, situationOf } from '../../../workflows/step.ts';
import { agentWord } from '../../casework/agents.ts';
import { type Caller, isStaff } from '../../casework/caller.ts';
import { isDemoAccount } from '../demo-accounts.ts';
import { hashOf } from '../tokens.ts';

/** What we hold on the signed-in person (GDPR art. 15), whatever the context in which the person acts. */
export interface Held {
  readonly account: HeldAccount;
  /** Providers that have proven who this is. */
  readonly proofs: readonly { readonly issuer: string; readonly since: string }[];
  readonly sessions: readonly HeldSession[];
  /** From where the account has signed in, by hash; kept so that strangers who guess do not keep its owner out. */
  readonly signInPlaces: readonly HeldPlace[];
  /** Accounts under the same personal code that proved nothing; told to a proven person alone. */
  readonly otherAccounts: readonly {
    readonly id: string;
    readonly username: string;
    readonly since: string;
  }[];
  readonly cases: readonly HeldCase[];
  readonly subUsers: readonly HeldSubUser[];
  readonly reads: readonly (StaffRead & { readonly number: string })[];
  readonly letters: readonly (LetterOfPerson & { readonly number: string })[];
  readonly changes: readonly HeldChange[];
  /** What a member of staff has read of others; null for customers. */
  readonly ownReads: { readonly times: number; readonly cases: number } | null;
}

interface HeldAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly kind: AccountRow['kind'];
  readonly roles: readonly string[];
  readonly partyCode: string | null;
  readonly email: string | null;
  readonly language: string;
  readonly letterChannel: AccountRow['letterChannel'];
  readonly hasPassword: boolean;
  readonly since: string;
}

interface HeldSession {
  readonly method: string;
  readonly level: string;
  readonly since: string;
  readonly lastSeenAt: string;
  /** The one that asks. */
  readonly here: boolean;
}

interface HeldPlace {
  readonly kind: 'device' | 'network';
  readonly since: string;
  readonly usedAt: string;
}

export interface HeldCase {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly relation: 'customer' | 'representative';
  /** Filed and not ended: changed details matter to it (II.16.6). */
  readonly isOpen: boolean;
  readonly contacts: CaseContacts;
  /** Authorities on file: of the customer's representatives, or the person's own. */
  readonly authorities: readonly Authority[];
}

interface CaseContacts {
  readonly email: string | null;
  readonly phone: string | null;
  readonly postalAddress: string | null;
}

interface HeldSubUser {
  readonly name: string;
  readonly email: string;
  readonly rights: readonly string[];
  readonly invitedAt: string;
  readonly takenUpAt: string | null;
  readonly revokedAt: string | null;
}

interface HeldChange {
  readonly at: string;
  readonly what: string;
  readonly data: unknown;
  readonly byThemselves: boolean;
}

export interface Asker {
  readonly caller: Caller;
  readonly token: string;
}

export interface HeldParts {
  readonly db: Connection;
  readonly timeZone: () => string;
  /** Sessions live in real time; tests bring their own. */
  readonly now?: () => Temporal.Instant;
}

const MOST_CHANGES = 500;

/** Signed in by eID or bank: only so is a personal code proven. */
export const isProven = ({ kind, method, level }: Caller): boolean =>
  kind === 'natural' && level === '2' && (method === 'portal-eid' || method === 'portal-bank');

export async function heldOn(
  { db, timeZone, now = () => Temporal.Now.instant() }: HeldParts,
  { caller, token }: Asker,
): Promise<{ readonly held: Held; readonly rows: readonly CaseRow[] }> {
  const { accountId, username, partyCode } = caller;
  const agentWords = partyCode === null ? [] : [agentWord(partyCode)];
  const [account, proofs, sessions, places, others, rows, subUsers, changes, ownReads] = await Promise.all([
    findAccount(db, accountId),
    identitiesOf(db, accountId),
    sessionsOf(db, accountId, now().toString()),
    placesOf(db, accountId),
    isProven(caller) && partyCode !== null ? unprovenAccountsOf(db, partyCode) : [],
    isStaff(caller) ? [] : heldCases(db, caller, agentWords),
    subUsersOf(db, accountId),
    notesOnAccount(db, accountId, MOST_CHANGES),
    isStaff(caller) ? ownReadsOf(db, username) : null,
  ]);
  const isOwn = (row: CaseRow): boolean => isTheirs(caller, row);
  const isOwnAgent = (agent: string): boolean => agentWords.includes(agentWord(agent));
  const ownIds = rows.filter(isOwn).map(({ id }) => id);
  const [reads, letters] =
    ownIds.length === 0
      ? [[], []]
      : await Promise.all([staffReadsOf(db, ownIds, timeZone()), lettersOfCases(db, ownIds)]);
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const numberOf = (caseId: string): string => numbers.get(caseId)!;
  const here = hashOf(token);
  const held: Held = {
    account: accountOf(account!),
    proofs: proofs.map(({ issuer, createdAt }) => ({ issuer, since: createdAt })),
    sessions: sessions.map(({ method, level, createdAt, lastSeenAt, tokenHash }) => ({
      method,
      level,
      since: createdAt,
      lastSeenAt,
      here: tokenHash === here,
    })),
    signInPlaces: places.map(({ kind, since, usedAt }) => ({ kind, since, usedAt })),
    otherAccounts: others
      .filter((other) => other.id !== accountId && !isDemoAccount(other))
      .map(({ id, username: name, createdAt }) => ({ id, username: name, since: createdAt })),
    cases: rows.map((row) => caseOf(row, isOwn(row), isOwnAgent)),
    subUsers: subUsers.map(({ name, email, rights, invitedAt, takenUpAt, revokedAt }) => ({
      name,
      email,
      rights,
      invitedAt,
      takenUpAt,
      revokedAt,
    })),
    reads: reads.map((read) => ({ ...read, number: numberOf(read.caseId) })),
    letters: letters.map((letter) => ({ ...letter, number: numberOf(letter.caseId) })),
    changes: changes.map(({ at, what, data, actor }) => ({
      at,
      what,
      data,
      byThemselves: actor === username,
    })),
    ownReads,
  };
  return { held, rows: rows.filter(isOwn) };
}

/** The person's by the code that is proven (D-19), or a draft of its own that names nobody yet. What it filed for somebody
 *  else is that person's data. */
const isTheirs = ({ accountId, partyCode }: Caller, row: CaseRow): boolean =>
  (partyCode !== null && row.partyCode === partyCode) ||
  (row.ownerAccount === accountId && row.partyCode === null && row.status === 'draft');

async function heldCases(db: Connection, caller: Caller, agentWords: readonly string[]): Promise<CaseRow[]> {
  const { accountId, partyCode } = caller;
  const rows = await casesOfPerson(db, { accountId, partyCode, agentWords });
  return rows.filter(
    (row) =>
      isTheirs(caller, row) ||
      (row.snapshot as CaseState).facts.authorities.some(({ agent }) =>
        agentWords.includes(agentWord(agent)),
      ),
  );
}

const accountOf = (row: AccountRow): HeldAccount => ({
  id: row.id,
  username: row.username,
  name: row.name,
  kind: row.kind,
  roles: row.roles,
  partyCode: row.partyCode,
  email: row.email,
  language: row.language,
  letterChannel: row.letterChannel,
  hasPassword: row.passwordHash !== null,
  since: row.createdAt,
});

function caseOf(row: CaseRow, isOwn: boolean, isOwnAgent: (agent: string) => boolean): HeldCase {
  const state = row.snapshot as CaseState;
  const { facts } = state;
  return {
    id: row.id,
    number: row.number,
    status: situationOf(state).status,
    relation: isOwn ? 'customer' : 'representative',
    isOpen: isOwn && facts.receivedOn !== null && !hasEnded(facts, row.status),
    contacts: isOwn ? contactsOf(facts) : { email: null, phone: null, postalAddress: null },
    authorities: isOwn ? facts.authorities : facts.authorities.filter(({ agent }) => isOwnAgent(agent)),
  };
}

const ENDED: ReadonlySet<string> = new Set(['annulled', 'withdrawn', 'terminated', 'closed']);

const hasEnded = (facts: Facts, status: string): boolean => facts.ending !== null || ENDED.has(status);

const contactsOf = ({ application: { customer } }: Facts): CaseContacts => ({
  email: customer?.email ?? null,
  phone: customer?.phone ?? null,
  postalAddress: customer?.postalAddress ?? null,
});
