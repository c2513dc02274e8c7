import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitSteps } from '../../db/commit.ts';
import { type Database, openDatabase } from '../../db/connect.ts';
import { takeDueCases } from '../../db/due.ts';
import { prepareFolder } from '../../db/image.ts';
import { MIGRATIONS, migrate } from '../../db/migrate.ts';
import * as schema from '../../db/schema.ts';
import { openFreshEmbedded, openFreshServer } from '../support/database.ts';
import { postgresBinaries, startPostgres } from '../support/postgres.ts';
import { aDeadline, after, created } from './a-step.ts';

const catalogueOf = async (database: Database) => ({
  columns: await database.query(
    `select table_name, column_name, data_type, is_nullable, column_default, numeric_precision, numeric_scale
     from information_schema.columns where table_schema = 'public' order by table_name, column_name`,
  ),
  indexes: await database.query(
    `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`,
  ),
  constraints: await database.query(
    `select conname, pg_get_constraintdef(oid) as definition from pg_constraint
     where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2`,
  ),
  triggers: await database.query(
    'select tgname, pg_get_triggerdef(oid) as definition from pg_trigger where not tgisinternal order by 1',
  ),
  functions: await database.query(
    `select proname, pg_get_functiondef(oid) as definition from pg_proc
     where pronamespace = 'public'::regnamespace order by 1`,
  ),
  storage: await database.query(
    `select relname, reloptions from pg_class where relnamespace = 'public'::regnamespace and reloptions is not null order by 1`,
  ),
});

const countOfFiles = async (): Promise<number> =>
  JSON.parse(await readFile(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')).entries.length;

const worksOn = async (database: Database) => {
  const step = created({ deadlines: [aDeadline('offer')] });
  await commitSteps(database, [step]);
  await commitSteps(database, [after(step)]);
  const taken = await database.transaction((tx) => takeDueCases(tx, '2025-04-01T00:00:00Z', 10));
  expect(taken.map((one) => [one.case.id, one.case.version])).toEqual([[step.caseId, 2]]);
};

describe('migrations', () => {
  test('give the same tables, indexes, triggers and functions on PGlite and PostgreSQL, and in the image', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pieslegums-bare-'));
    await prepareFolder(join(folder, 'database'), null);
    const [bare, image, server] = [
      await openDatabase({ dataDir: folder }),
      await openFreshEmbedded(),
      await openFreshServer(),
    ];
    expect(await migrate(bare)).toBe(await countOfFiles());
    expect(await catalogueOf(bare)).toEqual(await catalogueOf(server));
    expect(await catalogueOf(image)).toEqual(await catalogueOf(server));
    for (const database of [bare, image, server]) await database.close();
    await rm(folder, { recursive: true });
  });

  test('run on PostgreSQL 15, and a step works there', async ({ skip }) => {
    if (!(await postgresBinaries(15))) skip('PostgreSQL 15 is not installed');
    const server = await startPostgres(15);
    const [old, present] = [
      await openDatabase({ databaseUrl: server!.urlOf('postgres') }),
      await openFreshServer(),
    ];
    try {
      await migrate(old);
      const [there, here] = [await catalogueOf(old), await catalogueOf(present)];
      expect({ ...there, functions: [] }).toEqual({ ...here, functions: [] });
      await worksOn(old);
    } finally {
      await old.close();
      await present.close();
      await server!.stop();
    }
  });

  test('hold everything that the schema declares', async () => {
    const journal = JSON.parse(await readFile(join(MIGRATIONS, 'meta/_journal.json'), 'utf8'));
    const last = String(journal.entries.at(-1).idx).padStart(4, '0');
    const snapshot = JSON.parse(await readFile(join(MIGRATIONS, `meta/${last}_snapshot.json`), 'utf8'));
    expect(await generateMigration(snapshot, generateDrizzleJson(schema, snapshot.id))).toEqual([]);
  });

  test('are applied once when several processes start at the same time', async () => {
    const database = await openFreshServer();
    await database.query('drop schema public cascade');
    await database.query('drop schema drizzle cascade');
    await database.query('create schema public');
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(database)));
    expect(applied.toSorted()).toEqual([0, 0, 0, 0, await countOfFiles()]);
    await worksOn(database);
    await database.close();
  });
});

describe('a migration is refused', () => {
  const folders: string[] = [];
  let database: Database;

  beforeAll(async () => {
    database = await openFreshEmbedded();
  });

  afterAll(async () => {
    await database.close();
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  const copyOfFolder = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'pieslegums-migrations-'));
    folders.push(folder);
    await cp(MIGRATIONS, folder, { recursive: true });
    return folder;
  };

  const changeJournal = async (
    folder: string,
    change: (entries: { tag: string; when: number }[]) => object[],
  ) => {
    const file = join(folder, 'meta/_journal.json');
    const journal = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...journal, entries: change(journal.entries) }));
  };

  test('that was edited after it had been applied', async () => {
    const folder = await copyOfFolder();
    await writeFile(join(folder, '0000_tables.sql'), 'select 1');
    await expect(migrate(database, folder)).rejects.toThrow(/was edited after it had been applied/);
  });

  test('that is dated before one the database already has', async () => {
    const folder = await copyOfFolder();
    await writeFile(join(folder, '9999_late.sql'), 'select 1');
    await changeJournal(folder, (entries) => [
      ...entries,
      { ...entries[0]!, tag: '9999_late', when: entries[0]!.when + 1 },
    ]);
    await expect(migrate(database, folder)).rejects.toThrow(/merged late/);
  });

  test('when the database was migrated by a newer program', async () => {
    const folder = await copyOfFolder();
    await changeJournal(folder, (entries) => entries.slice(0, -1));
    await expect(migrate(database, folder)).rejects.toThrow(/newer version/);
  });

  test('with all that stands beside it, when one statement of it fails', async () => {
    const folder = await copyOfFolder();
    await writeFile(
      join(folder, '9999_new.sql'),
      'create table added (id int);\n--> statement-breakpoint\nselect 1 / 0',
    );
    await changeJournal(folder, (entries) => [
      ...entries,
      { ...entries[0]!, tag: '9999_new', when: entries.at(-1)!.when + 1 },
    ]);
    await expect(migrate(database, folder)).rejects.toThrow(/division by zero/);
    expect(await database.query(`select to_regclass('added') as added`)).toEqual([{ added: null }]);
  });
});
