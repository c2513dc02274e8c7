import type { Connection, Transaction } from './database.ts';
import { type AccountRow, columnsOf } from './rows.ts';
import { accounts } from './schema.ts';

/** Accounts as an administrator looks through them. */

export interface AccountFilter {
  /** Part of the username, the name or the e-mail address. */
  readonly q?: string;
  readonly role?: string;
  readonly active?: boolean;
  readonly staff?: boolean;
}

export interface ListedAccount extends AccountRow {
  readonly sessions: number;
  readonly lastSeenAt: string | null;
}

const ROW = `${columnsOf(accounts, 'a')}, s.sessions, s.last_seen_at as "lastSeenAt"`;
const SESSIONS = `
  cross join lateral (
    select count(*)::int as sessions, max(last_seen_at) as last_seen_at
    from sessions where account_id = a.id and expires_at > $1) s`;

/** In the order of their usernames, from after `after` on. */
export const accountsAfter = (
  connection: Connection,
  now: string,
  { q, role, active, staff }: AccountFilter,
  page: { readonly after?: string; readonly limit: number },
): Promise<ListedAccount[]> =>
  connection.query<ListedAccount>(
    `select ${ROW} from accounts a ${SESSIONS}
     where ($2::text is null or strpos(lower(a.username || ' ' || a.name || ' ' || coalesce(a.email, '')), lower($2)) > 0)
       and ($3::text is null or $3 = any (a.roles))
       and ($4::boolean is null or a.active = $4)
       and ($5::boolean is null or (a.kind = 'staff') = $5)
       and a.username > $6
     order by a.username limit $7`,
    [now, q ?? null, role ?? null, active ?? null, staff ?? null, page.after ?? '', page.limit],
  );

export async function listedAccount(
  connection: Connection,
  now: string,
  id: string,
): Promise<ListedAccount | null> {
  const [row] = await connection.query<ListedAccount>(
    `select ${ROW} from accounts a ${SESSIONS} where a.id = $2`,
    [now, id],
  );
  return row ?? null;
}

/** The open accounts of administrators; nobody changes one of them before the transaction ends. */
export const lockAdministrators = (tx: Transaction): Promise<AccountRow[]> =>
  tx.query<AccountRow>(
    `select ${columnsOf(accounts, 'a')} from accounts a
     where 'admin' = any (a.roles) and a.active order by a.id for update`,
  );

export async function lockAccount(tx: Transaction, id: string): Promise<AccountRow | null> {
  const [row] = await tx.query<AccountRow>(
    `select ${columnsOf(accounts, 'a')} from accounts a where a.id = $1 for update`,
    [id],
  );
  return row ?? null;
}
