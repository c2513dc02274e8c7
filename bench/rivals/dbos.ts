import { askAll, load, type Rival, timed, workersFor } from './rival.ts';

/** A workflow of one step an event; its state stands in the same database. */
export const dbos: Rival = {
  name: 'DBOS',
  async open({ url, callers, rows }) {
    const { DBOS } = await load('@dbos-inc/dbos-sdk');
    DBOS.setConfig({
      name: 'bench',
      systemDatabaseUrl: url,
      systemDatabasePoolSize: Math.max(4, workersFor(callers)),
      logLevel: 'error',
    });
    const happens = DBOS.registerWorkflow(
      (place: number) => DBOS.runStep(() => rows(place), { name: 'rows' }),
      { name: 'event' },
    );
    await DBOS.launch();
    return {
      events: (count) => timed(() => askAll(count, callers, (place) => happens(place))),
      close: () => DBOS.shutdown({ deregister: true }),
    };
  },
};
