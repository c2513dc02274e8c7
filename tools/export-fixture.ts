/** Keeps a database of this release for the tests of later ones: the rows that a check of histories reads, and what this
 *  release shows of each case. Reads only. What is kept, and why: test/fixtures/histories/README.md.
 *
 *      node tools/export-fixture.ts --database-url postgres://… --to test/fixtures/histories/<name>
 *      node tools/export-fixture.ts --data-dir ./data --to test/fixtures/histories/<name> */
import { parseArgs } from 'node:util';
import { findCases } from '../db/cases.ts';
import { type Database, openDatabase, type Transaction } from '../db/connect.ts';
import { openLawShelf } from '../src/casework/law-shelf.ts';
import { readJournal } from './fixture/journal.ts';
import { writeLines } from './fixture/lines.ts';
import { shownOf } from './fixture/shown.ts';
import { type Heading, TABLES } from './fixture/tables.ts';

async function headingOf(tx: Transaction): Promise<Heading> {
  const [last] = await tx.query<{ when: number }>(
    'select max(created_at) as "when" from drizzle.__drizzle_migrations',
  );
  const { entries } = await readJournal();
  const entry = entries.find(({ when }) => when === last?.when);
  if (!entry) throw new Error('The database was migrated by another release: export it with that one.');
  return { migration: entry.tag };
}

async function rowsOf(tx: Transaction): Promise<string[]> {
  const lines: string[] = [];
  for (const [table, order] of Object.entries(TABLES)) {
    const rows = await tx.query<{ row: string }>(
      `select row_to_json(t)::text as row from ${table} t order by ${order}`,
    );
    for (const { row } of rows) lines.push(`{"table":"${table}","row":${row}}`);
  }
  return lines;
}

async function shownIn(tx: Transaction): Promise<string[]> {
  const law = (await openLawShelf(tx)).book();
  const [clock] = await tx.query<{ now: string }>('select now from clock');
  const now = clock ? Temporal.Instant.from(clock.now) : Temporal.Now.instant();
  const ids = await tx.query<{ id: string }>('select id from cases');
  const rows = await findCases(
    tx,
    ids.map(({ id }) => id),
  );
  return rows
    .map((row) => shownOf(row, law, now))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map((shown) => JSON.stringify(shown));
}

/** Answers what was written, in words. */
export const exportFixture = (db: Database, to: string): Promise<string> =>
  db.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    const rows = await rowsOf(tx);
    const shown = await shownIn(tx);
    const bytes = [
      await writeLines(`${to}.ndjson.zst`, [JSON.stringify(await headingOf(tx)), ...rows]),
      await writeLines(`${to}.shown.ndjson.zst`, shown),
    ];
    return `${to}: ${shown.length} cases in ${rows.length} rows, ${bytes[0]} bytes, and what is shown of them, ${bytes[1]} bytes.`;
  });

if (import.meta.main) {
  const text = { type: 'string' } as const;
  const {
    to,
    'database-url': databaseUrl,
    'data-dir': dataDir,
  } = parseArgs({ options: { to: text, 'database-url': text, 'data-dir': text } }).values;
  if (to === undefined || (databaseUrl === undefined) === (dataDir === undefined))
    throw new Error('Name --to and either --database-url or --data-dir.');
  const db = await openDatabase(databaseUrl === undefined ? { dataDir: dataDir! } : { databaseUrl });
  process.stdout.write(`${await exportFixture(db, to).finally(() => db.close())}\n`);
}
