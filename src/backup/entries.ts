import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createTarPacker, type TarPackController } from 'modern-tar';
import type { EmbeddedRelease } from '../../db/database.ts';
import { ABOUT, type About, CHECKSUMS, DATABASE, FORMAT, FORMAT_VERSION } from './format.ts';

/** The archive of a folder to whose files nobody writes, as it stands now; a few megabytes of it are held at a time. */
export function archiveOf(folder: string, release: EmbeddedRelease): Readable {
  const { readable, controller } = createTarPacker();
  const about: About = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    takenAt: Temporal.Now.instant().toString(),
    ...release,
  };
  pack(controller, folder, about).catch((error: unknown) => controller.error(error));
  return Readable.from(readable, { objectMode: false });
}

/** Checksums by path. */
type Sums = Record<string, string>;

async function pack(archive: TarPackController, folder: string, about: About): Promise<void> {
  const sums: Sums = {};
  await addText(archive, ABOUT, about, sums);
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of found.sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const source = join(entry.parentPath, entry.name);
    const path = `${DATABASE}${relative(folder, source).replaceAll('\\', '/')}`;
    if (entry.isDirectory())
      await archive.add({ name: `${path}/`, size: 0, type: 'directory', mode: 0o700, mtime: NEVER }).close();
    else if (entry.isFile())
      await addContent(archive, path, (await stat(source)).size, createReadStream(source), sums);
  }
  await addText(archive, CHECKSUMS, sums, {});
  archive.finalize();
}

function addText(archive: TarPackController, path: string, value: object, sums: Sums): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  return addContent(archive, path, bytes.length, [bytes], sums);
}

/** The same folder makes the same archive. */
const NEVER = new Date(0);

async function addContent(
  archive: TarPackController,
  path: string,
  size: number,
  content: Readable | Iterable<Uint8Array>,
  sums: Sums,
): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(
    content,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    archive.add({ name: path, size, mode: 0o600, mtime: NEVER }),
  );
  sums[path] = hash.digest('hex');
}
