import type { Connection, Transaction } from './database.ts';
import { and, asc, eq } from './drizzle.ts';
import { ApprovalIsDecided } from './errors.ts';
import type { AccountActRow } from './rows.ts';
import { accountActs } from './schema.ts';

type Asked = Pick<AccountActRow, 'id' | 'accountId' | 'act' | 'askedBy' | 'askedAt'>;

/** The act waits and changes nothing. */
export async function askAccountAct(connection: Connection, asked: Asked): Promise<void> {
  await connection.db.insert(accountActs).values({ ...asked, state: 'pending' });
}

export async function findAccountAct(connection: Connection, id: string): Promise<AccountActRow | null> {
  const [row] = await connection.db.select().from(accountActs).where(eq(accountActs.id, id));
  return row ?? null;
}

/** What waits for a second administrator, oldest first. */
export const pendingAccountActs = (connection: Connection): Promise<AccountActRow[]> =>
  connection.db
    .select()
    .from(accountActs)
    .where(eq(accountActs.state, 'pending'))
    .orderBy(asc(accountActs.askedAt), asc(accountActs.id));

export interface AccountActEnd {
  readonly state: 'applied' | 'declined' | 'withdrawn';
  readonly by: string;
  readonly at: string;
  readonly reasons: string | null;
}

/** @throws ApprovalIsDecided where somebody else was quicker */
export async function endAccountAct(
  connection: Connection | Transaction,
  id: string,
  { state, by, at, reasons }: AccountActEnd,
): Promise<void> {
  const ended = await connection.db
    .update(accountActs)
    .set({ state, decidedBy: by, decidedAt: at, reasons })
    .where(and(eq(accountActs.id, id), eq(accountActs.state, 'pending')))
    .returning({ id: accountActs.id });
  if (ended.length === 0) throw new ApprovalIsDecided(id);
}
