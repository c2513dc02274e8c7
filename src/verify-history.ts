import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../db/connect.ts';
import { sqlStateOf } from '../db/errors.ts';
import { openLawShelf } from './casework/law-shelf.ts';
import { told } from './casework/verify/report.ts';
import { verifyHistory } from './casework/verify/verify-history.ts';
import { readEnvironment } from './environment/read-environment.ts';

/** `npm run verify-history`: the history is the truth, the stored case its latest page. Rebuilds every case with the chart
 *  of this checkout and says which would come out otherwise: after a fault, or before an upgrade. Changes nothing. */

const USAGE = `Usage: npm run verify-history [-- --database-url <url> | --data-dir <folder>]

  Rebuilds every case from its history with the chart of this checkout and compares it with what is stored.
  Without a flag it looks where the product does (DATABASE_URL, else DATA_DIR, else ./data). Reads only; the
  embedded database is open to one process at a time, so stop the product first.

  Ends with 0 where every case comes out the same, 1 where one does not, 2 where nothing could be checked.
`;

/** What the person at the console can set right, told without a stack. */
class Mistake extends Error {}

function addressFrom(args: readonly string[]): { databaseUrl: string } | { dataDir: string } {
  const text = { type: 'string' } as const;
  let given: { 'database-url'?: string; 'data-dir'?: string };
  try {
    given = parseArgs({ args: [...args], options: { 'database-url': text, 'data-dir': text } }).values;
  } catch (error) {
    throw new Mistake(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { 'database-url': databaseUrl, 'data-dir': dataDir } = given;
  if (databaseUrl !== undefined && dataDir !== undefined)
    throw new Mistake(`Name either --database-url or --data-dir, not both.\n\n${USAGE}`);
  if (databaseUrl !== undefined) return { databaseUrl };
  if (dataDir !== undefined) return { dataDir };
  const environment = readEnvironment(process.env);
  return environment.database.kind === 'server' ? { databaseUrl: environment.database.url } : environment;
}

const PROGRESS_EVERY_MS = 5_000;

/** Runs the command; answers the exit code of the process. */
export async function run(
  args: readonly string[],
  say: (text: string) => void,
  hint: (text: string) => void,
): Promise<0 | 1 | 2> {
  try {
    const address = addressFrom(args);
    if ('dataDir' in address && !existsSync(join(address.dataDir, 'database')))
      throw new Mistake(`There is no embedded database in ${address.dataDir}.`);
    const db = await openDatabase('dataDir' in address ? { dataDir: address.dataDir } : address);
    try {
      const shelf = await openLawShelf(db);
      const [{ count } = { count: 0 }] = await db.query<{ count: number }>(
        'select count(*)::int as count from cases',
      );
      let lastTold = performance.now();
      const report = await verifyHistory(db, shelf, (checked) => {
        if (performance.now() - lastTold < PROGRESS_EVERY_MS) return;
        lastTold = performance.now();
        hint(`${checked} of ${count} cases …\n`);
      });
      say(told(report));
      return report.differences.length > 0 ? 1 : 0;
    } finally {
      await db.close();
    }
  } catch (error) {
    hint(`${reasonOf(error)}\n`);
    return 2;
  }
}

/** 42P01: no such table; 42703: no such column. */
function reasonOf(error: unknown): string {
  const state = sqlStateOf(error);
  if (state === '42P01' || state === '42703')
    return 'The tables are not those of this release. Run the check on a copy of the database that this release has migrated.';
  return error instanceof Error ? error.message : String(error);
}

if (import.meta.main) {
  process.exitCode = await run(
    process.argv.slice(2),
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
}
