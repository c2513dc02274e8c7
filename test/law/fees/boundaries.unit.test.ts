import { describe, expect, test } from 'vitest';
import { day } from '../../../src/law/days.ts';
import type { Quote } from '../../../src/law/fees/quote.ts';
import { vatRateOn } from '../../../src/law/fees/vat.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { aRequest, bookWithFigures, entered, priced, refusalOf } from './builders.ts';

const COSTS = { construction: '8000.00', loadUnit: '4000.00', attributable: '1000.00', actual: '3000.00' };

const at = (ampere: string, volt: string, distanceM: string, regime: '1/8' | '1/7', chose = false): Quote =>
  priced(
    aRequest({
      regime,
      connection: { ampere, volt, distanceM, customerChoseContractor: chose },
      costs: COSTS,
    }),
  );

describe('II.def.fee-1/8, II.def.split: works basis and split under 1/8', () => {
  test.each([
    ['100', '400', '50', 'loadUnit', '2000.00'],
    ['99.99', '399.99', '49.99', 'loadUnit', '2000.00'],
    ['0.01', '0.01', '0', 'loadUnit', '2000.00'],
    ['100', '400', '50.01', 'construction', '4000.00'],
    ['100', '400', '51', 'construction', '4000.00'],
    ['100.01', '400', '50', 'construction', '8000.00'],
    ['101', '400', '50', 'construction', '8000.00'],
    ['101', '400', '50.01', 'construction', '8000.00'],
    ['100', '401', '50', 'construction', '8000.00'],
    ['100', '400.01', '50', 'construction', '8000.00'],
    ['101', '401', '51', 'construction', '8000.00'],
    ['1', '6000', '1', 'construction', '8000.00'],
    ['1', '110000', '1', 'construction', '8000.00'],
  ] as const)('%s A, %s V, %s m: %s, the customer pays %s', (ampere, volt, distanceM, basis, share) => {
    expect(at(ampere, volt, distanceM, '1/8')).toMatchObject({ worksBasis: basis, customerShareNet: share });
  });

  test('a contractor of the customer’s choice changes nothing (F26)', () => {
    expect(at('100', '400', '50', '1/8', true).customerShareNet).toBe('2000.00');
  });

  test('the load unit is mandatory also where construction is cheaper', () => {
    const quoted = priced(aRequest({ costs: { construction: '1.00', loadUnit: '900.00' } }));
    expect(quoted).toMatchObject({ worksBasis: 'loadUnit', customerShareNet: '450.00' });
    expect(quoted.ignored.map(({ field }) => field)).toEqual(['costs.construction']);
  });
});

describe('II.def.split: split under 1/7', () => {
  test.each([
    ['100', '400', false, '2000.00'],
    ['100', '400', true, '4000.00'],
    ['100.01', '400', false, '4000.00'],
    ['101', '400', false, '4000.00'],
    ['101', '400', true, '4000.00'],
    ['100', '401', false, '4000.00'],
    ['50', '20000', false, '4000.00'],
  ] as const)('%s A, %s V, own contractor %s: the customer pays %s', (ampere, volt, chose, share) => {
    expect(at(ampere, volt, '0', '1/7', chose)).toMatchObject({ worksBasis: null, customerShareNet: share });
  });

  test('it knows no load unit and asks for no distance', () => {
    const { regimeApplied, lines } = priced({
      regime: '1/7',
      connection: { ampere: '25', volt: '400' },
      costs: COSTS,
    });
    expect(regimeApplied).toBe('1/7');
    expect(lines.map(({ component }) => component)).toEqual(['attributable', 'actual']);
  });
});

