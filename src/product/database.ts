import { type Database, openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import type { Environment } from '../environment/environment.ts';

const openDatabaseOf = ({ database, dataDir }: Environment): Promise<Database> =>
  openDatabase(database.kind === 'server' ? { databaseUrl: database.url } : { dataDir });

/** The database with its tables up to date. Where the product is not their owner, the owner brings them there first. */
export async function openMigrated(environment: Environment): Promise<Database> {
  const { database } = environment;
  if (database.kind === 'server' && database.ownerUrl !== database.url) {
    const owner = await openDatabase({ databaseUrl: database.ownerUrl, poolSize: 1 });
    await migrate(owner).finally(() => owner.close());
  }
  const db = await openDatabaseOf(environment);
  try {
    await migrate(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

export async function answers(db: Database): Promise<boolean> {
  try {
    await db.query('select 1');
    return true;
  } catch {
    return false;
  }
}
