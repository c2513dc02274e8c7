import { type Database, openDatabase } from '../../db/connect.ts';
import type { Environment } from '../environment/environment.ts';

export const openDatabaseOf = ({ database, dataDir }: Environment): Promise<Database> =>
  openDatabase(database.kind === 'server' ? { databaseUrl: database.url } : { dataDir });

export async function answers(db: Database): Promise<boolean> {
  try {
    await db.query('select 1');
    return true;
  } catch {
    return false;
  }
}
