import { describe, expect, test } from 'vitest';
import { day } from '../../../src/law/days.ts';
import { priceStillHolds } from '../../../src/law/fees/price-still-holds.ts';
import { repriced } from '../../../src/law/fees/reprice.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { aLargeRequest, aRequest, bookWithFigures, bookWithSetting, entered, priced } from './builders.ts';

describe('II.1.8 and OQ-FEE-9: technical rules that lapse between offer and conclusion (F45)', () => {
  const offered = (actual: string) =>
    priced(
      aRequest({
        concludedOn: '2022-02-20',
        technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
        costs: { loadUnit: '3000.00', attributable: '600.00', actual },
      }),
    );

  test('1/7 holds on the last day of validity and no more on the next', () => {
    const quote = offered('2000.00');
    expect(quote.regimeApplied).toBe('1/7');
    expect(priceStillHolds(quote, day('2022-02-28'), lawBook())).toEqual({ holds: true });
    expect(priceStillHolds(quote, day('2022-03-01'), lawBook())).toMatchObject({
      holds: false,
      code: 'technical-rules-lapsed',
      clause: 'II.1.8',
    });
  });

  test('1/8 that won the comparison holds without the rules', () => {
    const quote = offered('9000.00');
    expect(quote.regimeApplied).toBe('1/8');
    expect(priceStillHolds(quote, day('2022-03-01'), lawBook())).toEqual({ holds: true });
  });

  test('the setting switches the check off', () => {
    const book = bookWithSetting('regime.recheckAtConclusion', false);
    expect(priceStillHolds(offered('2000.00'), day('2022-03-01'), book)).toEqual({ holds: true });
  });

  test('a forced 1/7 without technical rules has nothing that could lapse', () => {
    const quote = priced(aRequest({ regime: '1/7', costs: { attributable: '1.00' } }));
    expect(priceStillHolds(quote, day('2030-01-01'), lawBook())).toEqual({ holds: true });
  });
});

describe('II.def.fee-1/8.6: the return rate is the one at conclusion (F70)', () => {
  const book = bookWithFigures(
    entered('capital-return-rate', '0.05', '2024-01-01'),
    entered('capital-return-rate', '0.06', '2025-01-01'),
  );
  const offered = (annualRate?: string) =>
    priced(
      aLargeRequest({
        concludedOn: '2024-12-20',
        costs: { construction: '10000.00' },
        deferral: { months: 12, guaranteesProvided: true, annualRate },
      }),
      book,
    );

  test('it holds to the day before the rate changes', () => {
    expect(priceStillHolds(offered(), day('2024-12-31'), book)).toEqual({ holds: true });
    expect(priceStillHolds(offered(), day('2025-01-01'), book)).toMatchObject({
      holds: false,
      code: 'return-rate-changed',
      clause: 'II.def.fee-1/8.6',
      detail: {
        en: expect.stringContaining('5 %, but 6 % is in force on 1 January 2025 (since 1 January 2025)'),
      },
    });
  });

  test('a rate of the request yields only to a figure that came after it', () => {
    expect(priceStillHolds(offered('0.04'), day('2024-12-31'), book)).toEqual({ holds: true });
    expect(priceStillHolds(offered('0.04'), day('2025-01-05'), book)).toMatchObject({
      code: 'return-rate-changed',
    });
    expect(priceStillHolds(offered('0.06'), day('2025-01-05'), book)).toEqual({ holds: true });
    expect(priceStillHolds(offered('0.04'), day('2025-01-05'), lawBook())).toEqual({ holds: true });
  });

  test('a figure corrected after the offer changes a price that rested on it, also for its own day', () => {
    const corrected = bookWithFigures(
      entered('capital-return-rate', '0.05', '2024-01-01'),
      entered('capital-return-rate', '0.055', '2024-01-01'),
    );
    expect(priceStillHolds(offered(), day('2024-12-31'), corrected)).toMatchObject({
      code: 'return-rate-changed',
    });
    expect(priceStillHolds(offered('0.05'), day('2024-12-31'), corrected)).toEqual({ holds: true });
  });

  test('a rate of the request yields to the first figure there is', () => {
    const first = bookWithFigures(entered('capital-return-rate', '0.06', '2025-01-01'));
    expect(priceStillHolds(offered('0.04'), day('2025-01-01'), first)).toMatchObject({
      code: 'return-rate-changed',
    });
  });

  test('without financing no rate can change the price', () => {
    const quote = priced(aLargeRequest({ concludedOn: '2024-12-20', costs: { construction: '1.00' } }), book);
    expect(priceStillHolds(quote, day('2025-01-05'), book)).toEqual({ holds: true });
  });
});

describe('a report before a figure takes effect', () => {
  test('tells by how much an open quote would change, and leaves the quote alone', () => {
    const now = bookWithFigures(entered('load-unit-price', '80.00', '2026-05-01'));
    const kept = priced(aRequest({ concludedOn: '2026-06-01' }), now);
    const before = structuredClone(kept);
    const next = bookWithFigures(
      entered('load-unit-price', '80.00', '2026-05-01'),
      entered('load-unit-price', '100.00', '2026-07-01'),
    );
    expect(repriced(kept, next, day('2026-07-01'))).toMatchObject({
      before: '1210.00',
      after: '1512.50',
      difference: '302.50',
    });
    expect(repriced(kept, next, day('2026-06-30'))).toMatchObject({ difference: '0.00' });
    const cheaper = bookWithFigures(entered('load-unit-price', '40.00', '2026-05-01'));
    expect(repriced(kept, cheaper, day('2026-07-01')).difference).toBe('-605.00');
    expect(kept).toEqual(before);
  });
});
