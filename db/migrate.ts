import { join } from 'node:path';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import type { Connection, Database, Transaction } from './database.ts';
import { readMigrationFiles } from './drizzle.ts';

export const MIGRATIONS = join(import.meta.dirname, 'migrations');

/** One number for all processes that may start on the same server at once: the first one migrates, the others wait. */
const MIGRATION_LOCK = 5_142_014;

interface Applied {
  readonly hash: string;
  readonly createdAt: number;
}

/** Brings the tables up to date, in one transaction. drizzle's own migrator skips a migration that is dated before the
 *  last applied one and does not see that an applied one was edited; both are refused here. The record of what was
 *  applied is drizzle's own table. Returns how many migrations were applied. */
export async function migrate(database: Database, folder = MIGRATIONS): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder: folder });
  // A role that owns no tables may not so much as ask for the record of migrations to be made where it is missing.
  if ((await hasRecord(database)) && pendingMigrations(known, await recorded(database)).length === 0)
    return 0;
  return database.transaction(async (tx) => {
    await tx.query('set local statement_timeout = 0');
    await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const applied = await appliedMigrations(tx);
    const pending = pendingMigrations(known, applied);
    for (const migration of pending) {
      for (const statement of migration.sql) await tx.query(statement);
      await tx.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
        migration.hash,
        migration.folderMillis,
      ]);
    }
    return pending.length;
  });
}

async function appliedMigrations(tx: Transaction): Promise<Applied[]> {
  await tx.query('create schema if not exists drizzle');
  await tx.query(
    'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  );
  return recorded(tx);
}

async function hasRecord(connection: Connection): Promise<boolean> {
  const [row] = await connection.query<{ there: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  return row!.there;
}

const recorded = (connection: Connection): Promise<Applied[]> =>
  connection.query<Applied & object>(
    'select hash, created_at as "createdAt" from drizzle.__drizzle_migrations order by created_at',
  );

function pendingMigrations(
  known: readonly MigrationMeta[],
  applied: readonly Applied[],
): readonly MigrationMeta[] {
  const byDate = new Map(known.map((migration) => [migration.folderMillis, migration]));
  for (const { createdAt, hash } of applied) {
    const file = byDate.get(createdAt);
    if (!file) {
      throw new Error(
        `The database holds a migration of ${dated(createdAt)} that this program does not know: ` +
          'it was migrated by a newer version. Start that version, or restore the backup made before it.',
      );
    }
    if (file.hash !== hash) {
      throw new Error(
        `The migration of ${dated(createdAt)} was edited after it had been applied to this database. ` +
          'Restore its file and put the change into a new migration.',
      );
    }
  }
  const done = new Set(applied.map((one) => one.createdAt));
  const last = applied.at(-1)?.createdAt ?? 0;
  const pending = known.filter((migration) => !done.has(migration.folderMillis));
  const late = pending.find((migration) => migration.folderMillis < last);
  if (late) {
    throw new Error(
      `The migration of ${dated(late.folderMillis)} is dated before one that this database already has (${dated(last)}): ` +
        'it was merged late. Generate it again, so that it stands last in the journal.',
    );
  }
  return pending;
}

const dated = (millis: number): string => new Date(millis).toISOString();
