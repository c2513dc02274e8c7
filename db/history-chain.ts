import type { Connection, Statement } from './database.ts';

/** The chain over all events (migration `history_is_a_chain`). */

export interface HistoryHead {
  readonly events: number;
  /** SHA-256 in hexadecimal; null: nothing has happened yet. */
  readonly hash: string | null;
  readonly at: string | null;
}

const SEAL: Statement = { name: 'seal_history', text: 'select seal_history() as sealed' };
const HEAD: Statement = {
  name: 'history_head',
  text: `select events, encode(hash, 'hex') as hash, at from history_seals order by no desc limit 1`,
};

/** Seals what has happened since the last seal; answers how many events that were. */
export async function sealHistory(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ sealed: number }>(SEAL);
  return row!.sealed;
}

/** The last seal. */
export async function historyHead(connection: Connection): Promise<HistoryHead> {
  const [row] = await connection.query<HistoryHead>(HEAD);
  return row ?? { events: 0, hash: null, at: null };
}
