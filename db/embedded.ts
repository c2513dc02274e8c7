import { constants, existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection, Database, Drizzle, EmbeddedRelease, Statement, Transaction } from './database.ts';
import { drizzleOnPglite } from './drizzle.ts';
import { lockFolder } from './folder-lock.ts';
import { Housekeeping } from './housekeeping.ts';
import { DURABLE, fittingImage, prepareFolder } from './image.ts';
import { NestedUse } from './nested-use.ts';
import { PGlite } from './pglite.ts';
import * as schema from './schema.ts';
import { PARSERS } from './values.ts';

/** The buffers are filled with zeroes at every start, and what they do not hold is in the operating system's cache: a
 *  quarter of PostgreSQL's usual size starts sooner and leaves 100 MB to others. */
const SETTINGS = ['timezone=UTC', 'datestyle=ISO', 'shared_buffers=32MB'].flatMap((one) => ['-c', one]);

/** A folder, which survives SIGKILL and the loss of power, or memory, which survives nothing. */
export type EmbeddedAddress = { readonly dataDir: string } | { readonly memory: true };

export async function openEmbedded(address: EmbeddedAddress): Promise<Database> {
  if ('memory' in address) {
    const image = await fittingImage();
    return databaseOn(
      await PGlite.create({
        parsers: PARSERS,
        startParams: [...PGlite.defaultStartParams, ...SETTINGS],
        ...(image ? { loadDataDir: new Blob([image]) } : {}),
      }),
      () => undefined,
    );
  }
  await mkdir(address.dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(address.dataDir);
  try {
    const folder = join(address.dataDir, 'database');
    if (!existsSync(folder)) await prepareFolder(folder, await fittingImage());
    return databaseOn(
      await PGlite.create(folder, { parsers: PARSERS, startParams: [...DURABLE, ...SETTINGS] }),
      unlock,
      folder,
    );
  } catch (error) {
    unlock();
    throw error;
  }
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
    const engine = await PGlite.create(folder, { startParams: [...DURABLE, ...SETTINGS] });
    const release = await releaseOf(queryOn(engine));
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
  return releaseOf(queryOn(engine)).finally(() => engine.close());
}

async function releaseOf(query: Connection['query']): Promise<EmbeddedRelease> {
  const [release] = await query<EmbeddedRelease>(
    `select current_setting('server_version') as postgres,
       (select catalog_version_no::text from pg_control_system()) as "catalogVersion"`,
  );
  return release!;
}

/** The engine as a {@link Database}; `unlock` is called once it is closed. Without a folder there is nothing to copy. */
export function databaseOn(engine: PGlite, unlock: () => void, folder?: string): Database {
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
    ...(folder === undefined ? {} : { copyTo: (to: string) => copied(engine, folder, to) }),
    async close() {
      await housekeeping.settle();
      await engine.close();
      unlock();
    },
  };
}

/** Nothing but statements writes to the files, and a transaction lets nobody else's in. What a start on the copy has to
 *  recover is what came after the checkpoint: nothing. Where the file system can, the blocks are shared, not copied. */
async function copied(engine: PGlite, folder: string, to: string): Promise<EmbeddedRelease> {
  return engine.transaction(async (tx) => {
    await tx.exec('checkpoint');
    await cp(folder, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
    return releaseOf(queryOn(tx));
  });
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
  (engine: Engine, before: () => void = () => undefined): Connection['query'] =>
  async <Row extends object>(statement: Statement | string, params: readonly unknown[] = []) => {
    before();
    const text = typeof statement === 'string' ? statement : statement.text;
    return (await engine.query<Row>(text, [...params])).rows;
  };
