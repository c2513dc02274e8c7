import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { appendFile, chown, mkdtemp, readFile, rm } from 'node:fs/promises';
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
  /** Where its files lie; they belong to whom {@link asPostgres} runs as. */
  readonly data: string;
  /** `pg_ctl restart -m immediate`: no session ends in order, nothing is flushed, the log is read anew at the start. */
  restartImmediately(awayMs: number): Promise<void>;
  /** It is struck down, and its files are gone. */
  lose(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs a program as the user that the servers run as; answers what it printed. */
export const asPostgres = async (program: string, args: readonly string[]): Promise<string> =>
  (await run(program, args, { ...asUser, env: { ...process.env, LC_ALL: 'C' } })).stdout;

/** A folder of the servers' user, in which one more folder, `data`, is to be. */
export async function folderForPostgres(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pieslegums-torture-postgres-'));
  if (asUser.uid !== undefined) await chown(folder, NOBODY, NOBODY);
  return folder;
}

/** With the lines of `conf` after those of its `postgresql.conf`, by the programs in `from` where that is given. null: this
 *  machine has no PostgreSQL. */
export async function startTorturedPostgres(conf = '', from?: string): Promise<TorturedPostgres | null> {
  const bin = from ?? (await postgresBinaries());
  if (!bin) return null;
  const folder = await folderForPostgres();
  const data = join(folder, 'data');
  await asPostgres(join(bin, 'initdb'), [
    ...[data, '--username=postgres', '--auth=trust'],
    ...['--encoding=UTF8', '--lc-collate=C', '--lc-ctype=C.UTF-8'],
  ]);
  await appendFile(join(data, 'postgresql.conf'), conf);
  return startPostgresIn(folder, bin);
}

/** Starts a server on the files in `data` of a folder.
 *  @throws Error with its last words where it does not come up */
export async function startPostgresIn(folder: string, bin: string): Promise<TorturedPostgres> {
  const data = join(folder, 'data');
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
        join(bin, 'postgres'),
        ...['-D', data, '-p', String(port), '-h', '127.0.0.1'],
        ...['-c', 'max_connections=120', '-c', 'shared_buffers=64MB'],
        ...['-c', `unix_socket_directories=${folder}`],
      ],
      { ...asUser, stdio: ['pipe', 'ignore', 'pipe'] },
    );
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-4_000);
    });
    await untilReady(url, () => said).catch((error: unknown) => {
      server.stdin?.end();
      throw error;
    });
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
    data,
    async restartImmediately(awayMs) {
      await end('SIGQUIT');
      await pause(awayMs);
      await start();
    },
    async lose() {
      await end('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
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

/** Until it can be written to: what it has to recover is recovered. */
async function untilReady(url: string, said: () => string): Promise<void> {
  const since = performance.now();
  for (;;) {
    if (said().includes('database system is shut down')) throw new Error(`PostgreSQL ended: ${said()}`);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query('select 1 where not pg_is_in_recovery()');
      if (rows.length > 0) return;
      await pause(50);
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
