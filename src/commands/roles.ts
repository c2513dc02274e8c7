import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { sqlStateOf } from '../../db/errors.ts';
import { migrate } from '../../db/migrate.ts';
import { readEnvironment } from '../environment/read-environment.ts';

/** `npm run db:roles`: as the owner of the tables, brings them up to date and gives the runtime and the read role their
 *  rights (`db/roles.sql`). */

const ROLES = join(import.meta.dirname, '../../db/roles.sql');

export async function giveRoles(owner: Database): Promise<void> {
  await migrate(owner);
  await owner.query(await readFile(ROLES, 'utf8'));
}

async function run(): Promise<void> {
  const { database } = readEnvironment(process.env);
  if (database.kind === 'embedded')
    throw new Error('Roles are for PostgreSQL: set OWNER_DATABASE_URL and DATABASE_URL.');
  const owner = await openDatabase({ databaseUrl: database.ownerUrl, poolSize: 1 });
  try {
    await giveRoles(owner);
    process.stdout.write('The tables are up to date, and the roles have their rights.\n');
  } finally {
    await owner.close();
  }
}

/** 42704: no such role. */
const reasonOf = (error: unknown): string =>
  sqlStateOf(error) === '42704'
    ? `${(error as Error).message}: the administrator of the server makes the roles first (docs/operations.md).`
    : (error as Error).message;

if (import.meta.main)
  await run().catch((error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
  });
