/** A worker of its own process, as an installation runs them: stands ready, sweeps when it is told the time, says when
 *  nothing is left. `node worker.ts <database>`, spoken to over the channel of its parent. */
import { sweepAll } from '../../src/casework/decide/sweep.ts';
import { benchService } from '../support/service.ts';

const service = await benchService(process.argv[2]!, '2026-03-10T08:00:00Z', 3);
await service.db.query('select 1');

process.on('message', (now: string) => {
  service.clock.standAt(now);
  sweepAll(service.parts, {
    warn: (details, message) => console.error(`${message}: ${JSON.stringify(details)}`),
  }).then(
    (handled) => process.send!({ handled }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => service.db.close());
process.send!({ ready: true });
