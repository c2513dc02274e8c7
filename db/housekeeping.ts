import type { PGlite } from '@electric-sql/pglite';

/** How many statements pass before the embedded database looks after itself. */
const STATEMENTS = 2_000;
const MOST_LOG_BYTES = 64 * 1024 * 1024;

/** PGlite is one process without those that a server keeps beside it: nothing writes checkpoints, so the log grows until it
 *  is closed and a crash makes for a long start; nothing removes dead rows. Both are done here, between two requests. */
export class Housekeeping {
  readonly #engine: PGlite;
  #statements = 0;
  #running: Promise<void> | null = null;

  constructor(engine: PGlite) {
    this.#engine = engine;
  }

  /** To be told of every statement. */
  count(): void {
    this.#statements += 1;
    if (this.#statements < STATEMENTS || this.#running) return;
    this.#statements = 0;
    this.#running = this.run()
      // A full disk, say: the next request meets it too, and is answered so. Here the work is left for the next time.
      .catch(() => undefined)
      .finally(() => {
        this.#running = null;
      });
  }

  async run(): Promise<void> {
    // Counts of dead rows reach the statistics once a second at most, unless they are asked for.
    await this.#engine.query('select pg_stat_force_next_flush()');
    const { rows: tables } = await this.#engine.query<{ table: string }>(
      `select format('%I.%I', schemaname, relname) as table from pg_stat_user_tables
       where n_dead_tup > 500 + n_live_tup / 10 or n_mod_since_analyze > 500 + n_live_tup / 10`,
    );
    for (const { table } of tables) await this.#engine.query(`vacuum (analyze) ${table}`);
    const { rows } = await this.#engine.query<{ bytes: string }>(
      'select pg_wal_lsn_diff(pg_current_wal_lsn(), (select redo_lsn from pg_control_checkpoint()))::text as bytes',
    );
    if (Number(rows[0]!.bytes) > MOST_LOG_BYTES) await this.#engine.query('checkpoint');
  }

  /** Waits for what is under way. */
  async settle(): Promise<void> {
    await this.#running;
  }
}
