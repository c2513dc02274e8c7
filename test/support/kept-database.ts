import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../db/database.ts';
import { MIGRATIONS, migrate } from '../../db/migrate.ts';
import { JOURNAL, readJournal } from '../../tools/fixture/journal.ts';
import { readLines } from '../../tools/fixture/lines.ts';
import type { Shown } from '../../tools/fixture/shown.ts';
import { type Heading, TABLES } from '../../tools/fixture/tables.ts';

/** Databases that earlier releases made (`test/fixtures/histories/README.md`). */

/** Where a kept database lies: its files without their endings. */
export const keptAs = (name: string): string => join(import.meta.dirname, '../fixtures/histories', name);

/** Lays a kept database into one that has nothing else in it, as an upgrade meets it: its tables are made as they were for
 *  the release that kept it, filled, and then brought up to date with every later migration. */
export async function layKeptDatabase(database: Database, kept: string): Promise<void> {
  const [heading, ...rows] = await readLines(`${kept}.ndjson.zst`);
  const { migration } = JSON.parse(heading!) as Heading;
  await database.query('drop schema if exists public, drizzle cascade');
  await database.query('create schema public');
  await migrateUpTo(database, migration);
  for (const table of Object.keys(TABLES))
    await fill(
      database,
      table,
      rows.filter((row) => row.startsWith(`{"table":"${table}",`)),
    );
  await migrate(database);
}

/** The migrations up to one of them, as the release that ended with it had them. */
async function migrateUpTo(database: Database, tag: string): Promise<void> {
  const journal = await readJournal();
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  if (last < 0) throw new Error(`There is no migration ${tag}.`);
  const entries = journal.entries.slice(0, last + 1);
  const folder = await mkdtemp(join(tmpdir(), 'pieslegums-migrations-'));
  try {
    await mkdir(join(folder, 'meta'));
    await writeFile(join(folder, JOURNAL), JSON.stringify({ ...journal, entries }));
    for (const entry of entries)
      await cp(join(MIGRATIONS, `${entry.tag}.sql`), join(folder, `${entry.tag}.sql`));
    await migrate(database, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const AT_ONCE = 1_000;

/** The database reads its own rows: nothing is rounded or written otherwise on the way. */
async function fill(database: Database, table: string, rows: readonly string[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await database.query(
      `insert into ${table} overriding system value
       select kept.* from json_array_elements($1::json) line, json_populate_record(null::${table}, line -> 'row') kept`,
      [`[${rows.slice(from, from + AT_ONCE).join(',')}]`],
    );
}

/** What the release that kept the database showed of its cases, by their numbers. */
export const shownThen = async (kept: string): Promise<ReadonlyMap<string, Shown>> =>
  new Map(
    (await readLines(`${kept}.shown.ndjson.zst`)).map((line) => {
      const shown = JSON.parse(line) as Shown;
      return [shown.number, shown];
    }),
  );
