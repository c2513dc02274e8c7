import type { Connection, Statement, Transaction } from './database.ts';
import { asc, eq } from './drizzle.ts';
import { AlreadyExists, sqlStateOf } from './errors.ts';
import { type AccountRow, columnsOf } from './rows.ts';
import { accounts, readAudit } from './schema.ts';

/** Throws {@link AlreadyExists} when the username is taken. */
export async function addAccount(connection: Connection, account: AccountRow): Promise<void> {
  try {
    await connection.db.insert(accounts).values(account);
  } catch (error) {
    throw sqlStateOf(error) === '23505' ? new AlreadyExists('accounts_username', error) : error;
  }
}

export async function findAccount(connection: Connection, id: string): Promise<AccountRow | null> {
  const [row] = await connection.db.select().from(accounts).where(eq(accounts.id, id));
  return row ?? null;
}

/** Until the transaction ends, whoever holds the account too waits. */
export async function holdAccount(tx: Transaction, id: string): Promise<void> {
  await tx.query('select 1 from accounts where id = $1 for update', [id]);
}

export async function findAccountByUsername(
  connection: Connection,
  username: string,
): Promise<AccountRow | null> {
  const [row] = await connection.db.select().from(accounts).where(eq(accounts.username, username));
  return row ?? null;
}

/** Accounts that are reached at this address, whatever its case; the first five. */
export const accountsAtAddress = (connection: Connection, address: string): Promise<AccountRow[]> =>
  connection.query<AccountRow>(
    `select ${columnsOf(accounts, 'a')} from accounts a
     where lower(a.email) = lower($1) order by a.created_at, a.id limit 5`,
    [address],
  );

/** Accounts of one natural or legal person. */
export const accountsOfParty = (connection: Connection, partyCode: string): Promise<AccountRow[]> =>
  connection.db.select().from(accounts).where(eq(accounts.partyCode, partyCode)).orderBy(asc(accounts.id));

/** The names of the people or companies behind these usernames, by username. */
export async function namesBehind(
  connection: Connection,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (usernames.length === 0) return new Map();
  const rows = await connection.query<{ username: string; name: string }>(
    'select username, name from accounts where username = any ($1::text[])',
    [[...new Set(usernames)]],
  );
  return new Map(rows.map(({ username, name }) => [username, name]));
}

export const listAccounts = (connection: Connection): Promise<AccountRow[]> =>
  connection.db.select().from(accounts).orderBy(asc(accounts.username));

export async function changeAccount(
  connection: Connection,
  id: string,
  change: Partial<Omit<AccountRow, 'id' | 'username' | 'createdAt'>>,
): Promise<void> {
  await connection.db.update(accounts).set(change).where(eq(accounts.id, id));
}

const RECORD_READS: Statement = {
  name: 'record_reads',
  text: 'insert into read_audit (at, account, case_id, what) select $1::timestamptz, $2, $3::uuid, unnest($4::text[])',
};

interface Reader {
  readonly at: string;
  readonly account: string;
  readonly caseId: string;
}

/** Notes that a member of staff has read personal data of a case. */
export const recordRead = (
  connection: Connection,
  { what, ...reader }: Reader & { readonly what: string },
): Promise<void> => recordReads(connection, reader, [what]);

/** Notes several parts that were read at once. */
export async function recordReads(
  connection: Connection,
  { at, account, caseId }: Reader,
  parts: readonly string[],
): Promise<void> {
  await connection.query(RECORD_READS, [at, account, caseId, parts]);
}

export const readsOf = (
  connection: Connection,
  caseId: string,
): Promise<{ at: string; account: string; what: string }[]> =>
  connection.db
    .select({ at: readAudit.at, account: readAudit.account, what: readAudit.what })
    .from(readAudit)
    .where(eq(readAudit.caseId, caseId))
    .orderBy(asc(readAudit.id));
