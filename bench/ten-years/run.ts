/** Years of an operator's work in virtual time through the real case workers: applications of every working day, offers,
 *  payments, works, connections, customers who do nothing, and the clock that stands still at every
 *  deadline. Says how long it takes and how much the database grows, and draws how long customers waited.
 *
 *      node bench/ten-years/run.ts [--quick] [--years 10] [--per-year 240]
 *
 *  An operator of the size of the Latvian one has some 30,000 applications a year. `--per-year 30000` lays all of them and
 *  takes hours; by default it is a sample, and the size of the whole is the sample's by the number of cases, which the
 *  figures call so. What one more case costs does not hang on how many there are (bench/growth). */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCasework } from '../../src/casework/create.ts';
import { moveThrough } from '../../src/casework/move-clock.ts';
import type { CaseView } from '../../src/casework/show/shown.ts';
import { byConstruction, byLoadUnit } from '../../src/demo/acts.ts';
import { signedIn, type Who } from '../../src/demo/people.ts';
import { day, startOfDay } from '../../src/law/days.ts';
import { EVENT_DATA, type EventType } from '../../workflows/events.ts';
import { application, SERVICE } from '../support/cases.ts';
import { print, say } from '../support/figures.ts';
import { readOptions } from '../support/options.ts';
import { benchServer } from '../support/server.ts';
import { benchService } from '../support/service.ts';
import { waitingPicture } from './picture.ts';

const options = readOptions(['years', 'per-year']);
const years = options.number('years', 10, 1);
const perYear = options.number('per-year', 240, 60);
const OF_THE_OPERATOR = 30_000;
const FIRST_DAY = day('2019-01-02');
const LV = { language: 'lv' } as const;

/** What happens to one case: days after its application, and the act. */
interface Beat {
  readonly after: number;
  readonly who: Who;
  readonly type: EventType;
  readonly data: (today: Temporal.PlainDate, theCase: CaseView) => object;
}

const beat = (after: number, who: Who, type: EventType, data: Beat['data'] = () => ({})): Beat => ({
  after,
  who,
  type,
  data,
});

/** Numbers that look thrown, the same in every run. */
let state = 7;
const below = (sides: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * sides);
};

function life(): readonly Beat[] {
  const offeredAfter = 6 + below(22);
  const far = below(3) === 0;
  const quote = far ? byConstruction('25', `${2500 + below(9000)}.00`) : byLoadUnit('25');
  const toOffer: Beat[] = [
    beat(1, 'service', 'customer.identified', () => ({ method: 'in-person' })),
    beat(2 + below(4), 'engineer', 'application.routed', () => ({
      designNeeded: false,
      contractorNeeded: false,
    })),
    beat(offeredAfter, 'engineer', 'offer.issued', (today) => ({
      quote,
      termOn: today.add({ days: 240 }).toString(),
      paymentDueOn: today.add({ days: 35 }).toString(),
      channel: 'portal',
      ownershipBoundary: 'Uzskaites sadalnes spailes pie zemes gabala robežas',
    })),
  ];
  // Every ninth customer does nothing: the clock lets the offer lapse, warns and annuls.
  if (below(9) === 0) return toOffer;
  const paidAfter = offeredAfter + 1 + below(25);
  const startedAfter = paidAfter + 16 + below(60);
  const completedAfter = startedAfter + 10 + below(90);
  const onDay = (today: Temporal.PlainDate) => ({ on: today.toString() });
  return [
    ...toOffer,
    beat(paidAfter, 'finance', 'payment.received', (today, { number, money }) => ({
      amount: money.outstanding,
      receivedOn: today.toString(),
      reference: number,
    })),
    beat(startedAfter, 'engineer', 'works.started', onDay),
    beat(completedAfter, 'engineer', 'works.completed', (today) => ({ ...onDay(today), channel: 'portal' })),
    beat(completedAfter + 1 + below(10), 'service', 'readiness.confirmed', (today) => ({
      installationsBuilt: true,
      preparedForVoltage: true,
      ...onDay(today),
    })),
    beat(completedAfter + 12 + below(4), 'engineer', 'connection.made', (today) => ({
      ...onDay(today),
      meter: 'SK-0000001',
    })),
  ];
}

