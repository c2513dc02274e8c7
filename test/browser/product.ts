import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The real product as a process of its own, on a free port, with the embedded database in a folder that is thrown away. */
export interface Product {
  /** `http://127.0.0.1:41234` */
  readonly address: string;
  /** Calls the API as a demo account. */
  call(
    method: string,
    path: string,
    as: string | null,
    body?: unknown,
  ): Promise<{ status: number; body: unknown }>;
  /** Moves the virtual clock. */
  moveClock(to: { now: string } | { advance: string }): Promise<void>;
  stop(): Promise<void>;
}

export interface Options {
  /** `accounts`: the demo accounts alone; `1`: the demo cases too. */
  readonly demo?: '1' | 'accounts';
  /** First instant of the virtual clock. */
  readonly clockStart?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const READY_WITHIN_MS = 60_000;

export async function startProduct({
  demo = 'accounts',
  clockStart = '2026-03-10T08:00:00Z',
  environment = {},
}: Options = {}): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'pieslegums-product-'));
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH ?? '',
      TZ: process.env.TZ ?? '',
      PORT: '0',
      DATA_DIR: folder,
      DEMO: demo,
      CLOCK: 'virtual',
      CLOCK_START: clockStart,
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressOf(child);
  await untilReady(address, child);
  const tokens = new Map<string, string>();

  async function send(method: string, path: string, token: string | null, body?: unknown) {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  async function tokenOf(username: string): Promise<string> {
    const known = tokens.get(username);
    if (known) return known;
    const { body } = await send('POST', '/sessions', null, { username, password: 'demo' });
    const { token } = body as { token: string };
    tokens.set(username, token);
    return token;
  }

  const call: Product['call'] = async (method, path, as, body) =>
    send(method, path, as ? await tokenOf(as) : null, body);

  return {
    address,
    call,
    async moveClock(to) {
      const { status, body } = await call('POST', '/clock', 'admin', to);
      if (status !== 200) throw new Error(`The clock did not move: ${JSON.stringify(body)}`);
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const found = said.match(/http:\/\/[\d.]+:\d+/)?.[0];
      if (found) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) =>
      reject(new Error(`The product ended with ${code} before it listened: ${said}`)),
    );
  });
}

async function untilReady(address: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const ready = await fetch(`${address}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await pause(100);
  }
  throw new Error(`The product was not ready within ${READY_WITHIN_MS / 1000} s`);
}
