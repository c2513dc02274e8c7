import { parseArgs } from 'node:util';
import { BackupRefused } from './backup/format.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { readEnvironment } from './environment.ts';

/** `npm run restore`: lays a backup of the embedded database into an empty folder. */

const USAGE = `Usage: npm run restore -- --from <file> [--data-dir <folder>]

  Lays a backup made by npm run backup into a folder (DATA_DIR, else ./data) that must be empty, checks every file by its
  checksum and brings the tables up to this release. Whoever was signed in signs in anew.

  Ends with 0 when the folder stands, 1 when it does not; then the folder is left empty.
`;

export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  say: (text: string) => void,
): Promise<0 | 1> {
  try {
    const { from, dataDir } = asked(args, environment);
    const { takenAt } = await restoreBackup(from, dataDir);
    say(
      `${dataDir} stands as it was on ${takenAt}. Check it before the product starts on it:\n` +
        `  npm run verify-history -- --data-dir ${dataDir}\n`,
    );
    return 0;
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function asked(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { from: string; dataDir: string } {
  const text = { type: 'string' } as const;
  let given: { from?: string; 'data-dir'?: string };
  try {
    given = parseArgs({ args: [...args], options: { from: text, 'data-dir': text } }).values;
  } catch (error) {
    throw new BackupRefused(`${(error as Error).message}\n\n${USAGE}`);
  }
  if (given.from === undefined) throw new BackupRefused(USAGE);
  return { from: given.from, dataDir: given['data-dir'] ?? readEnvironment(environment).dataDir };
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), process.env, (text) => process.stdout.write(text));
}
