import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { noteOnAccount } from '../../db/account-log.ts';
import { findAccount } from '../../db/accounts.ts';
import type { Database } from '../../db/connect.ts';
import type { SubUserRow } from '../../db/rows.ts';
import {
  addSubUser,
  findInvitation,
  findMembership,
  revokeSubUser,
  subUsersOf,
  takeUpInvitation,
} from '../../db/sub-users.ts';
import { SUB_USER_RIGHTS, type SubUserRight } from '../../workflows/roles.ts';
import { type Caller, isStaff } from '../casework/caller.ts';
import { isIdentified } from '../casework/may/may.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

/** Whom a customer lets look and ask in the customer's name (PO-04): invited by a link, taken up by an account, revoked at
 *  once. Times are real, as those of sessions. */
export interface SubUsers {
  list(caller: Caller): Promise<SubUser[]>;
  /** The token of the invitation is in the hands of whoever invites; the database holds its hash alone. Invited twice under
   *  one token, it is one invitation. */
  invite(caller: Caller, invitation: Invitation, token?: string): Promise<NewInvitation>;
  /** @throws Refusal `sub-user.not-found` */
  revoke(caller: Caller, id: string): Promise<void>;
  /** Who invites, and to what. @throws Refusal `invitation.not-found`: unknown, used, expired and revoked alike */
  invitation(token: string): Promise<Invited>;
  /** The account of the caller is let in; tells whose context it is. */
  takeUp(caller: Caller, token: string): Promise<{ readonly principal: string }>;
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  /** `see` is always among what is given. */
  readonly rights: readonly SubUserRight[];
}

interface NewInvitation {
  readonly id: string;
  readonly token: string;
  /** false: a second click. */
  readonly isNew: boolean;
}

export interface SubUser extends Invitation {
  readonly id: string;
  readonly state: 'invited' | 'active' | 'expired' | 'revoked';
  readonly invitedAt: string;
  readonly expiresAt: string;
  readonly takenUpAt: string | null;
  readonly revokedAt: string | null;
}

export interface Invited {
  readonly principalName: string;
  readonly rights: readonly SubUserRight[];
  readonly expiresAt: string;
}

const INVITATION_LASTS = Temporal.Duration.from({ hours: 14 * 24 });
const MOST_SUB_USERS = 20;

/** Nobody guesses it: 256 bits. */
export const newInvitationToken = (): string => randomBytes(32).toString('base64url');

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

interface SubUserParts {
  readonly db: Database;
  readonly now?: () => Temporal.Instant;
}

export function createSubUsers({ db, now = () => Temporal.Now.instant() }: SubUserParts): SubUsers {
  const shown = (row: SubUserRow): SubUser => ({
    id: row.id,
    name: row.name,
    email: row.email,
    rights: SUB_USER_RIGHTS.filter((right) => row.rights.includes(right)),
    state: stateOf(row, now()),
    invitedAt: row.invitedAt,
    expiresAt: row.expiresAt,
    takenUpAt: row.takenUpAt,
    revokedAt: row.revokedAt,
  });

  async function openInvitation(token: string): Promise<SubUserRow> {
    const row = await findInvitation(db, hashOf(token));
    if (!row || stateOf(row, now()) !== 'invited') throw noSuchInvitation();
    return row;
  }

  return {
    async list(caller) {
      assertOwnCustomer(caller);
      return (await subUsersOf(db, caller.accountId)).map(shown);
    },

    async invite(caller, { name, email, rights }, token = newInvitationToken()) {
      assertMayLetIn(caller);
      const before = await findInvitation(db, hashOf(token));
      if (before?.principal === caller.accountId) return { id: before.id, token, isNew: false };
      const standing = (await subUsersOf(db, caller.accountId)).filter((row) =>
        ['invited', 'active'].includes(stateOf(row, now())),
      );
      if (standing.length >= MOST_SUB_USERS) throw tooManySubUsers();
      const at = now();
      const id = randomUUID();
      const given = SUB_USER_RIGHTS.filter((right) => right === 'see' || rights.includes(right));
      await db.transaction(async (tx) => {
        await addSubUser(tx, {
          id,
          principal: caller.accountId,
          member: null,
          email,
          name,
          rights: given,
          invitationHash: hashOf(token),
          invitedAt: at.toString(),
          expiresAt: at.add(INVITATION_LASTS).toString(),
          takenUpAt: null,
          revokedAt: null,
        });
        await noteOnAccount(tx, {
          at: at.toString(),
          accountId: caller.accountId,
          actor: caller.username,
          what: 'sub-user.invited',
          data: { id, rights: given },
        });
      });
      return { id, token, isNew: true };
    },

    async revoke(caller, id) {
      assertOwnCustomer(caller);
      const at = now().toString();
      await db.transaction(async (tx) => {
        if (!(await revokeSubUser(tx, caller.accountId, id, at))) throw noSuchSubUser();
        await noteOnAccount(tx, {
          at,
          accountId: caller.accountId,
          actor: caller.username,
          what: 'sub-user.revoked',
          data: { id },
        });
      });
    },

    async invitation(token) {
      const row = await openInvitation(token);
      const principal = await findAccount(db, row.principal);
      if (!principal?.active) throw noSuchInvitation();
      const { rights, expiresAt } = shown(row);
      return { principalName: principal.name, rights, expiresAt };
    },

    async takeUp(caller, token) {
      const row = await openInvitation(token);
      if (isStaff(caller) || row.principal === caller.accountId) throw notForThisAccount();
      if (await findMembership(db, row.principal, caller.accountId)) throw letInAlready();
      const at = now().toString();
      await db.transaction(async (tx) => {
        if (!(await takeUpInvitation(tx, hashOf(token), caller.accountId, at))) throw noSuchInvitation();
        await noteOnAccount(tx, {
          at,
          accountId: row.principal,
          actor: caller.username,
          what: 'sub-user.taken-up',
          data: { id: row.id },
        });
      });
      return { principal: row.principal };
    },
  };
}

