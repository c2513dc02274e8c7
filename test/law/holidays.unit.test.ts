import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/law/days.ts';
import { easterSunday, holidaysOfYear } from '../../src/law/holidays.ts';

const YEARS = Array.from({ length: 18 }, (_, index) => 2018 + index);

/** Weekdays that were days off in Latvia by a decision for one year, and that the package does not know. */
const ONE_OFF_UNKNOWN_TO_PACKAGE = {
  '2018-07-09': 'the Song Festival closed on Sunday 8 July 2018: the Monday after was a day off',
  '2018-09-24': 'visit of the Pope, a day off for that year alone',
  '2023-07-10': 'the Song Festival closed on Sunday 9 July 2023: the Monday after was a day off',
};

/** Sundays by their nature: the Act names them, the package calls them an observance or leaves them out. */
const SUNDAYS_NAMED_BY_THE_ACT = ['Mother’s Day', 'Pentecost'];

const publishedHolidays = (year: number): string[] =>
  new Holidays('LV', { timezone: 'Europe/Riga' })
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10));

describe('0.2 the holiday table of Latvia against the package date-holidays, 2018 to 2035', () => {
  test.each(YEARS)('%i: every public holiday of the package is in our table', (year) => {
    const ours = holidaysOfYear(year);
    expect(publishedHolidays(year).filter((on) => !ours.has(on))).toEqual([]);
  });

  test.each(YEARS)('%i: what only our table has is explained day by day', (year) => {
    const theirs = new Set(publishedHolidays(year));
    const unexplained = [...holidaysOfYear(year)].filter(([on, name]) => {
      if (theirs.has(on) || on in ONE_OFF_UNKNOWN_TO_PACKAGE) return false;
      return !(day(on).dayOfWeek === 7 && SUNDAYS_NAMED_BY_THE_ACT.includes(name.en));
    });
    expect(unexplained).toEqual([]);
  });

  test('every explained difference is still one: the table has it and the package has not', () => {
    for (const on of Object.keys(ONE_OFF_UNKNOWN_TO_PACKAGE)) {
      expect(holidaysOfYear(day(on).year).has(on)).toBe(true);
      expect(publishedHolidays(day(on).year)).not.toContain(on);
    }
  });

  test('the ice-hockey medal of 2023 is known to both', () => {
    expect(holidaysOfYear(2023).has('2023-05-29')).toBe(true);
    expect(publishedHolidays(2023)).toContain('2023-05-29');
  });
});

describe('0.2 movable holidays', () => {
  test.each([
    [2018, '2018-04-01'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2035, '2035-03-25'],
    [2038, '2038-04-25'],
    [2106, '2106-04-18'],
  ])('Easter Sunday of %i is %s', (year, on) => {
    expect(easterSunday(year).toString()).toBe(on);
  });

  test('Easter is a Sunday from 22 March to 25 April in every year of two centuries', () => {
    for (let year = 1950; year <= 2150; year += 1) {
      const easter = easterSunday(year);
      expect(easter.dayOfWeek).toBe(7);
      const monthAndDay = easter.toString().slice(5);
      expect(monthAndDay >= '03-22' && monthAndDay <= '04-25').toBe(true);
    }
  });

  test.each([
    [2022, '2022-05-08'],
    [2025, '2025-05-11'],
    [2027, '2027-05-09'],
  ])('Mother’s Day of %i is the second Sunday of May, %s, also when May starts on a Sunday', (year, on) => {
    expect(holidaysOfYear(year).get(on)?.en).toBe('Mother’s Day');
  });

  test('Good Friday, Easter Monday and Pentecost follow Easter', () => {
    const holidays = holidaysOfYear(2025);
    expect(['2025-04-18', '2025-04-21', '2025-06-08'].map((on) => holidays.get(on)?.en)).toEqual([
      'Good Friday',
      'Easter Monday',
      'Pentecost',
    ]);
  });
});

describe('0.2 substitute days of 4 May and 18 November (T-47)', () => {
  test.each([
    ['4 May 2019, a Saturday', '2019-05-06'],
    ['4 May 2025, a Sunday', '2025-05-05'],
    ['18 November 2018, a Sunday', '2018-11-19'],
    ['18 November 2023, a Saturday', '2023-11-20'],
  ])('%s gives Monday %s off', (_, monday) => {
    expect(day(monday).dayOfWeek).toBe(1);
    expect(holidaysOfYear(day(monday).year).get(monday)?.en).toMatch(/substitute day/);
  });

  test('on a weekday there is no substitute', () => {
    for (const year of [2020, 2021, 2026]) {
      expect([...holidaysOfYear(year).values()].filter((name) => /substitute/.test(name.en))).toEqual([]);
    }
  });

  test('no other holiday on a weekend gives a substitute: 24 June 2028, a Saturday', () => {
    expect(day('2028-06-24').dayOfWeek).toBe(6);
    expect(holidaysOfYear(2028).has('2028-06-26')).toBe(false);
  });
});

describe('names', () => {
  test('every holiday has a Latvian and an English name', () => {
    for (const year of YEARS) {
      for (const [on, name] of holidaysOfYear(year)) {
        expect(name.lv.trim(), on).not.toBe('');
        expect(name.en.trim(), on).not.toBe('');
      }
    }
  });
});
