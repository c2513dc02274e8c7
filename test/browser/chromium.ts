import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import packaged, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A real Chromium from npm, on machines that have none and may install none. */

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Where the package unpacks to. */
const BINARY = join(tmpdir(), 'chromium');
const UNPACKED = join(tmpdir(), 'pieslegums-chromium-unpacked');
const LOCK = join(tmpdir(), 'pieslegums-chromium.lock');
const LIBRARIES = join(tmpdir(), 'al2023', 'lib');
const PATIENCE_MS = 120_000;

let running: Promise<Browser> | null = null;

/** One browser for the whole process; tests take a context each. */
export function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

export async function closeBrowser(): Promise<void> {
  const open = running;
  running = null;
  await (await open)?.close();
}

async function launch(): Promise<Browser> {
  await unpackOnce();
  const missing = await librariesFor(BINARY);
  const env = { ...process.env, ...(missing ? { LD_LIBRARY_PATH: missing } : {}) } as Record<string, string>;
  return chromium.launch({ executablePath: BINARY, args: FLAGS, env, chromiumSandbox: false });
}

/** Several test processes start at once, and one that finds a half-written browser would fail: one unpacks, the others wait. */
async function unpackOnce(): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!existsSync(UNPACKED)) {
    if (await taken()) {
      try {
        // What an unpacking that was cut short left behind is not to be trusted.
        await rm(BINARY, { force: true });
        await packaged.executablePath();
        await writeFile(`${UNPACKED}.new`, '');
        await rename(`${UNPACKED}.new`, UNPACKED);
      } finally {
        await rm(LOCK, { recursive: true, force: true });
      }
    } else {
      if (Date.now() > until)
        throw new Error(`Chromium was not unpacked within ${PATIENCE_MS / 1000} s; remove ${LOCK}`);
      await pause(200);
    }
  }
}

const taken = (): Promise<boolean> =>
  mkdir(LOCK).then(
    () => true,
    () => false,
  );

/** A bare machine lacks libnss3 and its kin; the package brings them for another system. null: nothing is missing. */
async function librariesFor(binary: string): Promise<string | null> {
  const { stdout } = spawnSync('ldd', [binary], { encoding: 'utf8' });
  if (!/not found/.test(stdout ?? '')) return null;
  const archive = fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')));
  await inflate(archive);
  return LIBRARIES;
}
