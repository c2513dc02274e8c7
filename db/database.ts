import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';

/** drizzle over our schema, the same type on both engines. Its own `transaction` and `execute` are left out: the first
 *  would bypass {@link Database.transaction}, the second answers differently on the two engines; use `query`. */
export type Drizzle = Omit<PgDatabase<PgQueryResultHKT, typeof schema>, 'transaction' | 'execute'>;

/** SQL with a name is prepared once per connection and then only bound and executed. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** What a query runs on: the database itself, or one transaction. */
export interface Connection {
  readonly db: Drizzle;
  /** Raw SQL with `$1…` parameters. Objects and arrays of objects are not turned into jsonb: stringify them. */
  query<Row extends object = Record<string, unknown>>(
    statement: Statement | string,
    params?: readonly unknown[],
  ): Promise<Row[]>;
}

export interface Transaction extends Connection {
  readonly inTransaction: true;
}

/** What can read the files of a database: the release of PostgreSQL and the build of its catalogue. */
export interface EmbeddedRelease {
  readonly postgres: string;
  readonly catalogVersion: string;
}

export interface Database extends Connection {
  readonly kind: 'embedded' | 'server';
  /** Runs `work` in one transaction and commits, or rolls back when it throws. Inside, use only the handle that is
   *  passed in: the outer one is another connection, and on the embedded database, which has just one, it would wait
   *  for itself forever. Both engines refuse such a call with an error. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Of an embedded database in a folder alone: copies its files as of one instant. Whoever asks for something meanwhile
   *  waits. */
  readonly copyTo?: (folder: string) => Promise<EmbeddedRelease>;
  close(): Promise<void>;
}
