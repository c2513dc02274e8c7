import { askAll, countdown, load, type Rival, timed, workersFor } from './rival.ts';

const QUEUE = 'events';
const LAID_AT_ONCE = 10_000;

/** A job an event, fetched in batches and without a pause while batches are full; the rows are a transaction a job. */
export const pgBoss: Rival = {
  name: 'pg-boss',
  async open({ url, callers, rows }) {
    const { PgBoss } = await load('pg-boss');
    const boss = new PgBoss({
      connectionString: url,
      max: workersFor(callers) + 2,
      schedule: false,
      useListenNotify: true,
    });
    boss.on('error', (error: Error) => console.error(`pg-boss: ${error.message}`));
    await boss.start();
    await boss.createQueue(QUEUE, { notify: true });
    const handled = countdown();
    const working = () =>
      boss.work(
        QUEUE,
        {
          batchSize: Math.max(16, callers),
          localConcurrency: callers > 1 ? 2 : 1,
          pollingIntervalSeconds: 0.5,
          burstWhenBatchFull: true,
        },
        async (jobs: readonly { data: { place: number } }[]) => {
          await askAll(jobs.length, callers, async (i) => {
            await rows(jobs[i]!.data.place);
            handled.one();
          });
        },
      );
    await working();
    const lay = async (count: number) => {
      for (let from = 0; from < count; from += LAID_AT_ONCE)
        await boss.insert(
          QUEUE,
          Array.from({ length: Math.min(LAID_AT_ONCE, count - from) }, (_, i) => ({
            data: { place: from + i },
          })),
        );
    };
    return {
      events: (count) =>
        timed(async () => {
          const all = handled.from(count);
          await askAll(count, callers, (place) => boss.send(QUEUE, { place }));
          await all;
        }),
      async timers(count) {
        await boss.offWork(QUEUE);
        const all = handled.from(count);
        await lay(count);
        return timed(async () => {
          await working();
          await all;
        });
      },
      close: () => boss.stop({ graceful: false, close: true }),
    };
  },
};
