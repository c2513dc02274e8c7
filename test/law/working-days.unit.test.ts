import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, isAfter } from '../../src/law/days.ts';
import { holidaysOfYear } from '../../src/law/holidays.ts';
import { type CalendarRow, workingDays } from '../../src/law/working-days.ts';

const table = workingDays([], false);
const next = (on: string, calendar = table) => calendar.nextAfter(day(on)).toString();
const works = (on: string, calendar = table) => calendar.isWorkingDay(day(on));

describe('14.3.2 the next working day', () => {
  test.each([
    ['a Thursday: Friday', '2025-01-09', '2025-01-10'],
    ['a Friday: Monday', '2025-01-10', '2025-01-13'],
    ['a Saturday: Monday', '2025-01-11', '2025-01-13'],
    ['Thursday before Easter: Tuesday after it', '2025-04-17', '2025-04-22'],
    ['Friday 2 May 2025, 4 May is a Sunday: Tuesday 6 May', '2025-05-02', '2025-05-06'],
    ['Friday 14 November 2025: Monday, 18 November is a Tuesday', '2025-11-14', '2025-11-17'],
    ['Monday 17 November 2025: Wednesday', '2025-11-17', '2025-11-19'],
    ['Friday 17 November 2023, the 18th is a Saturday: Tuesday', '2023-11-17', '2023-11-21'],
    ['Midsummer 2025, a Monday and a Tuesday: Wednesday', '2025-06-20', '2025-06-25'],
    ['over Christmas 2025: Monday 29 December', '2025-12-23', '2025-12-29'],
    ['over the new year: 2 January', '2025-12-30', '2026-01-02'],
  ])('after %s', (_, from, to) => {
    expect(next(from)).toBe(to);
  });

  test.each([true, false])(
    'a row of one kind says nothing of the other, moved days counting: %s',
    (counts) => {
      const calendar = workingDays(
        [
          { on: '2025-03-10', kind: 'working-day', name: 'moved' },
          { on: '2025-03-11', kind: 'day-off', name: 'off' },
        ],
        counts,
      );
      expect(works('2025-03-10', calendar)).toBe(true);
      expect(works('2025-03-11', calendar)).toBe(false);
    },
  );

  test('it is strictly later, a working day, and nothing between is one', () => {
    const anyDay = fc
      .integer({ min: 0, max: 6_500 })
      .map((offset) => day('2018-01-01').add({ days: offset }));
    fc.assert(
      fc.property(anyDay, (from) => {
        const to = table.nextAfter(from);
        expect(isAfter(to, from)).toBe(true);
        expect(table.isWorkingDay(to)).toBe(true);
        for (let on = from.add({ days: 1 }); !on.equals(to); on = on.add({ days: 1 }))
          expect(table.isWorkingDay(on)).toBe(false);
      }),
    );
  });

  test('it is never more than six days away, from 2018 to 2035', () => {
    for (let on = day('2018-01-01'); on.year < 2036; on = on.add({ days: 1 })) {
      expect(on.until(table.nextAfter(on)).days, on.toString()).toBeLessThanOrEqual(6);
    }
  });
});

describe('0.2 the table is data: rows stand above the rule of the year', () => {
  const rows: CalendarRow[] = [
    { on: '2025-09-01', kind: 'day-off', name: 'a day off by decision' },
    { on: '2025-05-10', kind: 'working-day', name: 'Saturday worked for Friday 2 May' },
    { on: '2025-05-02', kind: 'day-off', name: 'Friday given off for Saturday 10 May' },
  ];

  test('a day off that was added counts, and its year’s rule goes on beside it', () => {
    expect(works('2025-09-01')).toBe(true);
    expect(works('2025-09-01', workingDays(rows, false))).toBe(false);
    expect(next('2025-08-29', workingDays(rows, false))).toBe('2025-09-02');
    expect(works('2025-11-18', workingDays(rows, false))).toBe(false);
  });

  test('OQ-DAY-3 off, as delivered: a Saturday declared a working day stays a Saturday', () => {
    expect(works('2025-05-10', workingDays(rows, false))).toBe(false);
    expect(next('2025-05-09', workingDays(rows, false))).toBe('2025-05-12');
  });

  test('OQ-DAY-3 on: the same Saturday is a working day (T-47)', () => {
    expect(works('2025-05-10', workingDays(rows, true))).toBe(true);
    expect(next('2025-05-09', workingDays(rows, true))).toBe('2025-05-10');
  });

  test('OQ-DAY-3 on: other Saturdays stay days off', () => {
    expect(works('2025-05-17', workingDays(rows, true))).toBe(false);
  });

  test('rows that the caller changes afterwards do not reach a calendar already made', () => {
    const mine = [...rows];
    const calendar = workingDays(mine, false);
    mine.push({ on: '2025-09-02', kind: 'day-off', name: 'added too late' });
    expect(works('2025-09-02', calendar)).toBe(true);
  });
});

test('every holiday of the table is no working day, from 2018 to 2035', () => {
  for (let year = 2018; year <= 2035; year += 1) {
    for (const on of holidaysOfYear(year).keys()) expect(works(on), on).toBe(false);
  }
});
