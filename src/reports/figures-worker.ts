import { figureCounting } from './figures.ts';

/** Counts the figures over all cases where it is time to, so that whoever looks in the morning does not wait for them.
 *  Several processes may do so at once: one counts, the others find it done. */
export interface FiguresWorker {
  stop(): Promise<void>;
}

const LOOKS_EVERY_MS = 30_000;

export function startFiguresWorker(
  parts: Parameters<typeof figureCounting>[0],
  failed: (error: unknown) => void,
): FiguresWorker {
  const figures = figureCounting(parts);
  let current: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    current = current.then(() => figures.recount()).catch(failed);
  }, LOOKS_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}
