import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { withDatabaseAtRest } from '../../db/embedded.ts';
import { ABOUT, type About, BackupRefused, CHECKSUMS, DATABASE, FORMAT, FORMAT_VERSION } from './format.ts';
import { packed, type TarEntry } from './tar.ts';

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly files: number;
}

/** Copies the embedded database of `dataDir` into one file, whole or not at all. The folder is locked meanwhile, so the
 *  product must not run on it. */
export async function takeBackup(dataDir: string, file: string): Promise<Backup> {
  if (!existsSync(join(dataDir, 'database')))
    throw new BackupRefused(`There is no embedded database in ${dataDir}.`);
  if (existsSync(file)) throw new BackupRefused(`${file} exists already; a backup replaces nothing.`);
  const unfinished = `${file}.unfinished`;
  let files = 0;
  try {
    await withDatabaseAtRest(dataDir, async (folder, release) => {
      const about: About = {
        format: FORMAT,
        formatVersion: FORMAT_VERSION,
        takenAt: Temporal.Now.instant().toString(),
        ...release,
      };
      async function* counted() {
        for await (const entry of entriesOf(folder, about)) {
          files += 1;
          yield entry;
        }
      }
      await pipeline(
        Readable.from(packed(counted()), { objectMode: false }),
        createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
        // Whatever is in the database is in the backup.
        createWriteStream(unfinished, { mode: 0o600, flush: true }),
      );
    });
    await rename(unfinished, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { file, bytes: (await stat(file)).size, files };
}

async function* entriesOf(folder: string, about: About): AsyncGenerator<TarEntry> {
  const sums: Record<string, string> = {};
  yield textEntry(ABOUT, about, sums);
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of found.sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const source = join(entry.parentPath, entry.name);
    const path = `${DATABASE}${relative(folder, source).replaceAll('\\', '/')}`;
    if (entry.isDirectory()) yield { path: `${path}/`, size: 0, content: [] };
    else if (entry.isFile()) yield await fileEntry(path, source, sums);
  }
  yield textEntry(CHECKSUMS, sums, {});
}

function textEntry(path: string, value: object, sums: Record<string, string>): TarEntry {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  sums[path] = createHash('sha256').update(bytes).digest('hex');
  return { path, size: bytes.length, content: [bytes] };
}

async function fileEntry(path: string, source: string, sums: Record<string, string>): Promise<TarEntry> {
  const { size } = await stat(source);
  async function* content(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(source)) {
      hash.update(chunk);
      yield chunk;
    }
    sums[path] = hash.digest('hex');
  }
  return { path, size, content: content() };
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