const server = await benchServer();
say(server.said);
try {
  const url = await server.fresh('years');
  const { db, parts, clock } = await benchService(url, startOfDay(FIRST_DAY, 'Europe/Riga').toString());
  const casework = createCasework(parts);
  const loud = {
    warn(details: object, message: string): never {
      throw new Error(`${message}: ${JSON.stringify(details)}`);
    },
  };
  const moveTo = async (instant: Temporal.Instant) => clock.standAt(instant.toString());
  const lastDay = FIRST_DAY.add({ years });
  const agenda = new Map<string, (() => Promise<void>)[]>();
  const later = (on: Temporal.PlainDate, work: () => Promise<void>): void => {
    const known = agenda.get(on.toString());
    if (known) known.push(work);
    else agenda.set(on.toString(), [work]);
  };
  let acts = 0;
  let opened = 0;
  const one = async (sql: string): Promise<number> =>
    Number((await db.query<{ n: string | number }>(`select (${sql}) as n`))[0]!.n);
  const SIZE = 'select pg_database_size(current_database())';
  const empty = await one(SIZE);

  function goesOn(theCase: CaseView, appliedOn: Temporal.PlainDate, [next, ...rest]: readonly Beat[]): void {
    if (!next) return;
    const on = appliedOn.add({ days: next.after });
    later(on, async () => {
      const data = EVENT_DATA[next.type].parse(next.data(on, theCase)) as Record<string, unknown>;
      const outcome = await casework.post(signedIn(next.who), theCase.id, { type: next.type, data }, LV);
      acts += 1;
      if (outcome.kind === 'done') goesOn(outcome.case, appliedOn, rest);
    });
  }

  const started = performance.now();
  const days = FIRST_DAY.until(lastDay, { largestUnit: 'days' }).days;
  for (let d = 0; d < days; d += 1) {
    const today = FIRST_DAY.add({ days: d });
    const morning = today.toZonedDateTime({ timeZone: 'Europe/Riga', plainTime: '09:00' }).toInstant();
    const due = Math.floor(((d + 1) * perYear) / 365.25) - opened;
    const work = agenda.get(today.toString()) ?? [];
    agenda.delete(today.toString());
    if (due === 0 && work.length === 0 && d % 7 !== 0) continue;
    await moveThrough(parts, moveTo, morning, loud);
    await Promise.all([
      ...work.map((one) => one()),
      ...Array.from({ length: due }, async (_, i) => {
        const place = opened + i;
        const theCase = await casework.submit(SERVICE, application(`Parauga iela ${place}, Rīga`), LV);
        goesOn(theCase, today, life());
      }),
    ]);
    opened += due;
    if (d % 365 === 364) say(`${today.year}: ${opened} applications, ${acts} acts`);
  }
  const seconds = (performance.now() - started) / 1000;

  const history = await one('select count(*) from history');
  await db.query('vacuum analyze');
  const size = await one(SIZE);
  const aCase = (size - empty) / opened;
  const figure = (name: string, value: number, unit: string) =>
    print({ name: `ten years: ${name}`, value: Number(value.toPrecision(4)), unit, n: 1 });
  figure('applications', opened, 'cases');
  figure('events in their histories', history, 'events');
  figure('time it took', seconds, 's');
  figure('events, clock and all', history / seconds, 'events/s');
  figure('database', size / 2 ** 20, 'MiB');
  figure('database a case', aCase / 1024, 'KiB');
  const whole = OF_THE_OPERATOR * 10;
  figure(`database of ${whole.toLocaleString('en')} cases, by the sample`, (aCase * whole) / 2 ** 30, 'GiB');
  const statuses = await db.query<{ status: string; n: number }>(
    'select status, count(*)::int as n from cases group by status order by n desc',
  );
  say(statuses.map(({ status, n }) => `${status} ${n}`).join(', '));

  const waits = await db.query<{ year: number; offer: number; whole: number | null }>(
    `with reached as (
       select case_id, min(at) filter (where type = 'application.submitted') as applied,
         min(at) filter (where type = 'offer.issued') as offered,
         min(at) filter (where type = 'connection.made') as connected
       from history group by case_id)
     select extract(year from applied)::int as year,
       percentile_cont(0.5) within group (order by extract(epoch from offered - applied) / 86400)::float8 as offer,
       percentile_cont(0.5) within group (order by extract(epoch from connected - applied) / 86400)::float8 as whole
     from reached where offered is not null group by 1 order by 1`,
  );
  if (!options.quick)
    await writeFile(join(import.meta.dirname, '../results/waiting-times.svg'), waitingPicture(waits));
  await db.close();
} finally {
  await server.stop();
}
