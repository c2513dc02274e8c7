import type { Connection } from '../../db/database.ts';

/** What nobody can do who is held by the guards: whoever owns the tables takes them away, changes something, and puts them
 *  back. Tests do so to lay a state that only a fault or a hand at the console would leave. */
export async function behindTheGuard(
  connection: Connection,
  tables: readonly string[],
  ...changes: readonly (string | readonly [sql: string, params: readonly unknown[]])[]
): Promise<void> {
  for (const table of tables) await connection.query(`alter table ${table} disable trigger user`);
  try {
    for (const change of changes) {
      const [sql, params] = typeof change === 'string' ? [change, []] : change;
      await connection.query(sql, params);
    }
  } finally {
    for (const table of tables) await connection.query(`alter table ${table} enable trigger user`);
  }
}
