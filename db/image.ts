import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import { readMigrationFiles } from './drizzle.ts';
import { MIGRATIONS } from './migrate.ts';
import { PGlite } from './pglite.ts';

const IMAGES = join(import.meta.dirname, 'image');

/** An embedded database that has its tables and is empty otherwise, packed: unpacking it takes a tenth of the time that
 *  PGlite takes to make one. It serves the release of PGlite that made it, and as long as the migrations in it stand as they
 *  stood then; later ones are applied on top. `npm run db:image` packs it anew. */
function imageName(migrations: readonly MigrationMeta[], release = pgliteRelease()): string {
  const content = createHash('sha256')
    .update(migrations.map((migration) => migration.hash).join('\n'))
    .digest('hex');
  return `pglite-${release}-${migrations.length}-${content.slice(0, 12)}.tar.zst`;
}

/** The image that fits; null: none does, PGlite makes its database itself. */
export async function fittingImage(folder = IMAGES): Promise<Uint8Array<ArrayBuffer> | null> {
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  const packed = existsSync(folder) ? await readdir(folder) : [];
  const fitting = packed.find(
    (name) => name === imageName(known.slice(0, Number(/-(\d+)-\w+\.tar\.zst$/.exec(name)?.[1]))),
  );
  return fitting ? new Uint8Array(zstdDecompressSync(await readFile(join(folder, fitting)))) : null;
}

/** Packs what PGlite has dumped as the one image. */
export async function keepImage(dump: Blob, folder = IMAGES): Promise<string> {
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  await mkdir(folder, { recursive: true });
  for (const earlier of await readdir(folder)) await rm(join(folder, earlier));
  const file = join(folder, imageName(known));
  await writeFile(
    file,
    zstdCompressSync(await dump.arrayBuffer(), { params: { [constants.ZSTD_c_compressionLevel]: 19 } }),
  );
  return file;
}

function pgliteRelease(): string {
  const entry = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  return (createRequire(import.meta.url)(join(dirname(entry), '..', 'package.json')) as { version: string })
    .version;
}

/** Makes the folder of an empty database, whole or not at all: whoever is interrupted starts again the next time. */
export async function prepareFolder(folder: string, archive: Uint8Array | null): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  // PGlite's files are readable by everyone; what is in them is not for everyone.
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (archive) {
    await Promise.all([...entriesOf(archive)].map((entry) => write(unfinished, entry)));
  } else {
    const engine = await PGlite.create(unfinished, { startParams: DURABLE });
    await engine.close();
  }
  await rename(unfinished, folder);
  await syncFolder(dirname(folder));
}

/** PGlite starts with fsync off (`-F`); what we answered must survive the loss of power too. */
export const DURABLE = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'fsync=on'];

interface Entry {
  readonly path: string;
  /** null: a folder. */
  readonly content: Uint8Array | null;
}

const BLOCK = 512;

/** The part of the tar format that PGlite writes: plain files and folders. */
function* entriesOf(archive: Uint8Array): Generator<Entry> {
  const text = (from: number, length: number) =>
    Buffer.from(archive.buffer, archive.byteOffset + from, length)
      .toString('latin1')
      .replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const path = join(text(at + 345, 155), text(at, 100));
    if (path === '.') return;
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const isFolder = text(at + 156, 1) === '5';
    yield { path, content: isFolder ? null : archive.subarray(at + BLOCK, at + BLOCK + size) };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

async function write(folder: string, { path, content }: Entry): Promise<void> {
  const target = join(folder, path);
  mkdirSync(content ? dirname(target) : target, { recursive: true });
  if (!content) return;
  const file = await open(target, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
