import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../db/connect.ts';
import { sqlStateOf } from '../db/errors.ts';
import { openLawShelf } from './casework/law-shelf.ts';
import { verifyChain } from './casework/verify/chain.ts';
import { chainHolds, toldOfChain } from './casework/verify/chain-report.ts';
import { told } from './casework/verify/report.ts';
import { verifyHistory } from './casework/verify/verify-history.ts';
import { readEnvironment } from './environment/read-environment.ts';

/** `npm run verify-history`: the history is the truth, the stored case its latest page. Looks whether the history is the one
 *  that was written, rebuilds every case with the chart of this checkout and says which would come out otherwise: after a
 *  fault, or before an upgrade. Changes nothing. */

const USAGE = `Usage: npm run verify-history [-- --database-url <url> | --data-dir <folder>] [--head <hash>]

  Checks the chain of every event and every seal and names the first broken link; with --head, a hash that
  GET /history/head once answered and that was kept elsewhere, also whether the history still goes on from it.
  Then it rebuilds every case from its history with the chart of this checkout and compares it with what is
  stored. Without a flag it looks where the product does (DATABASE_URL, else DATA_DIR, else ./data). Reads only; the
  embedded database is open to one process at a time, so stop the product first.

  Ends with 0 where every link holds and every case comes out the same, 1 where one does not, 2 where nothing could be
  checked.
`;

/** What the person at the console can set right, told without a stack. */
class Mistake extends Error {}

interface Given {
  readonly 'database-url'?: string;
  readonly 'data-dir'?: string;
  readonly head?: string;
}

function givenIn(args: readonly string[]): Given {
  const text = { type: 'string' } as const;
  let given: Given;
  try {
    const options = { 'database-url': text, 'data-dir': text, head: text };
    given = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Mistake(`${(error as Error).message}\n\n${USAGE}`);
  }
  if (given.head !== undefined && !/^[0-9a-f]{64}$/.test(given.head))
    throw new Mistake(`A head is 64 hexadecimal digits in lower case.\n\n${USAGE}`);
  return given;
}

function addressFrom({
  'database-url': databaseUrl,
  'data-dir': dataDir,
}: Given): { databaseUrl: string } | { dataDir: string } {
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
    const given = givenIn(args);
    const address = addressFrom(given);
    if ('dataDir' in address && !existsSync(join(address.dataDir, 'database')))
      throw new Mistake(`There is no embedded database in ${address.dataDir}.`);
    const db = await openDatabase('dataDir' in address ? { dataDir: address.dataDir } : address);
    try {
      const anchor = given.head ?? null;
      const chain = await verifyChain(db, anchor);
      say(toldOfChain(chain, anchor));
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
      return report.differences.length > 0 || !chainHolds(chain, anchor) ? 1 : 0;
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
