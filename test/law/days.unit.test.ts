import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Day,
  type DayInterval,
  day,
  dayAfterMonths,
  dayOf,
  daysBetween,
  earlierOf,
  earliestDayAfter,
  isAfter,
  isBefore,
  lastDayWithin,
  laterOf,
  startOfDay,
  unionOfDays,
} from '../../src/law/days.ts';

const RIGA = 'Europe/Riga';
const anyDay = fc.integer({ min: 0, max: 7_000 }).map((offset) => day('2018-01-01').add({ days: offset }));
const anyCount = fc.integer({ min: 0, max: 400 });

describe('0.2 "within N days": day X is day 0, the last day is X + N', () => {
  test.each([
    ['11.1.1 over a leap February', '2024-02-10', 20, '2024-03-01'],
    ['11.1.1 over a common February', '2025-02-10', 20, '2025-03-02'],
    ['11.1.1 over the end of a year', '2024-12-20', 20, '2025-01-09'],
    ['11.1.2 over February', '2025-01-30', 30, '2025-03-01'],
    ['11.2 over the clock change in March', '2025-03-10', 30, '2025-04-09'],
    ['11.2 over the clock change in October', '2025-10-10', 30, '2025-11-09'],
    ['15 ends on a Sunday: no roll-forward (OQ-DAY-1)', '2025-05-04', 14, '2025-05-18'],
    ['15 ends on 24 June, a holiday: no roll-forward (OQ-DAY-1)', '2025-06-10', 14, '2025-06-24'],
    ['16.4.1 from 29 February', '2024-02-29', 7, '2024-03-07'],
    ['16.5 with extra checks', '2025-02-20', 30, '2025-03-22'],
    ['zero days: the day itself', '2025-02-28', 0, '2025-02-28'],
  ])('%s: %s and %i days give %s', (_, from, days, last) => {
    expect(lastDayWithin(day(from), days).toString()).toBe(last);
  });
});

describe('0.2 "at least N days": N complete days lie between (OQ-DAY-2)', () => {
  test.each([
    ['11.3 warned on 10 April, 10 days', '2025-04-10', 10, '2025-04-21'],
    ['11.3 warned by post, received on 17 April', '2025-04-17', 10, '2025-04-28'],
    [
      '10.5 due on 10 January, first day of delay the 11th: 60 complete days of delay',
      '2025-01-10',
      60,
      '2025-03-12',
    ],
    ['10.5 over a leap February', '2024-01-10', 60, '2024-03-11'],
    ['1.5 published on 1 March, 30 days', '2025-03-01', 30, '2025-04-01'],
  ])('%s: %s and %i days allow the act from %s', (_, trigger, days, allowed) => {
    expect(earliestDayAfter(day(trigger), days).toString()).toBe(allowed);
  });

  test('exactly N whole days lie strictly between the trigger and the act', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (trigger, days) => {
        expect(daysBetween(trigger, earliestDayAfter(trigger, days)) - 1).toBe(days);
      }),
    );
  });

  test('it is never allowed on the last day of a period of the same length', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (trigger, days) => {
        expect(daysBetween(lastDayWithin(trigger, days), earliestDayAfter(trigger, days))).toBe(1);
      }),
    );
  });
});

describe('0.2 months clamp to the last day of a shorter month', () => {
  test.each([
    ['14.2.3 from 31 January, common year', '2025-01-31', 1, '2025-03-01'],
    ['14.2.3 from 31 January, leap year', '2024-01-31', 1, '2024-03-01'],
    ['14.2.3 from 30 January', '2025-01-30', 1, '2025-03-01'],
    ['14.2.3 from 28 January', '2025-01-28', 1, '2025-03-01'],
    ['14.2.3 from 27 January', '2025-01-27', 1, '2025-02-28'],
    ['14.2.3 from 31 May', '2025-05-31', 1, '2025-07-01'],
    ['14.2.3 over the end of a year', '2025-12-15', 1, '2026-01-16'],
    ['deferral of 60 months from 29 February', '2024-02-29', 60, '2029-03-01'],
  ])('%s: %s and %i month(s) are exceeded from %s', (_, from, months, exceeded) => {
    expect(dayAfterMonths(day(from), months).toString()).toBe(exceeded);
  });
});

