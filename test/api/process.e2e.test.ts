import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';

/** The product as a process of its own, as `npm start` and `npm run admin` run it. */

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const START_MS = 60_000;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;
let folder: string;
let children: Child[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pieslegums-'));
  children = [];
});
afterEach(async () => {
  for (const child of children)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function run(environment: Record<string, string>, ...args: string[]): Child {
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: '0', ...environment };
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

async function started(
  environment: Record<string, string>,
): Promise<{ child: Child; url: string; said: () => string }> {
  const child = run(environment);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const address = said.match(/Pieslēgums: (http\S+)/)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`It was expected to start, and said: ${said}`)));
  });
  return { child, url, said: () => said };
}

async function ended(child: Child): Promise<{ code: number | null; said: string }> {
  const said = Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
  ]);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said: (await said).flat().join('') };
}

async function signIn(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password: 'demo' }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { token: string }).token;
}
/** A database of the suite's server without any tables. */
async function emptyServerUrl(): Promise<string> {
  const url = new URL(inject('postgresUrl'));
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  url.pathname = `/empty_${Date.now()}`;
  await admin.query(`create database ${url.pathname.slice(1)}`);
  await admin.end();
  return url.href;
}

const clockOf = async (url: string, token: string): Promise<unknown> =>
  (await fetch(`${url}/api/v1/clock`, { headers: { Authorization: `Bearer ${token}` } })).json();

describe('the process', () => {
  test('in production a stranger reads no metrics; monitoring does, on a port of this machine', {
    timeout: START_MS,
  }, async () => {
    const { url, said } = await started({ NODE_ENV: 'production', METRICS_PORT: '0' });
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const apart = said().match(/Metrics: (http:\/\/127\.0\.0\.1:\d+\/metrics)/)![1]!;
    const answer = await fetch(apart);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('pieslegums_');
  });

  test('DEMO=1 on the network does not start, and says why', { timeout: START_MS }, async () => {
    const { code, said } = await ended(run({ DEMO: '1', HOST: '0.0.0.0' }));
    expect(code).not.toBe(0);
    expect(said).toContain('DEMO_ON_NETWORK=1');
  });

  test(
    'names its address and the demo accounts, is ready, ends on SIGTERM and goes on where it stood',
    async () => {
      const environment = { DEMO: 'accounts', CLOCK: 'virtual', CLOCK_START: '2025-03-10T08:00:00Z' };
      const first = await started(environment);
      expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
      expect(first.said()).toContain(
        'Demo accounts (password demo): customer, company, engineer, engineer2, service, service2, finance, finance2, privacy, admin',
      );
      const token = await signIn(first.url, 'admin');
      const moved = await fetch(`${first.url}/api/v1/clock`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: '{"advance":"P1D"}',
      });
      expect(await moved.json()).toEqual({ now: '2025-03-11T08:00:00Z' });
      first.child.kill('SIGTERM');
      expect((await once(first.child, 'exit'))[0]).toBe(0);

      const second = await started(environment);
      expect(await clockOf(second.url, token), 'time and session outlive the process').toEqual({
        now: '2025-03-11T08:00:00Z',
      });
      second.child.kill('SIGINT');
      expect((await once(second.child, 'exit'))[0]).toBe(0);
    },
    START_MS,
  );

  test(
    'without demo mode no demo account can sign in; an administrator is made by npm run admin',
    async () => {
      const made = run({ DEMO: '0' }, 'admin', 'create', 'edgars');
      const outcome = ended(made);
      made.stdin.end('correct horse battery\n');
      expect(await outcome).toEqual({ code: 0, said: 'edgars can sign in (admin).\n' });

      const { url, said } = await started({ DEMO: '0' });
      expect(said()).not.toContain('Demo accounts');
      const status = async (username: string, password: string): Promise<number> =>
        (
          await fetch(`${url}/api/v1/sessions`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ username, password }),
          })
        ).status;
      expect(await status('customer', 'demo')).toBe(401);
      expect(await status('edgars', 'correct horse battery')).toBe(200);
    },
    START_MS,
  );

  test(
    'what does not fit at the start is said in words, without a stack',
    async () => {
      const { code, said } = await ended(run({ CLOCK: 'virtual', DEMO: '0' }));
      expect(code).toBe(1);
      expect(said).toContain('CLOCK=virtual requires demo mode');
      expect(said).not.toMatch(/\n\s+at /);
    },
    START_MS,
  );

  test(
    'a taken port and a folder in use are said in words',
    async () => {
      const { url } = await started({ DEMO: '0' });
      const inUse = await ended(run({ DEMO: '0' }));
      expect(inUse).toMatchObject({ code: 1, said: expect.stringContaining('in use by another process') });
      const other = await mkdtemp(join(tmpdir(), 'pieslegums-'));
      const taken = await ended(run({ DEMO: '0', DATA_DIR: other, PORT: new URL(url).port }));
      expect(taken).toMatchObject({ code: 1, said: expect.stringContaining('EADDRINUSE') });
      await rm(other, { recursive: true, force: true });
    },
    START_MS,
  );

  test(
    'several processes start at once on one empty PostgreSQL and know each other’s sessions',
    async () => {
      const environment = { DEMO: 'accounts', CLOCK: 'virtual', DATABASE_URL: await emptyServerUrl() };
      const [web, other, worker] = await Promise.all([
        started({ ...environment, ROLE: 'web' }),
        started({ ...environment, ROLE: 'web' }),
        started({ ...environment, ROLE: 'worker' }),
      ]);
      const token = await signIn(web.url, 'admin');
      expect(await clockOf(other.url, token)).toEqual(await clockOf(web.url, token));
      expect((await fetch(`${worker.url}/readyz`)).status).toBe(200);
      expect((await fetch(`${worker.url}/api/v1/openapi.json`)).status, 'a worker serves no API').toBe(404);
      for (const { child } of [web, other, worker]) {
        child.kill('SIGTERM');
        expect((await once(child, 'exit'))[0]).toBe(0);
      }
    },
    START_MS,
  );
});