describe('II.1.8: technical rules issued up to 30 June 2021, still valid at conclusion', () => {
  const withRules = (issuedOn: string, validUntil: string, concludedOn: string): Quote =>
    priced(
      aRequest({
        regime: 'auto',
        concludedOn,
        technicalRules: { issuedOn, validUntil },
        costs: { ...COSTS, loadUnit: '9000.00' },
      }),
    );

  test.each([
    ['2021-06-30', '2023-06-30', '2022-03-01', '1/7'],
    ['2021-07-01', '2023-06-30', '2022-03-01', '1/8'],
    ['2021-06-30', '2022-02-28', '2022-02-28', '1/7'],
    ['2021-06-30', '2022-02-28', '2022-03-01', '1/8'],
    ['2021-06-30', '2022-02-28', '2021-06-30', '1/7'],
    ['2021-06-30', '2022-02-28', '2021-06-29', '1/8'],
  ] as const)(
    'issued %s, valid to %s, concluded %s: both are shown, %s applies',
    (issued, until, concluded, applied) => {
      const quoted = withRules(issued, until, concluded);
      expect(quoted.compared.map(({ regime }) => regime)).toEqual(['1/8', '1/7']);
      expect(quoted.regimeApplied).toBe(applied);
      expect(quoted.compared.filter(({ applies }) => applies).map(({ regime }) => regime)).toEqual([applied]);
    },
  );

  test('rules that have lapsed are not compared where no cost of 1/7 is given: 1/8 stands alone', () => {
    const quoted = priced(
      aRequest({
        regime: 'auto',
        concludedOn: '2022-03-01',
        technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
        costs: { loadUnit: '9000.00' },
      }),
    );
    expect(quoted.compared.map(({ regime, applies }) => [regime, applies])).toEqual([['1/8', true]]);
  });

  test('without technical rules 1/7 is not shown, though its cost is given', () => {
    const quoted = priced(aRequest({ costs: { loadUnit: '9000.00', attributable: '10.00' } }));
    expect(quoted.compared.map(({ regime }) => regime)).toEqual(['1/8']);
    expect(quoted.ignored.map(({ field }) => field)).toEqual(['costs.attributable']);
  });

  test('1/8 that is lower applies, and 1/7 tells by how much it is higher', () => {
    const quoted = priced(
      aRequest({
        concludedOn: '2022-01-01',
        technicalRules: { issuedOn: '2021-01-01', validUntil: '2022-01-01' },
        costs: { loadUnit: '1000.00', attributable: '400.00', actual: '2000.00' },
      }),
    );
    expect(quoted).toMatchObject({ regimeApplied: '1/8', customerShareNet: '500.00' });
    expect(quoted.compared.map(({ because }) => because.en)).toEqual([
      'The lower result applies: the customer share under SPRK 1/8 is 500.00 EUR, under 1/7 1200.00 EUR.',
      'It does not apply, as it is higher by 700.00 EUR: the customer share under SPRK 1/8 is 500.00 EUR, under 1/7 1200.00 EUR.',
    ]);
  });

  test('a tie goes to 1/8', () => {
    const quoted = priced(
      aRequest({
        concludedOn: '2022-01-01',
        technicalRules: { issuedOn: '2021-01-01', validUntil: '2022-01-01' },
        costs: { ...COSTS, loadUnit: '4000.00' },
      }),
    );
    expect(quoted).toMatchObject({ regimeApplied: '1/8', customerShareNet: '2000.00' });
    expect(quoted.compared.map(({ because }) => because.en).join()).toContain('Both results are the same');
  });

  test('a forced regime needs no technical rules and compares nothing', () => {
    expect(at('25', '400', '20', '1/7').compared).toHaveLength(1);
    const forced = priced(
      aRequest({
        regime: '1/8',
        concludedOn: '2022-01-01',
        technicalRules: { issuedOn: '2021-01-01', validUntil: '2023-01-01' },
        costs: COSTS,
      }),
    );
    expect(forced.compared.map(({ regime }) => regime)).toEqual(['1/8']);
    expect(forced.ignored.map(({ field }) => field)).toContain('costs.attributable');
  });

  test('a forced 1/7 leaves the amounts and the price of a load unit aside, each by name', () => {
    const ignored = (parts: Parameters<typeof aRequest>[0]) =>
      priced(aRequest({ regime: '1/7', ...parts })).ignored.map(({ field }) => field);
    expect(ignored({ costs: { attributable: '1.00' }, loadUnitPrice: '57.00' })).toEqual(['loadUnitPrice']);
    expect(ignored({ costs: { attributable: '1.00', construction: '2.00' } })).toEqual([
      'costs.construction',
    ]);
  });
});

describe('the day on which a figure changes and the day before', () => {
  test.each([
    ['2012-06-30', '0.22', '2011-01-01'],
    ['2012-07-01', '0.21', '2012-07-01'],
  ])('II.10.3: VAT on %s is %s', (on, rate, since) => {
    expect(vatRateOn(day(on), lawBook())).toMatchObject({ value: rate, since });
  });

  test('a price since 1 May counts on that day, and the one before to 30 April', () => {
    const book = bookWithFigures(
      entered('load-unit-price', '80.00', '2024-05-01'),
      entered('load-unit-price', '90.00', '2025-05-01'),
    );
    const amount = (concludedOn: string) => priced(aRequest({ concludedOn }), book).lines[0]?.amount;
    expect(amount('2024-05-01')).toBe('2000.00');
    expect(amount('2025-04-30')).toBe('2000.00');
    expect(amount('2025-05-01')).toBe('2250.00');
    expect(amount('2026-04-30')).toBe('2250.00');
    for (const outside of ['2024-04-30', '2026-05-01']) {
      expect(refusalOf(() => amount(outside))).toMatchObject({
        code: 'figure.missing',
        clause: 'II.def.fee-1/8.3',
        errors: [{ field: 'load-unit-price' }],
      });
    }
  });

  test('a price confirmed in January runs out with its year in April', () => {
    const book = bookWithFigures(entered('load-unit-price', '80.00', '2025-01-15'));
    expect(priced(aRequest({ concludedOn: '2025-04-30' }), book).connectionFeeNet).toBe('2000.00');
    expect(refusalOf(() => priced(aRequest({ concludedOn: '2025-05-01' }), book)).code).toBe(
      'figure.missing',
    );
  });

  test('a price confirmed in the middle of the year runs out with the year all the same', () => {
    const book = bookWithFigures(entered('load-unit-price', '80.00', '2024-09-15'));
    expect(priced(aRequest({ concludedOn: '2025-04-30' }), book).connectionFeeNet).toBe('2000.00');
    expect(refusalOf(() => priced(aRequest({ concludedOn: '2025-05-01' }), book)).code).toBe(
      'figure.missing',
    );
  });
});
