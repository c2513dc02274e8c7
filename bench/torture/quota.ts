import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder whose disk can be made full: a file system in memory whose size is what we say. */
export interface Quota {
  /** No more than `bytes` fit from now on. */
  leave(bytes: number): Promise<void>;
  lift(): Promise<void>;
  remove(): Promise<void>;
}

const ROOMY = '4g';

/** Or the reason why this machine has none: mounting takes Linux and root. */
export async function mountQuota(folder: string): Promise<Quota | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'making a disk full takes Linux and the right to mount';
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${ROOMY},mode=0700`, 'tmpfs', folder]);
  } catch (error) {
    return `mount: ${(error as Error).message.trim().split('\n').at(-1)}`;
  }
  const resize = (size: number | string) => run('mount', ['-o', `remount,size=${size}`, folder]);
  return {
    async leave(bytes) {
      const { blocks, bfree, bsize } = await statfs(folder);
      await resize((blocks - bfree) * bsize + bytes);
    },
    async lift() {
      await resize(ROOMY);
    },
    async remove() {
      await run('umount', ['--lazy', folder]);
    },
  };
}
