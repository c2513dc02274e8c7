import { expect, test } from 'vitest';
import { FAULTS } from '../../bench/torture/faults.ts';
import { type Engine, readOptions } from '../../bench/torture/options.ts';
import { randomOf } from '../../bench/torture/random.ts';
import { type Report, storm } from '../../bench/torture/storm.ts';
import { BEGIN, changesBetween, stopsBetween } from '../../bench/torture/time.ts';

/** A short storm with a fixed seed; the long ones are `npm run torture`. How far lives come in it depends on the machine. */

/** Checks of what only lives that came far have: on a slow machine a short storm may show them nothing. */
const NEEDS_LATE_ACTS: ReadonlySet<string> = new Set([
  'money adds up',
  'invoices are gapless and as asked for',
  'no letter twice beyond the at-least-once rule',
]);

const FIXED = ['--seed', '20250330', '--rounds', '1', '--cases', '10'];

async function reportOf(engine: Engine, faults: readonly string[]): Promise<Report | null> {
  const options = readOptions([...FIXED, '--on', engine, '--faults', faults.join()]);
  const short = { daysPerRound: 230, faultsPerRound: faults.length, tellers: 2, paceMs: 400 };
  return storm({ ...options, ...short }, engine, () => undefined);
}

function expectHeld(report: Report, faults: readonly string[]): void {
  expect(report.failures).toEqual([]);
  expect(report.endedByItself, 'no fault ends a process').toEqual([]);
  expect(Object.keys(report.faults)).toEqual(expect.arrayContaining([...faults]));
  expect(report.clockChanges, 'the day of 23 hours and that of 25').toBe(2);
  expect(report.eventsOfTheClock, 'deadlines fired').toBeGreaterThan(0);
  expect(report.letters).toBeGreaterThan(0);
  for (const [check, looked] of Object.entries(report.checks))
    if (!NEEDS_LATE_ACTS.has(check)) expect(looked, check).toBeGreaterThan(0);
}

test('three web processes and three workers on one PostgreSQL: nothing is early, lost or doubled', {
  timeout: 600_000,
}, async (context) => {
  const faults = ['kill-web', 'kill-worker', 'restart-postgres', 'cut-connections', 'drop-smtp'];
  const report = await reportOf('server', faults);
  if (!report) return context.skip('this machine has no PostgreSQL');
  expectHeld(report, faults);
  expect(report.processes).toBe(6);
  expect(Object.keys(report.confirmedBy).sort()).toEqual(['web-1', 'web-2', 'web-3']);
  expect(report.starts, 'two were killed').toBe(6 + 2);
});

test('the embedded database alone: nothing is early, lost or doubled', { timeout: 600_000 }, async () => {
  const faults = ['kill-product', 'stall-smtp'];
  const report = await reportOf('embedded', faults);
  expectHeld(report!, faults);
  expect(report!.starts, 'it was killed once').toBeGreaterThanOrEqual(2);
});

test('a seed chooses the same again, each concern for itself', () => {
  const chosen = (seed: number, stream: string) => {
    const random = randomOf(seed, stream);
    return Array.from({ length: 20 }, () => random.pick(FAULTS).name).join();
  };
  expect(chosen(7, 'faults')).toBe(chosen(7, 'faults'));
  expect(chosen(7, 'faults')).not.toBe(chosen(8, 'faults'));
  expect(chosen(7, 'faults')).not.toBe(chosen(7, 'time'));
});

test('time stands still a second before and upon every midnight around a change of the clocks', () => {
  const stops = stopsBetween(BEGIN, 230, randomOf(1, 'time')).map(String);
  expect(stops).toEqual(stops.toSorted());
  for (const stop of [
    '2025-03-29T21:59:59Z',
    '2025-03-29T22:00:00Z',
    '2025-03-30T00:59:59Z',
    '2025-03-30T01:00:00Z',
    '2025-03-30T20:59:59Z',
    '2025-03-30T21:00:00Z',
    '2025-10-25T20:59:59Z',
    '2025-10-25T21:00:00Z',
    '2025-10-26T01:00:00Z',
    '2025-10-26T21:59:59Z',
    '2025-10-26T22:00:00Z',
  ])
    expect(stops).toContain(stop);
  expect(changesBetween(BEGIN, Temporal.Instant.from(stops.at(-1)!))).toBe(2);
});