describe('0.2 the date of an instant is that of Riga, and a day ends at local midnight', () => {
  test.each([
    ['11.2 last half hour of 9 April, summer time', '2025-04-09T20:30:00Z', '2025-04-09'],
    ['11.2 midnight of 10 April, summer time', '2025-04-09T21:00:00Z', '2025-04-10'],
    ['11.5 last stamp after local midnight', '2025-05-06T21:30:00Z', '2025-05-07'],
    ['winter time: 22:00 UTC is the next day', '2025-01-15T22:00:00Z', '2025-01-16'],
    ['winter time: a second earlier is not', '2025-01-15T21:59:59Z', '2025-01-15'],
    ['an offset is respected', '2025-04-10T00:30:00+05:00', '2025-04-09'],
    ['new year comes in Riga first', '2024-12-31T22:30:00Z', '2025-01-01'],
  ])('%s', (_, at, local) => {
    expect(dayOf(at, RIGA).toString()).toBe(local);
  });

  test.each([
    ['winter', '2025-01-16', '2025-01-15T22:00:00Z'],
    ['day of the clock change in March, 23 hours', '2025-03-30', '2025-03-29T22:00:00Z'],
    ['day after it', '2025-03-31', '2025-03-30T21:00:00Z'],
    ['day of the clock change in October, 25 hours', '2025-10-26', '2025-10-25T21:00:00Z'],
    ['day after it', '2025-10-27', '2025-10-26T22:00:00Z'],
    ['29 February', '2024-02-29', '2024-02-28T22:00:00Z'],
  ])('%s: %s starts at %s', (_, on, at) => {
    expect(startOfDay(day(on), RIGA).toString()).toBe(at);
  });

  test('days of 23 and 25 hours change no count (T-46)', () => {
    const hoursOf = (on: string) =>
      startOfDay(day(on), RIGA)
        .until(startOfDay(day(on).add({ days: 1 }), RIGA))
        .total('hours');
    expect([hoursOf('2025-03-30'), hoursOf('2025-10-26'), hoursOf('2025-06-01')]).toEqual([23, 25, 24]);
    expect(daysBetween(day('2025-03-29'), day('2025-04-01'))).toBe(3);
    expect(daysBetween(day('2025-10-25'), day('2025-10-28'))).toBe(3);
  });

  test('the first instant of a day belongs to it and the one before does not, on every day', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const start = startOfDay(on, RIGA);
        expect(dayOf(start, RIGA).equals(on)).toBe(true);
        expect(dayOf(start.subtract({ nanoseconds: 1 }), RIGA).equals(on.subtract({ days: 1 }))).toBe(true);
      }),
    );
  });

  test('another zone of the operator counts in that zone', () => {
    expect(dayOf('2025-04-09T21:00:00Z', 'Europe/Lisbon').toString()).toBe('2025-04-09');
    expect(startOfDay(day('2025-04-10'), 'Europe/Lisbon').toString()).toBe('2025-04-09T23:00:00Z');
  });
});

describe('order of days', () => {
  test('before, after, later and earlier agree on every pair', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(isBefore(a, b)).toBe(daysBetween(a, b) > 0);
        expect(isAfter(a, b)).toBe(isBefore(b, a));
        expect(daysBetween(earlierOf(a, b), laterOf(a, b))).toBe(Math.abs(daysBetween(a, b)));
      }),
    );
  });

  test('a text that is no date is refused, also 29 February of a common year and an instant', () => {
    for (const text of ['2025-02-30', '2025-13-01', 'tomorrow', '', '2025-02-29'])
      expect(() => day(text)).toThrow(RangeError);
  });
});

