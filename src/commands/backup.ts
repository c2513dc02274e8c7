import { BackupRefused } from '../backup/format.ts';
import { takeBackup } from '../backup/take-backup.ts';
import { commandOf, runFromConsole } from './file-command.ts';

/** `npm run backup`: copies the embedded database into one file. */

const USAGE = `Usage: npm run backup -- --to <file> [--data-dir <folder>]

  Copies the embedded database (DATA_DIR, else ./data) into one file that npm run restore lays out again. The product
  may run meanwhile: it gives the copy, and answers a little later. The file holds everything that the database holds:
  keep it as safe. A PostgreSQL server has tools of its own: docs/operations.md.

  Ends with 0 when the file stands, 1 when it does not.
`;

export const run = commandOf({
  usage: USAGE,
  fileOption: 'to',
  folderOf({ database, dataDir }) {
    if (database.kind === 'embedded') return dataDir;
    throw new BackupRefused(
      'DATABASE_URL names a PostgreSQL server, which has tools of its own (docs/operations.md). For the embedded database name --data-dir.',
    );
  },
  async work(to, dataDir) {
    const { file, bytes, whileRunning } = await takeBackup(dataDir, to);
    return `${file}: ${dataDir}${whileRunning ? ', while the product runs on it' : ''}, ${bytes} bytes.`;
  },
});

if (import.meta.main) await runFromConsole(run);
