import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** The product's processes, each started anew when it ends, as a supervisor does. */

const MAIN = join(import.meta.dirname, '../../src/main.ts');

type Child = ChildProcessByStdio<null, Readable, Readable>;

export interface Member {
  readonly name: string;
  readonly role: 'all' | 'web' | 'worker';
  readonly environment: Readonly<Record<string, string>>;
}

export interface ProductProcess extends Member {
  /** Where it answers; null: it does not stand just now. */
  readonly url: string | null;
  readonly starts: number;
  /** Times at which it ended without being told to. */
  readonly endedByItself: readonly string[];
  /** Lines of its log of the level error and above. */
  readonly faultsLogged: readonly string[];
  /** SIGKILL. It is started again at once, or after `meanwhile`. */
  kill(meanwhile?: () => Promise<void>): Promise<void>;
  /** SIGSTOP, and SIGCONT when the returned function is called. */
  freeze(): () => void;
  untilUp(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** After {@link stop}. */
  startAgain(): Promise<void>;
}

const alive = new Set<Child>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

const RESTART_PAUSE_MS = 200;

export function startMember(member: Member): ProductProcess {
  let child: Child;
  let url: string | null = null;
  let starts = 0;
  /** What the process is ended by on purpose: then it is not its own doing. */
  let struck: (() => Promise<void>) | null = null;
  let stopping = false;
  const endedByItself: string[] = [];
  const faultsLogged: string[] = [];

  function start(): void {
    starts += 1;
    let said = '';
    let rest = '';
    const started: Child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env.PATH ?? '',
        PORT: '0',
        LOG_LEVEL: 'error',
        REQUESTS_PER_MINUTE: '999999',
        SIGN_INS_PER_MINUTE: '999999',
        DEMO: 'accounts',
        CLOCK: 'virtual',
        ...(member.role === 'all' ? {} : { ROLE: member.role }),
        ...member.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    alive.add(started);
    const hear = (chunk: Buffer): void => {
      said = (said + chunk).slice(-8000);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      faultsLogged.push(...lines.filter((line) => /"level":[56]0/.test(line)));
      if (started === child) url ??= /Pieslēgums: (http\S+)/.exec(said)?.[1] ?? null;
    };
    started.stdout.on('data', hear);
    started.stderr.on('data', hear);
    started.once('exit', (code, signal) => {
      alive.delete(started);
      url = null;
      if (stopping) return;
      const meanwhile = struck;
      struck = null;
      if (!meanwhile) endedByItself.push(`${signal ?? code}: ${said.trim().slice(-600)}`);
      void (async () => {
        await (meanwhile ? meanwhile() : pause(RESTART_PAUSE_MS));
        if (!stopping) start();
      })();
    });
  }
  start();
  return {
    ...member,
    get url() {
      return url;
    },
    get starts() {
      return starts;
    },
    endedByItself,
    faultsLogged,
    async kill(meanwhile = async () => undefined) {
      if (struck || child.exitCode !== null || child.signalCode !== null) return;
      const before = starts;
      struck = meanwhile;
      child.kill('SIGKILL');
      while (starts === before && !stopping) await pause(20);
    },
    freeze() {
      const frozen = child;
      frozen.kill('SIGSTOP');
      return () => frozen.kill('SIGCONT');
    },
    async untilUp() {
      while (url === null) await pause(50);
    },
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      return code as number | null;
    },
    async startAgain() {
      stopping = false;
      start();
      await this.untilUp();
    },
  };
}