describe('13.1 suspended days are the union of half-open intervals (T-28, OQ-SUS-1)', () => {
  const from = (start: string, end: string | null): DayInterval => ({
    from: day(start),
    to: end === null ? null : day(end),
  });
  const until = day('2025-12-31');
  const days = (...intervals: DayInterval[]) => unionOfDays(intervals, until);

  test('one interval: the day of resumption is not counted', () => {
    expect(days(from('2025-06-01', '2025-06-21'))).toBe(20);
  });
  test('overlapping reasons are counted once', () => {
    expect(days(from('2025-06-01', '2025-06-21'), from('2025-06-11', '2025-07-01'))).toBe(30);
  });
  test('one reason inside another adds nothing', () => {
    expect(days(from('2025-06-01', '2025-07-01'), from('2025-06-10', '2025-06-20'))).toBe(30);
  });
  test('adjacent intervals merge without a gap or a double day', () => {
    expect(days(from('2025-06-01', '2025-06-11'), from('2025-06-11', '2025-06-21'))).toBe(20);
  });
  test('a day between two intervals, on which works were allowed, is not counted', () => {
    expect(days(from('2025-06-01', '2025-06-11'), from('2025-06-12', '2025-06-21'))).toBe(19);
  });
  test('an open interval counts up to the day asked about', () => {
    expect(unionOfDays([from('2025-06-01', null)], day('2025-06-21'))).toBe(20);
  });
  test('an open interval that starts later, an empty and a reversed one count nothing', () => {
    expect(unionOfDays([from('2025-07-01', null)], day('2025-06-21'))).toBe(0);
    expect(days(from('2025-06-01', '2025-06-01'), from('2025-06-05', '2025-06-01'))).toBe(0);
    expect(days()).toBe(0);
  });
  test('clock changes inside add no day and take none (T-46)', () => {
    expect(days(from('2025-03-29', '2025-04-01'), from('2025-10-25', '2025-10-28'))).toBe(6);
  });

  test('a reason inside a longer one does not make a third one count twice', () => {
    expect(
      days(
        from('2025-06-01', '2025-07-01'),
        from('2025-06-05', '2025-06-08'),
        from('2025-06-10', '2025-06-20'),
      ),
    ).toBe(30);
  });

  // Starts within one building season, so that most cases overlap.
  const seasonDay = fc.integer({ min: 0, max: 90 }).map((offset) => day('2025-03-01').add({ days: offset }));
  const anyInterval = fc
    .tuple(seasonDay, fc.integer({ min: -3, max: 60 }))
    .map(([start, length]): DayInterval => ({ from: start, to: start.add({ days: length }) }));
  const farAway = day('2100-01-01');
  const lengthOf = ({ from: start, to }: DayInterval): number => Math.max(0, daysBetween(start, to as Day));

  test('never more than the sum of the intervals, never less than the longest', () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { maxLength: 8 }), (intervals) => {
        const lengths = intervals.map(lengthOf);
        const union = unionOfDays(intervals, farAway);
        expect(union).toBeLessThanOrEqual(lengths.reduce((sum, one) => sum + one, 0));
        expect(union).toBeGreaterThanOrEqual(Math.max(0, ...lengths));
      }),
    );
  });

  test('the order in which reasons were recorded does not matter', () => {
    const twoOrders = fc
      .array(anyInterval, { maxLength: 8 })
      .chain((intervals) =>
        fc.tuple(fc.constant(intervals), fc.shuffledSubarray(intervals, { minLength: intervals.length })),
      );
    fc.assert(
      fc.property(twoOrders, ([recorded, shuffled]) => {
        expect(unionOfDays(shuffled, farAway)).toBe(unionOfDays(recorded, farAway));
      }),
    );
  });

  test('it equals the number of single days that any interval covers', () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { maxLength: 6 }), (intervals) => {
        const covered = new Set<string>();
        for (const { from: start, to } of intervals) {
          for (let on = start; isBefore(on, to as Day); on = on.add({ days: 1 })) covered.add(on.toString());
        }
        expect(unionOfDays(intervals, farAway)).toBe(covered.size);
      }),
    );
  });

  test('one reason more never shortens the suspension', () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { maxLength: 6 }), anyInterval, (intervals, another) => {
        expect(unionOfDays([...intervals, another], farAway)).toBeGreaterThanOrEqual(
          unionOfDays(intervals, farAway),
        );
      }),
    );
  });
});
