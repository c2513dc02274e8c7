import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Connection, Database, Drizzle, Statement, Transaction } from './database.ts';
import { drizzleOnPglite } from './drizzle.ts';
import { lockFolder } from './folder-lock.ts';
import { Housekeeping } from './housekeeping.ts';
import { DURABLE, fittingImage, prepareFolder } from './image.ts';
import { NestedUse } from './nested-use.ts';
import * as schema from './schema.ts';
import { PARSERS } from './values.ts';

const UTC = ['-c', 'timezone=UTC', '-c', 'datestyle=ISO'];

/** A folder, which survives SIGKILL and the loss of power, or memory, which survives nothing. */
export type EmbeddedAddress = { readonly dataDir: string } | { readonly memory: true };

export async function openEmbedded(address: EmbeddedAddress): Promise<Database> {
  if ('memory' in address) {
    const image = await fittingImage();
    return databaseOn(
      await PGlite.create({
        parsers: PARSERS,
        startParams: [...PGlite.defaultStartParams, ...UTC],
        ...(image ? { loadDataDir: new Blob([image]) } : {}),
      }),
      () => undefined,
    );
  }
  await mkdir(address.dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(address.dataDir);
  try {
    const folder = join(address.dataDir, 'database');
    await prepareFolder(folder, await fittingImage());
    return databaseOn(
      await PGlite.create(folder, { parsers: PARSERS, startParams: [...DURABLE, ...UTC] }),
      unlock,
    );
  } catch (error) {
    unlock();
    throw error;
  }
}

/** What can read the files of a database: the release of PostgreSQL and the build of its catalogue. */
export interface EmbeddedRelease {
  readonly postgres: string;
  readonly catalogVersion: string;
}

/** Hands out the folder of the database while it rests: what a crash left is recovered, everything is on the disk, and
 *  nobody may open it until `work` ends. */
export async function withDatabaseAtRest<T>(
  dataDir: string,
  work: (folder: string, release: EmbeddedRelease) => Promise<T>,
): Promise<T> {
  const unlock = lockFolder(dataDir);
  try {
    const folder = join(dataDir, 'database');
    const engine = await PGlite.create(folder, { startParams: [...DURABLE, ...UTC] });
    const release = await releaseOf(engine);
    await engine.exec('checkpoint');
    await engine.close();
    return await work(folder, release);
  } finally {
    unlock();
  }
}

/** The release that this program brings with it. */
export async function embeddedRelease(): Promise<EmbeddedRelease> {
  const image = await fittingImage();
  const engine = await PGlite.create(image ? { loadDataDir: new Blob([image]) } : {});
  return releaseOf(engine).finally(() => engine.close());
}

async function releaseOf(engine: PGlite): Promise<EmbeddedRelease> {
  const { rows } = await engine.query<EmbeddedRelease>(
    `select current_setting('server_version') as postgres,
       (select catalog_version_no::text from pg_control_system()) as "catalogVersion"`,
  );
  return rows[0]!;
}

/** The engine as a {@link Database}; `unlock` is called once it is closed. */
export function databaseOn(engine: PGlite, unlock: () => void): Database {
  const nested = new NestedUse();
  const housekeeping = new Housekeeping(engine);
  const outer = drizzleOnPglite()(engine, { schema }) as unknown as Drizzle;
  return {
    kind: 'embedded',
    get db() {
      nested.refuse();
      housekeeping.count();
      return outer;
    },
    query: queryOn(engine, () => {
      nested.refuse();
      housekeeping.count();
    }),
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      nested.refuse();
      housekeeping.count();
      return engine.transaction((tx) =>
        nested.watch(() => work(transactionOn(tx, () => housekeeping.count()))),
      );
    },
    async close() {
      await housekeeping.settle();
      await engine.close();
      unlock();
    },
  };
}

type Engine = Pick<PGlite, 'query'>;

function transactionOn(tx: Engine, count: () => void): Transaction {
  let db: Drizzle | undefined;
  return {
    inTransaction: true,
    get db() {
      db ??= drizzleOnPglite()(tx as PGlite, { schema }) as unknown as Drizzle;
      return db;
    },
    query: queryOn(tx, count),
  };
}

const queryOn =
  (engine: Engine, before: () => void): Connection['query'] =>
  async <Row extends object>(statement: Statement | string, params: readonly unknown[] = []) => {
    before();
    const text = typeof statement === 'string' ? statement : statement.text;
    return (await engine.query<Row>(text, [...params])).rows;
  };
