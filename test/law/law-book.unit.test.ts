import { describe, expect, test } from 'vitest';
import { day } from '../../src/law/days.ts';
import { type Edition, lawBook } from '../../src/law/law-book.ts';
import { SADALES_TIKLS } from '../../src/law/operator.ts';
import { Refusal } from '../../src/law/refusal.ts';
import { SETTINGS, type SettingName } from '../../src/law/settings/settings.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';

const edition = (
  name: string,
  value: Edition['value'],
  since: string,
  status: Edition['status'] = 'verified',
): Edition => ({
  name,
  value,
  since,
  source: `order of ${since}`,
  status,
});

describe('a setting of an open question', () => {
  test('without an entry every one has its delivered value, also years before and after', () => {
    const book = lawBook();
    for (const name of Object.keys(SETTINGS) as SettingName[]) {
      for (const on of ['2018-01-01', '2025-06-01', '2060-01-01']) {
        expect(book.setting(name, day(on)), name).toBe(SETTINGS[name].delivered);
      }
    }
  });

  test('an entry holds from its day on, the delivered value to the day before', () => {
    const book = lawBook({ settings: [edition('annulment.mode', 'propose', '2025-07-01')] });
    expect(book.setting('annulment.mode', day('2025-06-30'))).toBe('automatic');
    expect(book.setting('annulment.mode', day('2025-07-01'))).toBe('propose');
  });

  test('a later entry replaces it, whatever the order in which they were read', () => {
    const rows = [
      edition('nonPayment.auto', true, '2026-01-01'),
      edition('nonPayment.auto', false, '2025-07-01'),
    ];
    for (const settings of [rows, rows.toReversed()]) {
      const book = lawBook({ settings });
      expect(
        ['2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01'].map((on) =>
          book.setting('nonPayment.auto', day(on)),
        ),
      ).toEqual([true, false, false, true]);
    }
  });

  test('of two entries for one day the one entered last counts: a correction is a new row', () => {
    const book = lawBook({
      settings: [edition('refund.days', 20, '2025-07-01'), edition('refund.days', 21, '2025-07-01')],
    });
    expect(book.setting('refund.days', day('2025-07-01'))).toBe(21);
  });

  test('an entry of "no" or of 0 is a value, not an absence', () => {
    const book = lawBook({
      settings: [
        edition('payment.lateCure', false, '2025-01-01'),
        edition('readiness.minDays', 0, '2025-01-01'),
      ],
    });
    expect(book.setting('payment.lateCure', day('2025-01-01'))).toBe(false);
    expect(book.setting('readiness.minDays', day('2025-01-01'))).toBe(0);
  });

  test('what was used says its question and its source', () => {
    const book = lawBook({ settings: [edition('annulment.mode', 'propose', '2025-07-01')] });
    expect(book.usedSetting('annulment.mode', day('2025-06-30'))).toEqual({
      name: 'annulment.mode',
      value: 'automatic',
      clause: SETTINGS['annulment.mode'].clause,
      source: 'delivered, since 2018-01-01',
    });
    expect(book.usedSetting('annulment.mode', day('2025-07-01'))).toMatchObject({
      value: 'propose',
      source: 'order of 2025-07-01, since 2025-07-01',
    });
  });

  test('a change of one setting leaves all others as they were', () => {
    const book = lawBook({ settings: [edition('annulment.mode', 'propose', '2018-01-01')] });
    for (const name of Object.keys(SETTINGS) as SettingName[]) {
      if (name !== 'annulment.mode')
        expect(book.setting(name, day('2025-01-01')), name).toBe(SETTINGS[name].delivered);
    }
  });
});

describe('a book to which nothing was added', () => {
  test('is revision 0, stands as it was at revision 0, and holds no figure of an administrator', () => {
    const book = lawBook();
    expect(book).toMatchObject({ revision: 0, figures: [] });
    expect(book.asOf(0)).toBe(book);
  });
});

describe('OQ-DAY-3 the calendar follows the setting of the day asked about', () => {
  const book = lawBook({
    settings: [edition('calendar.movedWorkingDays', true, '2026-01-01')],
    calendar: [
      { on: '2025-05-10', kind: 'working-day', name: 'moved' },
      { on: '2026-05-09', kind: 'working-day', name: 'moved' },
    ],
  });
  const works = (on: string) => book.workingDays(day(on)).isWorkingDay(day(on));

  test('before the change a moved working day is a Saturday, after it a working day', () => {
    expect([works('2025-05-10'), works('2026-05-09')]).toEqual([false, true]);
  });
});

