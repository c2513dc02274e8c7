import { askAll, countdown, load, type Rival, timed, workersFor } from './rival.ts';

const LAID_AT_ONCE = 10_000;

/** A job an event; jobs are fetched ahead and completed in batches, as its manual advises for throughput. */
export const graphileWorker: Rival = {
  name: 'graphile-worker',
  async open({ url, callers, rows }) {
    const { run, makeWorkerUtils, Logger } = await load('graphile-worker');
    const logger = new Logger(() => () => undefined);
    const utils = await makeWorkerUtils({ connectionString: url, logger });
    await utils.migrate();
    const handled = countdown();
    const working = () =>
      run({
        connectionString: url,
        logger,
        noHandleSignals: true,
        crontab: '',
        concurrency: workersFor(callers),
        maxPoolSize: workersFor(callers) + 4,
        pollInterval: 200,
        preset: {
          worker: {
            localQueue: { size: Math.max(16, 2 * callers) },
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
          },
        },
        taskList: {
          event: async ({ place }: { place: number }) => {
            await rows(place);
            handled.one();
          },
        },
      });
    let runner = await working();
    const lay = async (count: number) => {
      for (let from = 0; from < count; from += LAID_AT_ONCE)
        await utils.addJobs(
          Array.from({ length: Math.min(LAID_AT_ONCE, count - from) }, (_, i) => ({
            identifier: 'event',
            payload: { place: from + i },
            runAt: new Date(0),
          })),
        );
    };
    return {
      events: (count) =>
        timed(async () => {
          const all = handled.from(count);
          await askAll(count, callers, (place) => utils.addJob('event', { place }));
          await all;
        }),
      async timers(count) {
        await runner.stop();
        const all = handled.from(count);
        await lay(count);
        return timed(async () => {
          runner = await working();
          await all;
        });
      },
      async close() {
        await runner.stop();
        await utils.release();
      },
    };
  },
};
