import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { openServer } from './server.ts';

export type { Connection, Database, Drizzle, Statement, Transaction } from './database.ts';

/** Where the data is: a PostgreSQL server, a folder for the embedded database, or memory (tests). */
export type DatabaseAddress =
  | { readonly databaseUrl: string; readonly poolSize?: number }
  | { readonly dataDir: string }
  | { readonly memory: true };

/** Opens the database; {@link import('./migrate.ts').migrate} brings its tables up to date. */
export const openDatabase = async (address: DatabaseAddress): Promise<Database> =>
  'databaseUrl' in address ? openServer(address) : openEmbedded(address);
