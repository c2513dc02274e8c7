import { restoreBackup } from '../backup/restore-backup.ts';
import { commandOf, runFromConsole } from './file-command.ts';

/** `npm run restore`: lays a backup of the embedded database into an empty folder. */

const USAGE = `Usage: npm run restore -- --from <file> [--data-dir <folder>]

  Lays a backup made by npm run backup into a folder (DATA_DIR, else ./data) that must be empty, checks every file by its
  checksum and brings the tables up to this release. Whoever was signed in signs in anew.

  Ends with 0 when the folder stands, 1 when it does not; then the folder is left empty.
`;

export const run = commandOf({
  usage: USAGE,
  fileOption: 'from',
  folderOf: ({ dataDir }) => dataDir,
  async work(from, dataDir) {
    const { takenAt } = await restoreBackup(from, dataDir);
    return (
      `${dataDir} stands as it was on ${takenAt}. Check it before the product starts on it:\n` +
      `  npm run verify-history -- --data-dir ${dataDir}`
    );
  },
});

if (import.meta.main) await runFromConsole(run);
