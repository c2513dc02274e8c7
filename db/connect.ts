import type { Database } from './database.ts';
import type { EmbeddedAddress } from './embedded.ts';
import type { ServerAddress } from './server.ts';

export type { Connection, Database, Transaction } from './database.ts';

/** Where the data is: a PostgreSQL server, a folder for the embedded database, or memory (tests). */
export type DatabaseAddress = ServerAddress | EmbeddedAddress;

/** Opens the database; `migrate` brings its tables up to date. Only the engine that is used is loaded. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  if ('databaseUrl' in address) return (await import('./server.ts')).openServer(address);
  return (await import('./embedded.ts')).openEmbedded(address);
}
