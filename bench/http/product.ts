import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A server as a process of its own, started as `npm start` starts it. */
export interface ServerProcess {
  readonly url: string;
  /** Milliseconds from the start of the process to the first answer to `/`. */
  readonly firstAnswerMs: number;
  /** Resident memory in MiB; null where the system does not tell. */
  memoryMib(): Promise<number | null>;
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const START_MS = 120_000;

/** `said` finds the address in what the process prints. */
export async function startProcess(
  file: string,
  environment: Readonly<Record<string, string>>,
  said = /(http:\/\/\S+)/,
): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, file)], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      const [, address] = said.exec(words) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`${file} ended before it listened: ${words}`)));
    setTimeout(() => reject(new Error(`${file} did not listen: ${words}`)), START_MS).unref();
  });
  const answer = await fetch(`${url}/`);
  await answer.arrayBuffer();
  const firstAnswerMs = performance.now() - started;
  if (!answer.ok) throw new Error(`${url}/ answered ${answer.status}.`);
  return {
    url,
    firstAnswerMs,
    async memoryMib() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const [, kib] = /VmRSS:\s+(\d+) kB/.exec(status) ?? [];
      return kib === undefined ? null : Math.round(Number(kib) / 1024);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Demo cases are laid after the server listens. */
export async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(200);
  }
  throw new Error(`${url}/readyz did not answer 200 within two minutes.`);
}

export async function signIn(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'demo' }),
  });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status}`);
  return ((await answer.json()) as { token: string }).token;
}
