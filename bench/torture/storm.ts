import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Asking, askingOf, confirmed } from './ask.ts';
import { confirmedEventsAreThereOnce, nothingIsInDoubt, sameRequestSameAnswer } from './checks/confirmed.ts';
import { deadlinesStandAsTheCaseSays, noDeadlineEarlyOrTwice } from './checks/deadlines.ts';
import { type Evidence, type Finding, gather } from './checks/evidence.ts';
import { historiesReplay } from './checks/history.ts';
import { everyEventHasItsLetters, noLetterIsLost, noLetterTwiceWithoutCause } from './checks/letters.ts';
import { invoicesAreWhole, moneyAddsUp } from './checks/money.ts';
import { FAULTS, type Struck } from './faults.ts';
import { embeddedHouse, type House, serverHouse } from './house.ts';
import { PEOPLE, startLives } from './lives.ts';
import type { Engine, Options } from './options.ts';
import { type Random, randomOf } from './random.ts';
import { BEGIN, changesBetween, RIGA, stopsBetween } from './time.ts';

/** One run on one engine: a storm, the calm after it, and what is found then. */

const run = promisify(execFile);

export interface Report {
  readonly seed: number;
  readonly engine: Engine;
  readonly processes: number;
  readonly rounds: number;
  readonly seconds: number;
  /** Faults injected, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, string>>;
  readonly requests: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly cases: number;
  readonly events: number;
  readonly eventsOfTheClock: number;
  readonly virtualDays: number;
  readonly clockChanges: number;
  readonly letters: number;
  readonly repeats: number;
  /** Changes confirmed, events written and letters handed over, by process. */
  readonly confirmedBy: Readonly<Record<string, number>>;
  readonly writtenBy: Readonly<Record<string, number>> | null;
  readonly sentBy: Readonly<Record<string, number>>;
  readonly starts: number;
  /** Processes that ended without being struck, and what they said. */
  readonly endedByItself: readonly string[];
  readonly faultsLogged: Readonly<Record<string, number>>;
  readonly checks: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

export async function storm(
  options: Options,
  engine: Engine,
  say: (line: string) => void,
): Promise<Report | null> {
  const house = engine === 'server' ? await serverHouse(options) : await embeddedHouse();
  if (!house) return null;
  try {
    return await stormIn(house, options, engine, say);
  } finally {
    await house.remove();
  }
}

async function stormIn(
  house: House,
  options: Options,
  engine: Engine,
  say: (line: string) => void,
): Promise<Report> {
  const since = performance.now();
  const { seed } = options;
  const { stage } = house;
  await Promise.all(stage.processes.map((one) => one.untilUp()));
  say(`${engine}: ${stage.processes.length} processes stand, seed ${seed}`);
  const asking = askingOf(house.webs, randomOf(seed, 'deliveries'));
  await asking.signIn(PEOPLE);

  const clock = clockOf(house, asking, randomOf(seed, 'clock'));
  const lives = startLives({ ...options, asking, today: clock.today });
  const { struck, rounds } = await strikeInRounds(house, options, clock, since, say);
  await lives.end();

  say(`${engine}: calm after ${rounds} rounds and ${struck.length} faults; settling`);
  await Promise.all(stage.processes.map((one) => one.untilUp()));
  await settle(asking);
  await drain(house, clock, say);
  const exits = await Promise.all(stage.processes.map((one) => one.stop()));

  const db = await house.open();
  const evidence = await gather(db).finally(() => db.close());
  const faults = [...struck, ...clock.leaps];
  const letters = noLetterTwiceWithoutCause(evidence, stage.relay.arrived, faults);
  const findings: readonly Finding[] = [
    confirmedEventsAreThereOnce(asking.asked, evidence),
    sameRequestSameAnswer(asking.asked),
    nothingIsInDoubt(asking.asked),
    historiesReplay(evidence),
    await verifiedByTheProduct(house, evidence),
    noDeadlineEarlyOrTwice(evidence),
    deadlinesStandAsTheCaseSays(evidence),
    everyEventHasItsLetters(evidence),
    noLetterIsLost(evidence, stage.relay.arrived),
    letters.finding,
    moneyAddsUp(asking.asked, evidence),
    invoicesAreWhole(evidence),
    endedInOrder(exits),
  ];
  const events = evidence.cases.flatMap(({ history }) => history);
  return {
    seed,
    engine,
    processes: stage.processes.length,
    rounds,
    seconds: Math.round((performance.now() - since) / 1000),
    faults: countBy(faults, ({ name }) => name),
    skipped: house.skipped,
    requests: asking.requests,
    statuses: Object.fromEntries(asking.statuses),
    cases: evidence.cases.length,
    events: events.length,
    eventsOfTheClock: events.filter(({ role }) => role === 'clock').length,
    virtualDays: Math.round(evidence.now.since(BEGIN).total('hours') / 24),
    clockChanges: changesBetween(BEGIN, evidence.now),
    letters: evidence.cases.reduce((sum, { notices }) => sum + notices.length, 0),
    repeats: letters.repeats,
    confirmedBy: Object.fromEntries(asking.confirmedBy),
    writtenBy: await house.writtenBy(),
    sentBy: countBy(stage.relay.arrived, ({ by }) => by),
    starts: stage.processes.reduce((sum, { starts }) => sum + starts, 0),
    endedByItself: stage.processes.flatMap(({ name, endedByItself }) =>
      endedByItself.map((said) => `${name}: ${said}`),
    ),
    faultsLogged: countBy(
      stage.processes.flatMap(({ faultsLogged }) => faultsLogged),
      wordOf,
    ),
    checks: Object.fromEntries(findings.map(({ check, looked }) => [check, looked])),
    failures: findings.flatMap(({ check, wrong }) => wrong.map((one) => `${check}: ${one}`)),
  };
}

const countBy = <T>(all: readonly T[], of: (one: T) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(all, of)].map(([key, some]) => [key, some.length]));