describe('1.5, 1.7 versions of Part II', () => {
  const next = {
    ...DELIVERED_TERMS,
    version: '2025-09-01',
    publishedOn: '2025-08-01',
    effectiveOn: '2025-09-01',
  };
  const book = lawBook({ terms: [next] });

  test('the day before a new version takes effect the old one is in force, from that day the new one', () => {
    expect(book.termsInForce(day('2025-08-31')).version).toBe(DELIVERED_TERMS.version);
    expect(book.termsInForce(day('2025-09-01')).version).toBe('2025-09-01');
  });

  test('versions count by the day on which they take effect, in whatever order they were entered', () => {
    const third = { ...next, version: '2026-03-01', publishedOn: '2026-01-20', effectiveOn: '2026-03-01' };
    const entered = lawBook({ terms: [third, next] });
    expect(
      ['2025-08-31', '2025-12-31', '2026-03-01'].map((on) => entered.termsInForce(day(on)).version),
    ).toEqual([DELIVERED_TERMS.version, '2025-09-01', '2026-03-01']);
  });

  test('a contract finds its own version years later (1.7)', () => {
    expect(book.termsOf(DELIVERED_TERMS.version)).toBe(DELIVERED_TERMS);
  });

  test('a day before the first version and a version that never was are refused by name', () => {
    expect(() => book.termsInForce(day('2017-12-31'))).toThrow(/2017-12-31/);
    expect(() => book.termsOf('1999')).toThrow(Refusal);
  });

  test('on every day from 2018 on exactly one version is in force', () => {
    for (let on = day('2018-01-01'); on.year < 2028; on = on.add({ days: 1 })) {
      const expected = on.toString() < '2025-09-01' ? DELIVERED_TERMS.version : next.version;
      if (book.termsInForce(on).version !== expected) expect.unreachable(on.toString());
    }
  });
});

describe('figures that an administrator enters', () => {
  const book = lawBook({
    figures: [
      edition('load-unit-price', '120.50', '2025-05-01'),
      edition('load-unit-price', '', '2026-05-01', 'missing'),
      edition('another-price', '1.00', '2024-05-01', 'reported'),
    ],
  });

  test('one is in force from its day, with source and status', () => {
    expect(book.enteredFigure('load-unit-price', day('2025-04-30'))).toBeUndefined();
    expect(book.enteredFigure('load-unit-price', day('2025-05-01'))).toMatchObject({
      name: 'load-unit-price',
      value: '120.50',
      since: '2025-05-01',
      status: 'verified',
    });
  });

  test('an entry without a value ends it', () => {
    expect(book.enteredFigure('load-unit-price', day('2026-05-01'))).toBeUndefined();
  });

  test('a reported one keeps its status, so that an offer can refuse it', () => {
    expect(book.enteredFigure('another-price', day('2025-01-01'))?.status).toBe('reported');
  });

  test('a number entered becomes the decimal text that arithmetic takes', () => {
    const entered = lawBook({ figures: [edition('load-unit-price', 120.5, '2025-05-01')] });
    expect(entered.enteredFigure('load-unit-price', day('2025-05-01'))?.value).toBe('120.5');
  });
});

describe('the operator is data', () => {
  test('delivered as AS "Sadales tīkls"; another one takes its place', () => {
    expect(lawBook().operator.name).toBe('AS "Sadales tīkls"');
    expect(lawBook({ operator: { ...SADALES_TIKLS, name: 'SIA "Cits tīkls"' } }).operator.name).toBe(
      'SIA "Cits tīkls"',
    );
  });

  test('every field of the delivered operator is given', () => {
    for (const value of Object.values(SADALES_TIKLS))
      expect(JSON.stringify(value)).not.toMatch(/^""$|undefined/);
  });
});

test('the entries that were handed in are not changed by the book', () => {
  const settings = [edition('refund.days', 30, '2026-01-01'), edition('refund.days', 20, '2025-01-01')];
  const before = structuredClone(settings);
  lawBook({ settings });
  expect(settings).toEqual(before);
});