function stateOf(row: SubUserRow, at: Temporal.Instant): SubUser['state'] {
  if (row.revokedAt !== null) return 'revoked';
  if (row.takenUpAt !== null) return 'active';
  return Temporal.Instant.compare(row.expiresAt, at) > 0 ? 'invited' : 'expired';
}

/** Sub-users belong to the customer in person: who acts in another's name neither sees nor makes any. */
function assertOwnCustomer(caller: Caller): void {
  if (!caller.roles.includes('customer') || caller.actingFor) throw notTheirs();
}

/** Letting somebody in is an act of the customer, who must be identified for it (II.5.4); taking it back is not. */
function assertMayLetIn(caller: Caller): void {
  assertOwnCustomer(caller);
  if (!isIdentified(caller)) throw notIdentified();
  if (isRepresentative(caller)) throw notForRepresentatives();
}

/** Whom a representative let in would stay when the representative has left. */
const isRepresentative = ({ kind, method }: Caller): boolean =>
  kind === 'legal' && (method === 'portal-eid' || method === 'portal-bank');

const notForRepresentatives = (): Refusal =>
  new Refusal({
    code: 'sub-user.representative',
    kind: 'forbidden',
    clause: 'II.5.3',
    detail: say(
      'Uzņēmuma pārstāvis, kurš pierakstījies ar eID vai internetbanku, citus lietotājus nepievieno: katrs pārstāvis pierakstās pats vai rīkojas ar pilnvaru, kas iesniegta lietā.',
      'A company’s representative who signed in by eID or bank adds no other users: each representative signs in, or acts by an authority that is filed in the case.',
    ),
  });

const notTheirs = (): Refusal =>
  new Refusal({
    code: 'rights.sub-user',
    kind: 'forbidden',
    detail: say(
      'Piekļuvi savām lietām dod un atsauc tikai pats klients, pierakstījies savā vārdā.',
      'Access to a customer’s cases is given and taken back by the customer alone, acting in the own name.',
    ),
  });

const notIdentified = (): Refusal =>
  new Refusal({
    code: 'rights.not-identified',
    kind: 'forbidden',
    clause: 'II.5.4.3',
    detail: say(
      'Lai kādam dotu piekļuvi, pierakstieties ar eID vai internetbanku: parole fizisku personu neidentificē.',
      'Sign in by eID or bank to give somebody access: a password does not identify a natural person.',
    ),
  });

const tooManySubUsers = (): Refusal =>
  new Refusal({
    code: 'sub-user.too-many',
    detail: say(
      `Vienlaikus piekļuve var būt ne vairāk kā ${MOST_SUB_USERS} personām. Vispirms atsauciet kādu no esošajām.`,
      `Not more than ${MOST_SUB_USERS} people can have access at once. Take one back first.`,
    ),
  });

const noSuchSubUser = (): Refusal =>
  new Refusal({
    code: 'sub-user.not-found',
    kind: 'not-found',
    detail: say(
      'Šādas piekļuves Jūsu lietām nav, vai tā jau ir atsaukta.',
      'Nobody has this access to your cases, or it was revoked before.',
    ),
  });

const noSuchInvitation = (): Refusal =>
  new Refusal({
    code: 'invitation.not-found',
    kind: 'not-found',
    detail: say(
      'Šis uzaicinājums vairs neder: tas ir izmantots, atsaukts vai beidzies tā termiņš. Lūdziet jaunu tam, kurš Jūs uzaicināja.',
      'This invitation holds no more: it was used, revoked, or has expired. Ask whoever invited you for a new one.',
    ),
  });

const notForThisAccount = (): Refusal =>
  new Refusal({
    code: 'invitation.not-for-this-account',
    detail: say(
      'Ar šo kontu uzaicinājumu pieņemt nevar: tas ir Jūsu pašu uzaicinājums vai darbinieka konts.',
      'This account cannot take the invitation up: it is your own invitation, or an account of staff.',
    ),
  });

const letInAlready = (): Refusal =>
  new Refusal({
    code: 'invitation.let-in-already',
    detail: say(
      'Šim kontam piekļuve šī klienta lietām jau ir. Lai mainītu tiesības, klients vispirms atsauc esošās.',
      'This account has access to this customer’s cases already. To change the rights, the customer first takes back the present ones.',
    ),
  });
