/** drizzle, loaded as CommonJS: imported as a module, Node reads its package.json of 180 kB again for each of its hundred
 *  files, which costs 0.4 s of every start. Import from here, and nothing but types from `drizzle-orm` itself. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  json,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} = load('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core');

export const { and, asc, count, desc, eq, getTableColumns, gt, lt, lte, ne, sql } = load(
  'drizzle-orm',
) as typeof import('drizzle-orm');

export const { readMigrationFiles } = load('drizzle-orm/migrator') as typeof import('drizzle-orm/migrator');

/** The engines are loaded with the engine that is used. */
export const drizzleOnPglite = (): typeof import('drizzle-orm/pglite').drizzle =>
  (load('drizzle-orm/pglite') as typeof import('drizzle-orm/pglite')).drizzle;

export const drizzleOnServer = (): typeof import('drizzle-orm/node-postgres').drizzle =>
  (load('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres')).drizzle;
