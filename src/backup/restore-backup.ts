import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { openDatabase } from '../../db/connect.ts';
import { embeddedRelease } from '../../db/embedded.ts';
import { LOCK_FILE, lockFolder } from '../../db/folder-lock.ts';
import { migrate } from '../../db/migrate.ts';
import {
  ABOUT,
  type About,
  aboutSchema,
  BackupRefused,
  CHECKSUMS,
  checksumsSchema,
  DATABASE,
  FORMAT_VERSION,
} from './format.ts';

/** Lays a backup into an empty folder, whole or not at all, and brings it up to this release. Whoever was signed in when it
 *  was taken signs in anew: sessions that were ended since must not come back. Letters stay as they were: what had been
 *  handed over is not sent again, what waited goes out under the Message-ID that it would have had. */
export async function restoreBackup(file: string, dataDir: string): Promise<About> {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if ((await readdir(dataDir)).length > 0)
    throw new BackupRefused(
      `The folder ${dataDir} is not empty; a backup is restored into an empty one alone.`,
    );
  await chmod(dataDir, 0o700);
  const unlock = lockFolder(dataDir);
  let about: About;
  try {
    about = await unpackInto(join(dataDir, 'database.unfinished'), file);
    await rename(join(dataDir, 'database.unfinished'), join(dataDir, 'database'));
  } catch (error) {
    await rm(join(dataDir, 'database.unfinished'), { recursive: true, force: true });
    throw error;
  } finally {
    unlock();
    await rm(join(dataDir, LOCK_FILE), { force: true });
  }
  await bringUpToDate(dataDir).catch(async (error: unknown) => {
    await rm(join(dataDir, 'database'), { recursive: true, force: true });
    await rm(join(dataDir, LOCK_FILE), { force: true });
    throw error;
  });
  return about;
}

async function bringUpToDate(dataDir: string): Promise<void> {
  const db = await openDatabase({ dataDir });
  try {
    await migrate(db);
    await db.query('delete from sessions');
  } finally {
    await db.close();
  }
}

async function unpackInto(folder: string, file: string): Promise<About> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sums = new Map<string, string>();
  let about: About | null = null;
  let expected: Record<string, string> | null = null;
  const { readable, writable } = createTarDecoder({ strict: true });
  const enough = new AbortController();
  const read = pipeline(createReadStream(file), createZstdDecompress(), writable, { signal: enough.signal });
  // What goes wrong there is met where the entries are read.
  read.catch(() => undefined);
  try {
    for await (const entry of readable) {
      if (about === null) about = await aboutOf(entry, sums);
      else if (entry.header.name === CHECKSUMS)
        expected = checksumsSchema.parse(await jsonOf(entry, new Map()));
      else await lay(entry, folder, sums);
    }
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(`${file} cannot be read to its end: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    enough.abort();
  }
  if (about === null || expected === null)
    throw new BackupRefused(`${file} is cut off: its checksums are missing.`);
  const differing = Object.keys({ ...expected, ...Object.fromEntries(sums) }).filter(
    (path) => expected[path] !== sums.get(path),
  );
  if (differing.length > 0)
    throw new BackupRefused(
      `${file} is damaged: ${differing.length} of its files differ, first ${differing[0]}.`,
    );
  return about;
}

/** The first entry tells whether the rest is for us. */
async function aboutOf(entry: ParsedTarEntry, sums: Map<string, string>): Promise<About> {
  const told = entry.header.name === ABOUT ? aboutSchema.safeParse(await jsonOf(entry, sums)) : null;
  if (!told?.success) throw new BackupRefused('The file is not a backup of this product.');
  const { formatVersion, postgres, catalogVersion } = told.data;
  if (formatVersion > FORMAT_VERSION)
    throw new BackupRefused(
      `The backup has format ${formatVersion}, this release reads up to ${FORMAT_VERSION}: restore it with the release that made it.`,
    );
  const own = await embeddedRelease();
  if (catalogVersion !== own.catalogVersion)
    throw new BackupRefused(
      `The backup is of PostgreSQL ${postgres} (catalogue ${catalogVersion}), this release has ${own.postgres} (catalogue ${own.catalogVersion}): restore it with the release that made it.`,
    );
  return told.data;
}

const MOST_TEXT_BYTES = 64 * 1024 * 1024;

async function jsonOf({ header, body }: ParsedTarEntry, sums: Map<string, string>): Promise<unknown> {
  if (header.size > MOST_TEXT_BYTES) throw new BackupRefused('The file is not a backup of this product.');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  sums.set(ABOUT, createHash('sha256').update(bytes).digest('hex'));
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BackupRefused('The file is not a backup of this product.');
  }
}

/** Nothing of an archive gets outside its folder. */
const SAFE = /^database\/(?:[A-Za-z0-9_.-]+\/)*[A-Za-z0-9_.-]*$/;

async function lay(
  { header, body }: ParsedTarEntry,
  folder: string,
  sums: Map<string, string>,
): Promise<void> {
  const { name: path } = header;
  if (!SAFE.test(path) || path.split('/').some((part) => part === '..' || part === '.'))
    throw new BackupRefused(`The backup names a file outside its folder: ${path}`);
  const target = join(folder, path.slice(DATABASE.length));
  if (path.endsWith('/')) {
    await mkdir(target, { recursive: true, mode: 0o700 });
    return;
  }
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const handle: FileHandle = await open(target, 'wx', 0o600);
  try {
    for await (const chunk of body) {
      hash.update(chunk);
      await handle.write(chunk);
    }
    await handle.datasync();
  } finally {
    await handle.close();
  }
  sums.set(path, hash.digest('hex'));
}
