import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { EmbeddedRelease } from '../../db/database.ts';
import { ABOUT, type About, CHECKSUMS, DATABASE, FORMAT, FORMAT_VERSION } from './format.ts';
import { packed, type TarEntry } from './tar.ts';

/** The archive of a folder to whose files nobody writes, as it stands now. */
export const archiveOf = (folder: string, release: EmbeddedRelease): AsyncGenerator<Uint8Array> =>
  packed(
    entriesOf(folder, {
      format: FORMAT,
      formatVersion: FORMAT_VERSION,
      takenAt: Temporal.Now.instant().toString(),
      ...release,
    }),
  );

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
