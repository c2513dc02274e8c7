import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { postgresBinaries } from '../../test/support/postgres.ts';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; `nobody` will do. */
const NOBODY = 65_534;
const asUser = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** A PostgreSQL server that commits to its disk as an operator's does, and can be struck down. */
export interface TorturedPostgres {
  readonly port: number;
  readonly url: string;
  /** `pg_ctl restart -m immediate`: no session ends in order, nothing is flushed, the log is read anew at the start. */
  restartImmediately(awayMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** null: this machine has no PostgreSQL. */
export async function startTorturedPostgres(): Promise<TorturedPostgres | null> {
  const bin = await postgresBinaries();
  if (!bin) return null;
  const folder = await mkdtemp(join(tmpdir(), 'pieslegums-torture-postgres-'));
  if (asUser.uid !== undefined) await chown(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  await run(
    join(bin, 'initdb'),
    [data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--lc-collate=C', '--lc-ctype=C.UTF-8'],
    { ...asUser, env: { ...process.env, LC_ALL: 'C' } },
  );
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess;

  async function start(): Promise<void> {
    // The shell ends the server when our end of its standard input closes, so also when we are killed.
    server = spawn(
      '/bin/sh',
      [
        '-c',
        '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server',
        'postgres',
        join(bin!, 'postgres'),
        ...['-D', data, '-p', String(port), '-h', '127.0.0.1'],
        ...['-c', 'max_connections=120', '-c', 'shared_buffers=64MB'],
        ...['-c', `unix_socket_directories=${folder}`],
      ],
      { ...asUser, stdio: ['pipe', 'ignore', 'ignore'] },
    );
    await untilReady(url);
  }

  async function end(signal: 'SIGQUIT' | 'SIGINT'): Promise<void> {
    const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const gone = new Promise((resolve) => server.once('exit', resolve));
    process.kill(pid, signal);
    while (isAlive(pid)) await pause(20);
    server.stdin?.end();
    await gone;
  }

  await start();
  return {
    port,
    url,
    async restartImmediately(awayMs) {
      await end('SIGQUIT');
      await pause(awayMs);
      await start();
    },
    async stop() {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const READY_WITHIN_MS = 60_000;

async function untilReady(url: string): Promise<void> {
  const since = performance.now();
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      if (performance.now() - since > READY_WITHIN_MS)
        throw new Error('PostgreSQL did not come back.', { cause: error });
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
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
