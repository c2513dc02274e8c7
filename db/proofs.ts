import type { Connection } from './database.ts';
import { and, eq, sql } from './drizzle.ts';
import type { AccountProofRow, AccountRow } from './rows.ts';
import { accountProofs } from './schema.ts';

/** By what accounts are proven to be whose they say they are (D-19, D-20). */

/** Of an account `a`: a proof of its very code stands. */
export const IS_PROVEN = `exists (select from account_proofs p where p.account_id = a.id
  and p.party_code = a.party_code and p.ended_at is null)`;

/** The code of an account as far as it is proven; null: nobody vouches for it. */
export async function provenCodeOf(
  connection: Connection,
  { id, partyCode }: Pick<AccountRow, 'id' | 'partyCode'>,
): Promise<string | null> {
  if (partyCode === null) return null;
  const proof = await standingProof(connection, id);
  return proof?.partyCode === partyCode ? partyCode : null;
}

export async function standingProof(
  connection: Connection,
  accountId: string,
): Promise<AccountProofRow | null> {
  const [found] = await connection.db
    .select()
    .from(accountProofs)
    .where(and(eq(accountProofs.accountId, accountId), sql`${accountProofs.endedAt} is null`));
  return found ?? null;
}

/** Nothing where another proof stands. */
export async function addProof(connection: Connection, proof: AccountProofRow): Promise<void> {
  await connection.db.insert(accountProofs).values(proof).onConflictDoNothing();
}

/** false: none stands. */
export async function endProof(
  connection: Connection,
  accountId: string,
  { at, by }: { readonly at: string; readonly by: string },
): Promise<boolean> {
  const ended = await connection.query(
    'update account_proofs set ended_at = $2, ended_by = $3 where account_id = $1 and ended_at is null returning id',
    [accountId, at, by],
  );
  return ended.length > 0;
}

export interface CompanyAccountRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly partyCode: string | null;
  readonly email: string | null;
  readonly createdAt: string;
  readonly provenAt: string | null;
  readonly provenBy: string | null;
  readonly method: string | null;
  readonly documentId: string | null;
  /** What whoever confirmed it noted of the document. */
  readonly seen: string | null;
}

interface CompaniesAsked {
  readonly code?: string | null;
  readonly id?: string | null;
}

/** Accounts that companies sign in to by password: those that wait for somebody to confirm them first. */
export const companyAccounts = (
  connection: Connection,
  { code = null, id = null }: CompaniesAsked,
): Promise<CompanyAccountRow[]> =>
  connection.query<CompanyAccountRow>(
    `select a.id, a.username, a.name, a.party_code as "partyCode", a.email, a.created_at as "createdAt",
       p.proven_at as "provenAt", p.proven_by as "provenBy", p.method, p.document_id as "documentId",
       case when p.id is not null then (select l.data->>'seen' from account_log l
         where l.account_id = a.id and l.what = 'company.confirmed' order by l.id desc limit 1) end as seen
     from accounts a left join account_proofs p
       on p.account_id = a.id and p.party_code = a.party_code and p.ended_at is null
     where a.kind = 'legal' and a.active and a.password_hash is not null
       and ($1::text is null or a.party_code = $1) and ($2::text is null or a.id = $2)
     order by p.proven_at is not null, a.created_at desc, a.id limit 200`,
    [code, id],
  );

/** Whether a document shows by what right somebody speaks for a company. */
export async function isProofOfAccount(connection: Connection, documentId: string): Promise<boolean> {
  const found = await connection.db
    .select({ id: accountProofs.id })
    .from(accountProofs)
    .where(eq(accountProofs.documentId, documentId))
    .limit(1);
  return found.length > 0;
}
