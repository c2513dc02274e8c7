import type { Connection, Statement } from './database.ts';
import { IS_PROVEN } from './proofs.ts';
import { columnsOf, type SubUserRow } from './rows.ts';
import { subUsers } from './schema.ts';

const ROW = columnsOf(subUsers, 's');
/** Taken up and not revoked: nothing else counts as a membership. */
const STANDS = 's.taken_up_at is not null and s.revoked_at is null';

export async function addSubUser(connection: Connection, subUser: SubUserRow): Promise<void> {
  await connection.db.insert(subUsers).values(subUser);
}

/** Everybody whom a customer has let in, the latest invitation first; revoked ones too. */
export const subUsersOf = (connection: Connection, principal: string): Promise<SubUserRow[]> =>
  connection.query<SubUserRow>(
    `select ${ROW} from sub_users s where s.principal = $1 order by s.invited_at desc, s.id`,
    [principal],
  );

export async function findInvitation(connection: Connection, hash: string): Promise<SubUserRow | null> {
  const [row] = await connection.query<SubUserRow>(
    `select ${ROW} from sub_users s where s.invitation_hash = $1`,
    [hash],
  );
  return row ?? null;
}

/** The invitation becomes a membership, once, while it is open. false: somebody was first, or it is open no more. */
export async function takeUpInvitation(
  connection: Connection,
  hash: string,
  member: string,
  at: string,
): Promise<boolean> {
  const taken = await connection.query(
    `update sub_users set member = $2, taken_up_at = $3, invitation_hash = null
     where invitation_hash = $1 and taken_up_at is null and revoked_at is null and expires_at > $3 returning id`,
    [hash, member, at],
  );
  return taken.length > 0;
}

/** false: there is no such sub-user of this customer, or the right was revoked before. */
export async function revokeSubUser(
  connection: Connection,
  principal: string,
  id: string,
  at: string,
): Promise<boolean> {
  const revoked = await connection.query(
    `update sub_users set revoked_at = $3, invitation_hash = null
     where id = $1 and principal = $2 and revoked_at is null returning id`,
    [id, principal, at],
  );
  return revoked.length > 0;
}

export interface Membership {
  readonly partyCode: string | null;
  readonly rights: readonly string[];
}

/** What a customer lets this member do now; null: nothing, nothing any more, or the customer's account was closed. */
export async function findMembership(
  connection: Connection,
  principal: string,
  member: string,
): Promise<Membership | null> {
  const [row] = await connection.query<Membership>(
    `select case when ${IS_PROVEN} then a.party_code end as "partyCode", s.rights from sub_users s join accounts a on a.id = s.principal and a.active
     where s.member = $2 and s.principal = $1 and ${STANDS} order by s.taken_up_at desc limit 1`,
    [principal, member],
  );
  return row ?? null;
}

export interface ContextRow {
  readonly id: string;
  readonly name: string;
  /** null: the account's own. */
  readonly rights: readonly string[] | null;
}

const CONTEXTS: Statement = {
  name: 'contexts_of',
  text: `select id, name, rights from (
       select a.id, a.name, null::text[] as rights from accounts a where a.id = $1
       union all
       (select distinct on (p.id) p.id, p.name, s.rights from sub_users s join accounts p on p.id = s.principal and p.active
        where s.member = $1 and ${STANDS} order by p.id, s.taken_up_at desc)
     ) one order by rights is not null, name, id`,
};

/** The account itself first, then the customers who let it in, by name. */
export const contextsOf = (connection: Connection, accountId: string): Promise<ContextRow[]> =>
  connection.query<ContextRow>(CONTEXTS, [accountId]);

/** In whose name the session goes on; null: in the own one. */
export async function setContext(
  connection: Connection,
  tokenHash: string,
  principal: string | null,
): Promise<void> {
  await connection.query('update sessions set context = $2 where token_hash = $1', [tokenHash, principal]);
}

/** Everybody whom a customer has let in, and every invitation; tells which. */
export async function revokeAllOf(connection: Connection, principal: string, at: string): Promise<string[]> {
  const revoked = await connection.query<{ id: string }>(
    `update sub_users set revoked_at = $2, invitation_hash = null
     where principal = $1 and revoked_at is null returning id`,
    [principal, at],
  );
  return revoked.map(({ id }) => id);
}
