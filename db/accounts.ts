import type { Connection } from './database.ts';
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

export const listAccounts = (connection: Connection): Promise<AccountRow[]> =>
  connection.db.select().from(accounts).orderBy(asc(accounts.username));

export async function changeAccount(
  connection: Connection,
  id: string,
  change: Partial<Omit<AccountRow, 'id' | 'username' | 'createdAt'>>,
): Promise<void> {
  await connection.db.update(accounts).set(change).where(eq(accounts.id, id));
}

/** Notes that a member of staff has read personal data of a case. */
export async function recordRead(
  connection: Connection,
  read: { readonly at: string; readonly account: string; readonly caseId: string; readonly what: string },
): Promise<void> {
  await connection.db.insert(readAudit).values(read);
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
