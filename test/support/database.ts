import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { TEMPLATE } from './databases.setup.ts';

/** The address of a fresh, migrated database on the suite's PostgreSQL server. */
export async function freshServerUrl(): Promise<string> {
  const url = new URL(inject('postgresUrl'));
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}

export const openFreshServer = async (): Promise<Database> =>
  openDatabase({ databaseUrl: await freshServerUrl() });

/** A fresh, migrated PGlite in memory. */
export async function openFreshEmbedded(): Promise<Database> {
  const database = await openDatabase({ memory: true });
  await migrate(database);
  return database;
}

const BOTH = [
  { kind: 'embedded', open: openFreshEmbedded },
  { kind: 'server', open: openFreshServer },
] as const;

/** Runs the tests of `define` once on each engine, each time with a fresh database, handed out while a test runs:
 *
 *      describeOnBothDatabases('the queue', (database) => {
 *        test('is empty at first', async () => expect((await listCases(database(), {}, { limit: 1 })).items).toEqual([]));
 *      });
 */
export function describeOnBothDatabases(
  name: string,
  define: (database: () => Database, kind: Database['kind']) => void,
): void {
  describe.each(BOTH)(`${name} ($kind)`, ({ kind, open }) => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(async () => {
      await database?.close();
    });
    define(() => {
      if (!database)
        throw new Error('The database is there while a test runs, not while tests are collected.');
      return database;
    }, kind);
  });
}
