import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { withDatabaseAtRest } from '../../db/embedded.ts';
import { archiveOf } from './entries.ts';
import { BackupRefused } from './format.ts';
import { archiveOfRunning } from './running.ts';

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  /** Whether the product ran on the database meanwhile. */
  readonly whileRunning: boolean;
}

/** Copies the embedded database of `dataDir` into one file, whole or not at all: the product gives it where it runs, else
 *  the folder is locked meanwhile. */
export async function takeBackup(dataDir: string, file: string): Promise<Backup> {
  if (!existsSync(join(dataDir, 'database')))
    throw new BackupRefused(`There is no embedded database in ${dataDir}.`);
  if (existsSync(file)) throw new BackupRefused(`${file} exists already; a backup replaces nothing.`);
  const unfinished = `${file}.unfinished`;
  let whileRunning = false;
  try {
    const given = await archiveOfRunning(dataDir);
    whileRunning = given !== null;
    if (given) await compressed(given, unfinished);
    else
      await withDatabaseAtRest(dataDir, async (folder, release) => {
        await compressed(archiveOf(folder, release), unfinished);
      });
    await rename(unfinished, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { file, bytes: (await stat(file)).size, whileRunning };
}

const compressed = (archive: Readable, to: string): Promise<void> =>
  pipeline(
    archive,
    createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
    // Whatever is in the database is in the backup.
    createWriteStream(to, { mode: 0o600, flush: true }),
  );

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