interface Fault {
  readonly name?: string;
  readonly code?: string;
  readonly at?: readonly string[];
  readonly cause?: Fault;
}

/** A line of the log without what differs each time: what failed, why, and where in our code. */
function wordOf(line: string): string {
  const logged = JSON.parse(line) as { msg?: string; status?: number; fault?: Fault };
  const { msg, status, fault } = logged;
  const causes: string[] = [];
  for (let one = fault; one; one = one.cause) causes.push([one.name, one.code].filter(Boolean).join(' '));
  const place = fault?.at?.find((frame) => /\/(src|db|workflows)\//.test(frame));
  const where = place ? [/(?:src|db|workflows)\/[^:]+:\d+/.exec(place)?.[0]] : [];
  return [msg, status, causes.join(' < '), ...where].filter(Boolean).join(' ');
}

interface StormClock {
  /** When time went by at once, over leases that somebody held. */
  readonly leaps: readonly Struck[];
  today(): Temporal.PlainDate;
  now(): Temporal.Instant;
  moveTo(to: Temporal.Instant): Promise<void>;
}

/** Workers look for what fell due once a second. */
const WORKER_LOOKS_MS = 1_200;

/** A move waits for letters that a dead process has in hand, half a minute each time. */
const MOVE_PATIENCE_MS = 180_000;

function clockOf(house: House, asking: Asking, random: Random): StormClock {
  let shown = BEGIN;
  /** Over HTTP: every stop on the way is handled before the answer. */
  async function ask(to: Temporal.Instant): Promise<void> {
    for (;;) {
      const body = { now: to.toString() };
      const answer = await asking.once('admin', 'POST', '/clock', body, MOVE_PATIENCE_MS);
      if (answer?.status === 200) return;
      const now = await asking.once('admin', 'GET', '/clock');
      const at = (now?.body as { now?: string } | undefined)?.now;
      // Somebody else moved it, further than we wanted.
      if (answer?.status === 422 && at && Temporal.Instant.compare(Temporal.Instant.from(at), to) >= 0)
        return;
      await pause(200);
    }
  }
  const leaps: Struck[] = [];
  return {
    leaps,
    today: () => shown.toZonedDateTimeISO(RIGA).toPlainDate(),
    now: () => shown,
    async moveTo(to) {
      if (house.letTimePass && random.chance(0.6)) {
        const from = performance.now();
        await house.letTimePass(to);
        leaps.push({ name: 'leap-in-time', from, to: performance.now() });
        await pause(WORKER_LOOKS_MS);
      } else await ask(to);
      if (Temporal.Instant.compare(to, shown) > 0) shown = to;
    },
  };
}

async function strikeInRounds(
  { stage, skipped }: House,
  options: Options,
  clock: StormClock,
  since: number,
  say: (line: string) => void,
): Promise<{ struck: readonly Struck[]; rounds: number }> {
  const random = randomOf(options.seed, 'faults');
  const time = randomOf(options.seed, 'time');
  const possible = FAULTS.filter(({ name }) => options.faults.includes(name) && !(name in skipped)).filter(
    (fault) => fault.possible(stage),
  );
  const struck: Struck[] = [];
  let deck: typeof possible = [];
  let rounds = 0;
  let virtual = BEGIN;

  async function strike(): Promise<void> {
    for (let count = 0; count < options.faultsPerRound && possible.length > 0; count += 1) {
      await pause(random.whole(0, options.paceMs));
      // Every kind comes before any comes again.
      if (deck.length === 0) deck = random.shuffled(possible);
      const fault = deck.pop()!;
      const from = performance.now();
      await fault.strike(stage, random);
      struck.push({ name: fault.name, from, to: performance.now() });
    }
  }
  async function passTime(): Promise<void> {
    for (const stop of stopsBetween(virtual, options.daysPerRound, time)) {
      await pause(time.whole(0, options.paceMs));
      await clock.moveTo(stop);
    }
    virtual = virtual.add({ hours: 24 * options.daysPerRound });
  }
  const goesOn = () =>
    options.minutes === null ? rounds < options.rounds : performance.now() - since < options.minutes * 60_000;
  while (goesOn()) {
    await Promise.all([strike(), passTime()]);
    rounds += 1;
    say(`round ${rounds}: ${struck.length} faults, ${clock.today()}`);
  }
  return { struck, rounds };
}

/** Whoever got no answer asks once more, now that all is well. */
async function settle(asking: Asking): Promise<void> {
  for (const one of asking.asked) {
    if (confirmed(one) && one.unanswered === 0) continue;
    for (let tries = 0; tries < 20; tries += 1) {
      const before = one.answers.length;
      await asking.again(one);
      if (one.answers.length > before && one.answers.at(-1)!.status < 500) break;
      await pause(200);
    }
  }
}

/** Longer than a letter is tried. */
const LONGEST_TRIED_DAYS = 5;

/** Everything that waits is done: letters that were put off are tried again, and letters of the portal get their documents. */
async function drain(house: House, clock: StormClock, say: (line: string) => void): Promise<void> {
  await clock.moveTo(clock.now().add({ minutes: 30 }));
  await clock.moveTo(clock.now().add({ hours: 24 * LONGEST_TRIED_DAYS }));
  for (let look = 1; look <= 60; look += 1) {
    await pause(2_000);
    const left = await stillWaiting(house);
    if (left === 0) return;
    if (look % 10 === 0) say(`${left} letters and deadlines still wait`);
  }
}

/** Nobody reads the embedded database while the product runs. */
async function stillWaiting({ stage, open, letTimePass }: House): Promise<number> {
  const paused = letTimePass ? [] : stage.processes;
  for (const one of paused) await one.stop();
  const db = await open();
  try {
    const [row] = await db.query<{ count: number }>(
      `select (select count(*) from notices where wake_at is not null)
        + (select count(*) from deadlines where wake_at <= (select now from clock)) as count`,
    );
    return Number(row!.count);
  } finally {
    await db.close();
    for (const one of paused) await one.startAgain();
  }
}

/** `npm run verify-history`, as whoever runs the product would. */
async function verifiedByTheProduct(house: House, { cases }: Evidence): Promise<Finding> {
  const program = join(import.meta.dirname, '../../src/verify-history.ts');
  const check = 'verify-history finds nothing';
  try {
    await run(process.execPath, [program, ...house.databaseFlags], { maxBuffer: 1e8 });
    return { check, looked: cases.length, wrong: [] };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { check, looked: cases.length, wrong: [`${stdout}${stderr}`] };
  }
}

const endedInOrder = (exits: readonly (number | null)[]): Finding => ({
  check: 'every process ends in order',
  looked: exits.length,
  wrong: exits.filter((code) => code !== 0).map((code) => `a process ended with ${code}`),
});
