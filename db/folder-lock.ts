import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export const LOCK_FILE = 'database.lock';

/** Two processes on one folder of the embedded database would silently lose each other's rows. The lock is the one that
 *  SQLite takes on its own file: the kernel holds it, so it ends with the process, however that ends, and is never
 *  stale; Node alone offers no other such lock. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, LOCK_FILE);
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw new Error(
      `The folder ${folder} is in use by another process: an embedded database serves one process at a time. ` +
        'Stop the other process, choose another DATA_DIR, or use a PostgreSQL server (DATABASE_URL).',
      { cause: error },
    );
  }
  return () => lock.close();
}
