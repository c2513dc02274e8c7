import { parseArgs } from 'node:util';
import { BackupRefused } from './backup/format.ts';
import { takeBackup } from './backup/take-backup.ts';
import { readEnvironment } from './environment.ts';

/** `npm run backup`: copies the embedded database into one file. */

const USAGE = `Usage: npm run backup -- --to <file> [--data-dir <folder>]

  Copies the embedded database (DATA_DIR, else ./data) into one file that npm run restore lays out again. The product
  must not run on the folder meanwhile. The file holds everything that the database holds: keep it as safe.
  A PostgreSQL server has tools of its own: docs/operations.md.

  Ends with 0 when the file stands, 1 when it does not.
`;

export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  say: (text: string) => void,
): Promise<0 | 1> {
  try {
    const { to, dataDir } = asked(args, environment);
    const { file, bytes, files } = await takeBackup(dataDir, to);
    say(`${file}: ${files} files of ${dataDir}, ${bytes} bytes.\n`);
    return 0;
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function asked(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { to: string; dataDir: string } {
  const text = { type: 'string' } as const;
  let given: { to?: string; 'data-dir'?: string };
  try {
    given = parseArgs({ args: [...args], options: { to: text, 'data-dir': text } }).values;
  } catch (error) {
    throw new BackupRefused(`${(error as Error).message}\n\n${USAGE}`);
  }
  if (given.to === undefined) throw new BackupRefused(USAGE);
  if (given['data-dir'] !== undefined) return { to: given.to, dataDir: given['data-dir'] };
  const { database, dataDir } = readEnvironment(environment);
  if (database.kind === 'server')
    throw new BackupRefused(
      'DATABASE_URL names a PostgreSQL server, which has tools of its own (docs/operations.md). For the embedded database name --data-dir.',
    );
  return { to: given.to, dataDir };
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), process.env, (text) => process.stdout.write(text));
}
