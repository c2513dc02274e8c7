import { setTimeout as sleep } from 'node:timers/promises';
import { type ClockLog, sweepAll } from './decide/sweep.ts';
import type { CaseworkParts } from './parts.ts';

/** The clock's worker: looks for what fell due as long as the product runs. */

interface ClockWorker {
  stop(): Promise<void>;
}

/** How long the worker sleeps when nothing is due. */
const PAUSE_MS = 1000;

/** Runs until stopped; after any downtime it starts with what is oldest. */
export function startClockWorker(parts: CaseworkParts, log: ClockLog): ClockWorker {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await sweepAll(parts, log);
      } catch (error) {
        log.warn({ error: String(error) }, 'the clock could not sweep');
      }
      await sleep(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
