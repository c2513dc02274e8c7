import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, dayOf, isAfter, isBefore, plusDays, startOfDay } from '../../src/law/days.ts';

/** Days are kept once found; they are those that the calendar gives. */

const ZONES = ['Europe/Riga', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC'];
const anyZone = fc.constantFrom(...ZONES);
const anyInstant = fc
  .bigInt({ min: -2_000_000_000_000_000_000n, max: 4_000_000_000_000_000_000n })
  .map((nanoseconds) => Temporal.Instant.fromEpochNanoseconds(nanoseconds));
const anyIso = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((offset) => Temporal.PlainDate.from('1970-01-01').add({ days: offset }).toString());

describe('days that were asked for before', () => {
  test('an instant lies on the day of its zone, to the nanosecond', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const asked = at.toZonedDateTimeISO(zone).toPlainDate().toString();
        expect(dayOf(at, zone).toString()).toBe(asked);
        expect(dayOf(at.toString(), zone).toString()).toBe(asked);
        expect(dayOf(at, zone).toString()).toBe(asked);
      }),
    );
    const lastNanosecond = Temporal.Instant.from('2025-03-10T21:59:59.999999999Z');
    expect(dayOf(lastNanosecond, 'Europe/Riga').toString()).toBe('2025-03-10');
    expect(dayOf(lastNanosecond.add({ nanoseconds: 1 }), 'Europe/Riga').toString()).toBe('2025-03-11');
  });

  test('a day begins when it begins in its zone, also where midnight is left out', () => {
    fc.assert(
      fc.property(anyIso, anyZone, (iso, timeZone) => {
        const begins = Temporal.PlainDate.from(iso).toZonedDateTime({ timeZone }).toInstant().toString();
        expect(startOfDay(day(iso), timeZone).toString()).toBe(begins);
        expect(startOfDay(Temporal.PlainDate.from(iso), timeZone).toString()).toBe(begins);
      }),
    );
  });

  test('days later and the order of days are those of the calendar, whoever made the dates', () => {
    fc.assert(
      fc.property(anyIso, anyIso, fc.integer({ min: -400, max: 400 }), (a, b, days) => {
        const made = Temporal.PlainDate.from(a);
        const later = made.add({ days }).toString();
        expect(plusDays(day(a), days).toString()).toBe(later);
        expect(plusDays(made, days).toString()).toBe(later);
        expect(isBefore(day(a), Temporal.PlainDate.from(b))).toBe(a < b);
        expect(isAfter(made, day(b))).toBe(a > b);
        expect(isBefore(made, day(a)) || isAfter(day(a), made)).toBe(false);
      }),
    );
  });

  test('what is no date is refused each time', () => {
    for (let i = 0; i < 2; i += 1) expect(() => day('2025-02-30')).toThrow(RangeError);
  });
});
