import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder into which a mail server drops messages: a maildir (`new`, `cur`) or files side by side. What was read is moved
 *  to `handled` or `unmatched` and kept for whoever wants to look. */

export type Verdict = 'handled' | 'unmatched';

/** A report that returns a whole letter is far smaller. */
const MOST_BYTES = 10 * 1024 * 1024;

export interface Dropped {
  readonly name: string;
  /** null: too large to be read. */
  readonly raw: Uint8Array | null;
  move(to: Verdict): Promise<void>;
}

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** null where another process has moved it meanwhile. */
async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

async function move(folder: string, from: string, name: string, to: Verdict): Promise<void> {
  await mkdir(join(folder, to), { recursive: true });
  const target = join(folder, to, name);
  const taken = (await unlessGone(stat(target))) !== null;
  await unlessGone(rename(from, taken ? `${target}.${randomUUID()}` : target));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = (await unlessGone(readdir(folder, { withFileTypes: true }))) ?? [];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.tmp'))
    .map(({ name }) => name)
    .sort();
}

/** What lies there, one at a time. A file that is still being written has a name that begins with a dot or ends in `.tmp`. */
export async function* droppedIn(folder: string): AsyncGenerator<Dropped> {
  for (const place of [folder, join(folder, 'new'), join(folder, 'cur')]) {
    for (const name of await filesIn(place)) {
      const path = join(place, name);
      const found: Stats | null = await unlessGone(stat(path));
      if (!found) continue;
      const raw = found.size > MOST_BYTES ? null : await unlessGone(readFile(path));
      if (raw === null && found.size <= MOST_BYTES) continue;
      yield { name, raw, move: (to) => move(folder, path, name, to) };
    }
  }
}
