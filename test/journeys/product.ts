import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Database, openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { freshServerUrl } from '../support/database.ts';
import { type Client, clientOf } from './client.ts';

/** The product as it is installed: `node src/main.ts` in a process of its own, spoken to over HTTP alone. */

const MAIN = join(import.meta.dirname, '../../src/main.ts');

export const ENGINES = ['embedded', 'server'] as const;
export type Engine = (typeof ENGINES)[number];

/** Where the data of one product lie; it outlives the processes that serve it. */
export interface Home {
  readonly engine: Engine;
  readonly environment: Readonly<Record<string, string>>;
  /** The address of its PostgreSQL; null: embedded. */
  readonly databaseUrl: string | null;
  /** Opens the database beside the product, or in its stead: the embedded one serves a single process. */
  open(): Promise<Database>;
  remove(): Promise<void>;
}

export async function newHome(engine: Engine): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'pieslegums-journey-'));
  const databaseUrl = engine === 'server' ? await freshServerUrl() : null;
  return {
    engine,
    databaseUrl,
    environment: { DATA_DIR: folder, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) },
    async open() {
      const database = await openDatabase(databaseUrl === null ? { dataDir: folder } : { databaseUrl });
      await migrate(database);
      return database;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export interface Product {
  readonly url: string;
  readonly client: Client;
  /** What the process has written so far. */
  said(): string;
  /** The orderly end; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: no farewell. */
  kill(): Promise<void>;
}

/** The embedded database serves a single process, that does everything. On a server the process that is asked may leave the
 *  writing of letters to workers, which costs more than all the rest: stories that do not look at documents do without. */
export const ASKED_ONLY = (engine: Engine): Readonly<Record<string, string>> =>
  engine === 'server' ? { ROLE: 'web' } : {};

const VIRTUAL = { CLOCK: 'virtual', DEMO: 'accounts' } as const;

type Child = ChildProcessByStdio<null, Readable, Readable>;
const alive = new Set<Child>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Resolves once the process names its address, which it does when it is ready. A worker says its role instead. */
export async function startProduct(
  home: Home,
  environment: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const child: Child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '999999',
      SIGN_INS_PER_MINUTE: '999999',
      ...VIRTUAL,
      ...home.environment,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  const gone = once(child, 'exit').then(([code]) => {
    alive.delete(child);
    return code as number | null;
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const address = said.match(/Pieslēgums: (\S+)/)?.[1];
      if (address) resolve(address);
    });
    void gone.then(() => reject(new Error(`It was expected to start, and said: ${said}`)));
  });
  return {
    url,
    client: clientOf(url),
    said: () => said,
    stop: () => {
      child.kill('SIGTERM');
      return gone;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
