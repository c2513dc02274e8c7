/** Durable events a second through the case workers (read, decide, history, deadlines, letter, answer, commit) at 1, 16 and
 *  128 callers, beside the same rows stored by bare SQL and by rivals, in one run on one server.
 *
 *      node bench/events/run.ts [--quick] [--rounds 3] [--seconds 4] [--callers 1,16,128] [--rivals dbos,pg-boss]
 *
 *  Rivals are measured where `npm ci --prefix bench/rivals` has installed them, at 16 callers; `--rivals none` leaves them
 *  out. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createCasework } from '../../src/casework/create.ts';
import { EVERY_RIVAL, rivalsNamed } from '../rivals/index.ts';
import { copyCase, SERVICE, tellOne } from '../support/cases.ts';
import { figureOf, inTurns, perSecond, print, say } from '../support/figures.ts';
import { readOptions } from '../support/options.ts';
import { benchServer } from '../support/server.ts';
import { benchService } from '../support/service.ts';
import { bareEvent, driverPerSecond, hasPgbench, pgbenchPerSecond } from './bare.ts';
import { ANSWERED, bareStatements, EVALUATED, FILED, rowsOfEvents } from './rows.ts';

const options = readOptions(['rounds', 'seconds', 'callers', 'rivals']);
const rounds = options.number('rounds', 3, 1);
const milliseconds = options.number('seconds', 4, 2) * 1000;
const levels = options.list('callers', ['1', '16', '128']).map(Number);
const rivals = rivalsNamed(options.list('rivals', EVERY_RIVAL));
const most = Math.max(16, ...levels);
const CASES_A_CALLER = 16;
const RIVALS_AT = 16;

const server = await benchServer();
say(server.said);
try {
  const url = await server.fresh('events');
  const service = await benchService(url, '2026-03-10T08:00:00Z');
  const model = await tellOne(service.parts, EVALUATED);
  const events = (await rowsOfEvents(service.parts, model.id)).map((rows, place) =>
    bareStatements(place === 0 ? 'filed' : 'answered', rows),
  );
  // The service has cases of its own: bare SQL leaves snapshots of the other event behind.
  const count = most * CASES_A_CALLER;
  const bareIds = await copyCase(service.db, model.id, count);
  const serviceIds = await copyCase(service.db, model.id, count, { from: count });
  await service.db.query('vacuum analyze');
  const casesOf = (caller: number) => bareIds.slice(caller * CASES_A_CALLER, (caller + 1) * CASES_A_CALLER);

  const casework = createCasework(service.parts);
  const turns = new Array<number>(most).fill(0);
  const post = (caller: number) => {
    const turn = turns[caller]!++;
    const id = serviceIds[caller * CASES_A_CALLER + (turn % CASES_A_CALLER)]!;
    const event = Math.floor(turn / CASES_A_CALLER) % 2 === 0 ? FILED : ANSWERED;
    return casework.post(SERVICE, id, event, { language: 'lv', idempotencyKey: randomUUID() });
  };
  const withPgbench = await hasPgbench();

  /** What a rival stores for each event, on connections of its own as many as its workers. */
  const pool = new pg.Pool({ connectionString: url, max: RIVALS_AT });
  const rows = async (place: number): Promise<void> => {
    const client = await pool.connect();
    try {
      const event = events[Math.floor(place / bareIds.length) % 2]!;
      await bareEvent(client, event, bareIds[place % bareIds.length]!);
    } finally {
      client.release();
    }
  };
  const asked = (milliseconds / 1000) * 250;
  const ofRivals = async () => {
    const opened = [];
    for (const rival of rivals)
      opened.push({
        name: rival.name,
        running: await rival.open({ url, callers: RIVALS_AT, rows }),
      });
    return opened;
  };

  /** Milliseconds of processor time that an event takes of the process, beside how many there are a second. */
  const processorTime = new Map<number, number[]>(levels.map((callers) => [callers, []]));
  const served = async (callers: number): Promise<number> => {
    const before = process.cpuUsage();
    const rate = await perSecond(callers, milliseconds, post);
    const { user, system } = process.cpuUsage(before);
    processorTime.get(callers)!.push((user + system) / rate / milliseconds);
    return rate;
  };

  await perSecond(most, milliseconds, post); // warm-up
  for (const callers of levels) {
    const opened = callers === RIVALS_AT ? await ofRivals() : [];
    for (const { running } of opened) await running.events(RIVALS_AT * 4); // warm-up
    const measured = await inTurns(
      {
        ...(withPgbench
          ? {
              'eight statements, pgbench': () =>
                pgbenchPerSecond(url, events, callers, CASES_A_CALLER, milliseconds),
            }
          : {}),
        'eight statements, driver': () => driverPerSecond(url, events, callers, casesOf, milliseconds),
        service: () => served(callers),
        ...Object.fromEntries(
          opened.map(({ name, running }) => [
            name,
            async () => (asked * 1000) / (await running.events(asked)),
          ]),
        ),
      },
      rounds,
    );
    for (const { running } of opened) await running.close();
    const driver = measured.get('eight statements, driver')!;
    const bare = {
      name: `events: the faster eight statements, ${callers} at once`,
      rounds: (measured.get('eight statements, pgbench') ?? driver).map((value, round) =>
        Math.max(value, driver[round]!),
      ),
    };
    for (const [name, values] of measured)
      print(figureOf(`events: ${name}, ${callers} at once`, 'events/s', values, bare));
    print(
      figureOf(
        `events: service, ${callers} at once, processor time of the process`,
        'ms an event',
        processorTime.get(callers)!,
      ),
    );
    for (const { name } of opened)
      print(
        figureOf(
          `events: service to ${name}, ${callers} at once`,
          'ratio',
          measured.get('service')!.map((value, round) => value / measured.get(name)![round]!),
        ),
      );
  }
  await pool.end();
  await service.db.close();
} finally {
  await server.stop();
}
