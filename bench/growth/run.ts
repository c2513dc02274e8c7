/** What an event, a page of the queue and a look of the clock cost while the installation grows from a thousand cases to a
 *  hundred thousand, or a million.
 *
 *      node bench/growth/run.ts [--quick] [--cases 1000,10000,100000] [--events 300]
 *
 *  Milliseconds, each the median of many; the ratio is to the smallest number of cases. `--cases 1000,10000,100000,1000000`
 *  takes some minutes to lay. */
import { randomUUID } from 'node:crypto';
import { createCasework } from '../../src/casework/create.ts';
import { sweep, sweepAll } from '../../src/casework/decide/sweep.ts';
import { ANSWERED, EVALUATED, FILED } from '../events/rows.ts';
import { copyCase, SERVICE, tellOne } from '../support/cases.ts';
import { type Figure, figureOf, print, say } from '../support/figures.ts';
import { readOptions } from '../support/options.ts';
import { benchServer } from '../support/server.ts';
import { benchService } from '../support/service.ts';

const options = readOptions(['cases', 'events']);
const sizes = options
  .list('cases', options.quick ? ['1000', '10000'] : ['1000', '10000', '100000'])
  .map(Number);
const EVENTS = options.number('events', 300, 60);
/** Cases whose deadline falls due on one day, for the clock. */
const DUE = 100;
const LV = { language: 'lv' } as const;

const server = await benchServer();
say(server.said);
try {
  const url = await server.fresh('growth');
  const service = await benchService(url, '2026-03-10T08:00:00Z');
  const { db, parts, clock } = service;
  const casework = createCasework(parts);
  const model = await tellOne(parts, EVALUATED);
  await db.query('update deadlines set wake_at = null where case_id = $1', [model.id]);
  const silent = {
    warn: (details: object, message: string) => say(`${message}: ${JSON.stringify(details)}`),
  };

  /** Milliseconds of each; one after the other, so that nothing waits for another. */
  async function each(times: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
    for (let turn = 0; turn < Math.ceil(times / 5); turn += 1) await work(turn); // warm-up
    const took: number[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      const started = performance.now();
      await work(turn);
      took.push(performance.now() - started);
    }
    return took;
  }

  const first = new Map<string, Figure>();
  const told = (name: string, size: number, took: readonly number[]): void => {
    const figure = figureOf(`growth: ${name}, ${size.toLocaleString('en')} cases`, 'ms', took);
    const least = first.get(name);
    if (!least) first.set(name, figure);
    print(
      least
        ? { ...figure, ratio: Number((figure.value / least.value).toPrecision(4)), to: least.name }
        : figure,
    );
  };

  let laid = 0;
  let day = Temporal.PlainDate.from('2027-01-01');
  for (const size of sizes) {
    say(`laying up to ${size} cases`);
    // Not due for years, and scattered: the deadlines are in the table.
    const due = `timestamptz '2040-01-01' + (copies.n % 3650) * interval '1 day'`;
    const grown = await copyCase(db, model.id, size - laid, { from: laid, due });
    laid = size;
    await db.query('vacuum analyze');
    await db.query('checkpoint').catch(() => undefined);
    const some = Array.from({ length: 50 }, (_, i) => grown[Math.floor((i * grown.length) / 50)]!);
    const turns = new Map<string, number>();
    const event = async (turn: number): Promise<void> => {
      const id = some[turn % some.length]!;
      const before = turns.get(id) ?? 0;
      turns.set(id, before + 1);
      await casework.post(SERVICE, id, before % 2 === 0 ? FILED : ANSWERED, {
        ...LV,
        idempotencyKey: randomUUID(),
      });
    };
    if (size === sizes[0]) await each(2 * EVENTS, event); // the code itself gets warm
    told('an event', size, await each(EVENTS, event));
    told(
      'a page of the queue',
      size,
      await each(60, () => casework.list(SERVICE, { awaits: 'operator', limit: 25 }, 'lv')),
    );
    told('the clock, nothing due', size, await each(200, () => sweep(parts, silent)));
    // What the events above set running is over before the clock is measured.
    day = day.add({ days: 60 });
    clock.standAt(`${day}T00:00:01Z`);
    await sweepAll(parts, silent);
    const sweeps: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      day = day.add({ days: 1 });
      await copyCase(db, model.id, DUE, {
        from: 100_000_000 + laid + DUE * round,
        due: `timestamptz '${day}T00:00:00Z'`,
      });
      clock.standAt(`${day}T00:00:01Z`);
      const started = performance.now();
      const { taken } = await sweep(parts, silent);
      sweeps.push(performance.now() - started);
      if (taken !== DUE) throw new Error(`${taken} of ${DUE} deadlines were handled.`);
    }
    told(`the clock, ${DUE} due`, size, sweeps);
  }
  await db.close();
} finally {
  await server.stop();
}
