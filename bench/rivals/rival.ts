import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Another engine of durable work, given the same rows to store: each as its own manual sets it up. */
export interface Rival {
  readonly name: string;
  open(asked: RivalWork): Promise<RunningRival>;
}

export interface RivalWork {
  /** The database of the rows; engines that keep their state in PostgreSQL keep it here too. */
  readonly url: string;
  /** How many ask at once. */
  readonly callers: number;
  /** Stores the rows of one event, in one transaction of its own. */
  rows(place: number): Promise<void>;
}

export interface RunningRival {
  /** Milliseconds until so many events were asked for and all have happened. */
  events(count: number): Promise<number>;
  /** Milliseconds until so many timers, all due already, have been handled; absent: not measured. */
  timers?(count: number): Promise<number>;
  close(): Promise<void>;
}

const own = createRequire(import.meta.url);

/** A package of bench/rivals/node_modules. Its types are not those of the product: it may not be installed. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is that of a package that may be absent
export const load = async (name: string): Promise<any> => import(pathToFileURL(own.resolve(name)).href);

export function isInstalled(name: string): boolean {
  try {
    own.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Asks `count` times, so many at once, and waits for each. */
export async function askAll(
  count: number,
  callers: number,
  ask: (place: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < count) {
      const place = next;
      next += 1;
      await ask(place);
    }
  };
  await Promise.all(Array.from({ length: Math.min(callers, count) }, caller));
}

/** Counts what was handled, and tells when it is enough. */
export function countdown() {
  let left = 0;
  let reached = Promise.withResolvers<void>();
  return {
    from(count: number): Promise<void> {
      left = count;
      reached = Promise.withResolvers<void>();
      return reached.promise;
    },
    one(): void {
      left -= 1;
      if (left === 0) reached.resolve();
    },
  };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Connections of a rival's workers: more only wait for each other on two cores. */
export const workersFor = (callers: number): number => Math.min(callers, 16);
