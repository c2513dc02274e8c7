/** Due deadlines handled a second by one and by three workers, each a process of its own, beside rivals that fire due timers
 *  and store the same rows; then the same with a million deadlines in the table that are not due yet.
 *
 *      node bench/clock/run.ts [--quick] [--due 100000] [--rounds 3] [--ahead 1000000] [--rivals pg-boss,graphile-worker]
 *
 *  `--due` is handled in all, by as many rounds; `--ahead 10000000` lays ten million. Rivals get a tenth of it: what they
 *  do in a second does not hang on how much there is to do. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { sweepAll } from '../../src/casework/decide/sweep.ts';
import { bareEvent } from '../events/bare.ts';
import { bareStatements, EVALUATED, storedLast } from '../events/rows.ts';
import { rivalsNamed } from '../rivals/index.ts';
import { copyCase, tellOne } from '../support/cases.ts';
import { figureOf, print, say } from '../support/figures.ts';
import { readOptions } from '../support/options.ts';
import { benchServer } from '../support/server.ts';
import { benchService } from '../support/service.ts';

const options = readOptions(['due', 'rounds', 'ahead', 'rivals']);
const rounds = options.number('rounds', 3, 1);
const dueInAll = options.number('due', 100_000, 3_000);
const dueARound = Math.floor(dueInAll / rounds);
const ahead = options.number('ahead', 1_000_000, 100_000);
const rivals = rivalsNamed(options.list('rivals', ['pg-boss', 'graphile-worker']));
const RIVALS_AT = 16;

/** The clock's path through the bench: every round has a day of its own on which its deadlines fall due. */
const FIRST_DAY = Temporal.PlainDate.from('2027-01-01');
let daysUsed = 0;
const nextDay = (): Temporal.PlainDate => FIRST_DAY.add({ days: daysUsed++ });

const server = await benchServer();
say(server.said);
try {
  const url = await server.fresh('clock');
  const service = await benchService(url, '2026-03-10T08:00:00Z');
  const silent = {
    warn: (details: object, message: string) => say(`${message}: ${JSON.stringify(details)}`),
  };
  const model = await tellOne(service.parts, EVALUATED);
  // The model stays as it is: only its copies are woken.
  await service.db.query('update deadlines set wake_at = null where case_id = $1', [model.id]);
  let laid = 0;
  const TABLES = ['cases', 'history', 'deadlines'] as const;
  const lay = (count: number, on: Temporal.PlainDate): Promise<string[]> => {
    laid += count;
    const due = `timestamptz '${on}T00:00:00Z'`;
    return copyCase(service.db, model.id, count, { from: laid - count, due, tables: TABLES });
  };

  // What the passing of one deadline stores, for the rivals to store too.
  const far = Temporal.PlainDate.from('2040-01-01');
  const ofRivals = await lay(4096, far);
  const [example] = await lay(1, nextDay());
  service.clock.standAt('2027-01-01T00:00:01Z');
  await sweepAll(service.parts, silent);
  const statements = bareStatements('passed', await storedLast(service.db, example!, 'offer'));

  const workers: ChildProcess[] = [];
  for (let i = 0; i < 3; i += 1) {
    const worker = fork(join(import.meta.dirname, 'worker.ts'), [url], { serialization: 'json' });
    await once(worker, 'message');
    workers.push(worker);
  }
  async function handledPerSecond(count: number, due = dueARound): Promise<number> {
    const on = nextDay();
    await lay(due, on);
    await service.db.query('analyze cases, deadlines');
    await service.db.query('checkpoint').catch(() => undefined);
    const started = performance.now();
    const handled = await Promise.all(
      workers.slice(0, count).map(async (worker) => {
        const answered = once(worker, 'message');
        worker.send(`${on}T00:00:01Z`);
        const [{ handled }] = (await answered) as [{ handled: number }];
        return handled;
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    const all = handled.reduce((sum, one) => sum + one, 0);
    if (all !== due) throw new Error(`${all} of ${due} deadlines were handled.`);
    return all / seconds;
  }

  const pool = new pg.Pool({ connectionString: url, max: RIVALS_AT });
  const rows = async (place: number): Promise<void> => {
    const client = await pool.connect();
    try {
      await bareEvent(client, statements, ofRivals[place % ofRivals.length]!);
    } finally {
      client.release();
    }
  };
  const opened = [];
  for (const rival of rivals)
    opened.push({ name: rival.name, running: await rival.open({ url, callers: RIVALS_AT, rows }) });
  const timersOfRivals = Math.max(500, Math.floor(dueARound / 10));

  const measured = new Map<string, number[]>();
  const note = (name: string, value: number): void => {
    say(`${name}: ${value.toFixed(0)}`);
    measured.set(name, [...(measured.get(name) ?? []), value]);
  };
  await handledPerSecond(3, 3_000); // warm-up
  for (let round = 0; round < rounds; round += 1) {
    note('1 worker', await handledPerSecond(1));
    note('3 workers', await handledPerSecond(3));
    for (const { name, running } of opened)
      if (running.timers) note(name, (timersOfRivals * 1000) / (await running.timers(timersOfRivals)));
  }
  for (const { running } of opened) await running.close();

  const LAID_AT_ONCE = 500_000;
  for (let from = 0; from < ahead; from += LAID_AT_ONCE)
    await service.db.query(
      `insert into deadlines (case_id, name, last_day, due_at, wake_at, awaits, clause, state)
       select gen_random_uuid(), 'offer', at::date, at, at, 'operator', 'II.11.1.1', 'running'
       from generate_series(1, $1::int) i, lateral (select timestamptz '2045-01-01' + i * interval '7 minutes' as at) d`,
      [Math.min(LAID_AT_ONCE, ahead - from)],
    );
  const crowded = `3 workers, ${ahead.toLocaleString('en')} not yet due`;
  for (let round = 0; round < rounds; round += 1) note(crowded, await handledPerSecond(3));

  for (const worker of workers) worker.disconnect();
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  await pool.end();
  await service.db.close();

  const named = (name: string) => `clock: ${name}`;
  const three = measured.get('3 workers')!;
  for (const [name, values] of measured)
    print(figureOf(named(name), 'due deadlines/s', values, { name: named('3 workers'), rounds: three }));
  for (const { name } of opened)
    if (measured.has(name))
      print(
        figureOf(
          named(`3 workers to ${name}`),
          'ratio',
          three.map((value, round) => value / measured.get(name)![round]!),
        ),
      );
} finally {
  await server.stop();
}
