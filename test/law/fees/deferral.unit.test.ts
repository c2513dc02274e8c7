import { describe, expect, test } from 'vitest';
import type { QuoteRequest } from '../../../src/law/fees/request.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import {
  aLargeRequest,
  aRequest,
  bookWithFigures,
  bookWithSetting,
  entered,
  priced,
  refusalOf,
} from './builders.ts';

type Deferral = NonNullable<QuoteRequest['deferral']>;

const agreed = (parts: Partial<Deferral> = {}): Deferral => ({
  months: 12,
  annualRate: '0.05',
  guaranteesProvided: true,
  termsInContract: true,
  monthsFromSystemServiceContract: 12,
  ...parts,
});

const failedOf = (request: QuoteRequest, book = lawBook()): string[] | undefined =>
  priced(request, book)
    .deferral?.conditions.filter(({ met }) => !met)
    .map(({ name }) => name);

describe('conditions of a deferral (II.def.fee-1/7.3)', () => {
  test.each([
    ['100', '400', ['connection-size']],
    ['100.01', '400', []],
    ['101', '400', []],
    ['101', '230', []],
    ['101', '401', ['connection-size']],
    ['160', '5999.99', ['connection-size']],
    ['16', '6000', []],
    ['16', '20000', []],
    ['160', '20000.01', ['connection-size']],
    ['160', '110000', ['connection-size']],
  ])('%s A at %s V fails %j', (ampere, volt, failed) => {
    for (const regime of ['1/7', '1/8'] as const) {
      const costs = { attributable: '10.00', construction: '10.00', loadUnit: '10.00' };
      expect(
        failedOf(aRequest({ regime, connection: { ampere, volt }, costs, deferral: agreed() })),
        regime,
      ).toEqual(failed);
    }
  });

  test.each([
    [{ monthsFromSystemServiceContract: 60 }, []],
    [{ monthsFromSystemServiceContract: 61 }, ['length']],
    [{ months: 61, monthsFromSystemServiceContract: 60 }, []],
    [{ guaranteesProvided: false }, ['guarantees']],
    [{ termsInContract: false }, ['terms-in-contract']],
    [
      { guaranteesProvided: false, termsInContract: false, monthsFromSystemServiceContract: 72 },
      ['length', 'guarantees', 'terms-in-contract'],
    ],
  ])('%j fails %j', (parts, failed) => {
    const quoted = priced(aLargeRequest({ costs: { construction: '10.00' }, deferral: agreed(parts) }));
    expect(quoted.deferral?.conditions.map(({ name }) => name)).toEqual([
      'connection-size',
      'length',
      'guarantees',
      'terms-in-contract',
    ]);
    expect(quoted.deferral?.eligible).toBe(failed.length === 0);
    expect(quoted.deferral?.conditions.filter(({ met }) => !met).map(({ name }) => name)).toEqual(failed);
  });

  test('what is not said: guarantees are not given, the terms stand in the contract, the years run with the deferral', () => {
    const silent = (months: number) =>
      failedOf(aLargeRequest({ costs: { construction: '1.00' }, deferral: { months, annualRate: '0.05' } }));
    expect(silent(60)).toEqual(['guarantees']);
    expect(silent(61)).toEqual(['length', 'guarantees']);
  });

  test('the condition of size says what was asked for, and what there is', () => {
    const quoted = priced(aRequest({ costs: { loadUnit: '1.00' }, deferral: agreed() }));
    expect(quoted.deferral?.conditions[0]?.because).toEqual({
      lv: 'Pieslēgums: 400 V un 25 A; vajag 0,4 kV ar vairāk nekā 100 A vai 6–20 kV.',
      en: 'The connection has 400 V and 25 A; 0.4 kV with more than 100 A, or 6–20 kV, is asked for.',
    });
  });

  test('a deferral that fails is answered without financing, needs no rate, and is not offered', () => {
    const quoted = priced(aLargeRequest({ costs: { construction: '8000.00' }, deferral: { months: 12 } }));
    expect(quoted).toMatchObject({
      connectionFeeNet: '8000.00',
      deferral: { eligible: false },
      financing: { base: '0.00', cost: '0.00', method: 'simple', schedule: [] },
      offerable: false,
      obstacles: [{ code: 'deferral-not-eligible' }],
    });
  });

  test('without a deferral there is none to answer', () => {
    expect(priced(aLargeRequest({ costs: { construction: '8000.00' } }))).toMatchObject({
      deferral: null,
      financing: { base: '0.00', cost: '0.00', schedule: [] },
      offerable: true,
    });
  });

  test.each(['1/8', '1/7'] as const)(
    'whether one is possible under %s is answered before any cost is known',
    (regime) => {
      const quoted = priced(aLargeRequest({ regime, deferral: agreed({ annualRate: undefined }) }));
      expect(quoted).toMatchObject({
        deferral: { eligible: true },
        connectionFeeNet: '0.00',
        offerable: false,
      });
      expect(quoted.obstacles).toMatchObject([{ code: 'amount-not-given' }]);
    },
  );

  test('OQ-FEE-6: under the other reading the conditions bind 1/7 alone', () => {
    const book = bookWithSetting('deferral.conditionsApplyTo', '1/7');
    const small = { costs: { loadUnit: '1000.00', attributable: '1000.00' }, deferral: agreed() };
    expect(priced(aRequest({ regime: '1/8', ...small }), book)).toMatchObject({
      deferral: { eligible: true, conditions: [] },
      financing: { base: '1000.00', cost: '50.00' },
    });
    expect(priced(aRequest({ regime: '1/7', ...small }), book)).toMatchObject({
      deferral: { eligible: false },
    });
  });

  test('OQ-FEE-12: under the other reading 230 V is no 0.4 kV level', () => {
    const book = bookWithSetting('voltageClass.lowUpTo400', false);
    const at = (volt: string) =>
      failedOf(
        aLargeRequest({ connection: { volt }, costs: { construction: '1.00' }, deferral: agreed() }),
        book,
      );
    expect(at('230')).toEqual(['connection-size']);
    expect(at('400')).toEqual([]);
  });
});

describe('financing: base, rate, method (II.def.fee-1/8.6, 1/7.3, OQ-FEE-5)', () => {
  const costs = {
    construction: '20000.00',
    connecting: '90.00',
    attributable: '4000.00',
    actual: '16000.00',
  };

  test('1/8: the base is the construction cost alone', () => {
    const quoted = priced(aLargeRequest({ regime: '1/8', costs, deferral: agreed({ months: 18 }) }));
    expect(quoted).toMatchObject({
      financing: { base: '20000.00', cost: '1500.00' },
      connectionFeeNet: '21590.00',
      customerShareNet: '21590.00',
    });
    expect(quoted.lines.at(-1)).toMatchObject({
      component: 'financing',
      amount: '1500.00',
      clause: 'II.def.fee-1/8.6',
    });
    expect(quoted.lines.at(-1)?.because.lv).toBe(
      'Finansēšana par atlikto maksājumu: 20 000,00 EUR × 5 % × 18/12 = 1500,00 EUR. 160 A pārsniedz 100 A, tāpēc klients maksā 100 %: 1500,00 EUR × 100 % = 1500,00 EUR.'.replaceAll(
        '20 000',
        '20\u00a0000',
      ),
    );
  });

  test('1/7: the base is attributable and actual cost', () => {
    const quoted = priced(aLargeRequest({ regime: '1/7', costs, deferral: agreed() }));
    expect(quoted).toMatchObject({
      financing: { base: '20000.00', cost: '1000.00' },
      connectionFeeNet: '21000.00',
    });
    expect(quoted.lines.at(-1)?.clause).toBe('II.def.fee-1/7.3');
  });

  test.each([
    ['simple', 24, '2000.00'],
    ['annualCompound', 24, '2050.00'],
    ['monthlyCompound', 24, '2098.83'],
    ['simple', 6, '500.00'],
    ['annualCompound', 6, '493.90'],
    ['monthlyCompound', 6, '505.24'],
  ] as const)('%s over %i months: %s', (method, months, cost) => {
    const { financing } = priced(
      aLargeRequest({ regime: '1/7', costs, deferral: agreed({ months }) }),
      bookWithSetting('financing.method', method),
    );
    expect(financing).toMatchObject({ method, cost });
  });

  test('half a cent of twelfths is not lost: 1000.00 × 0.0201 × 7/12 = 11.725', () => {
    const { financing } = priced(
      aLargeRequest({
        costs: { construction: '1000.00' },
        deferral: agreed({ months: 7, annualRate: '0.0201' }),
      }),
    );
    expect(financing.cost).toBe('11.73');
  });

  test('the figure in force at conclusion is used where no rate is given, and a missing one is named', () => {
    const request = aLargeRequest({
      concludedOn: '2025-01-05',
      costs: { construction: '1000.00' },
      deferral: agreed({ annualRate: undefined }),
    });
    expect(refusalOf(() => priced(request))).toMatchObject({
      code: 'figure.missing',
      clause: 'II.def.fee-1/8.6',
      errors: [{ field: 'capital-return-rate' }],
    });
    const book = bookWithFigures(
      entered('capital-return-rate', '0.03', '2023-07-01'),
      entered('capital-return-rate', '0.04', '2025-01-05'),
    );
    expect(priced(request, book).financing).toMatchObject({ annualRate: '0.04', cost: '40.00' });
    expect(priced({ ...request, concludedOn: '2025-01-04' }, book).financing).toMatchObject({
      annualRate: '0.03',
      cost: '30.00',
    });
    expect(priced({ ...request, edition: 'reported' }).financing).toMatchObject({
      annualRate: '0.0272',
      cost: '27.20',
    });
  });

  test('each regime of a comparison carries its own financing', () => {
    const quoted = priced(
      aLargeRequest({
        concludedOn: '2022-01-01',
        technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-12-31' },
        costs: { ...costs, connecting: '0.00', actual: '15990.00' },
        deferral: agreed(),
      }),
    );
    expect(quoted.compared.map(({ regime, customerShareNet }) => [regime, customerShareNet])).toEqual([
      ['1/8', '21000.00'],
      ['1/7', '20989.50'],
    ]);
    expect(quoted).toMatchObject({ regimeApplied: '1/7', financing: { base: '19990.00', cost: '999.50' } });
  });
});

describe('payment schedule of a deferral', () => {
  const schedule = (parts: Partial<Deferral>, concludedOn = '2024-01-31') =>
    priced(
      aLargeRequest({
        concludedOn,
        costs: { construction: '10000.00', connecting: '100.01' },
        deferral: agreed(parts),
      }),
    );

  test('one payment at the end, unless instalments are named', () => {
    expect(schedule({}).financing.schedule).toEqual([
      { month: 12, dueOn: '2025-01-31', principal: '10100.01', financing: '500.00', payment: '10600.01' },
    ]);
  });

  test('instalments fall due at equal intervals, on the last day of a shorter month, and cost a declining balance', () => {
    const { financing, customerShareNet } = schedule({ months: 3, instalments: 3 });
    expect(financing.cost).toBe('83.33');
    expect(financing.schedule).toEqual([
      { month: 1, dueOn: '2024-02-29', principal: '3366.67', financing: '13.89', payment: '3380.56' },
      { month: 2, dueOn: '2024-03-31', principal: '3366.67', financing: '27.78', payment: '3394.45' },
      { month: 3, dueOn: '2024-04-30', principal: '3366.67', financing: '41.66', payment: '3408.33' },
    ]);
    expect(customerShareNet).toBe('10183.34');
  });

  test('the arithmetic names the average term', () => {
    expect(schedule({ months: 12, instalments: 3 }).lines.at(-1)?.because.en).toContain(
      '10,000.00 EUR × 5 % × 8/12 = 333.33 EUR',
    );
  });

  test('compounded instalments name the months they are the mean of', () => {
    const quoted = priced(
      aLargeRequest({
        costs: { construction: '10000.00' },
        deferral: agreed({ months: 12, instalments: 2 }),
      }),
      bookWithSetting('financing.method', 'annualCompound'),
    );
    expect(quoted.financing.cost).toBe('373.48');
    expect(quoted.lines.at(-1)?.because.en).toContain(
      '10,000.00 EUR × Ø ((1 + 5 %)^(m/12) − 1) [m = 6; 12] = 373.48 EUR',
    );
  });

  test.each([
    ['annualCompound', '10,000.00 EUR × ((1 + 5 %)^(12/12) − 1) = 500.00 EUR'],
    ['monthlyCompound', '10,000.00 EUR × ((1 + 5 %/12)^12 − 1) = 511.62 EUR'],
  ] as const)('%s of one payment names its month alone', (method, arithmetic) => {
    const quoted = priced(
      aLargeRequest({ costs: { construction: '10000.00' }, deferral: agreed() }),
      bookWithSetting('financing.method', method),
    );
    expect(quoted.lines.at(-1)?.because.en).toContain(arithmetic);
  });

  test('a rate of nothing costs nothing', () => {
    expect(
      schedule({ annualRate: '0', instalments: 4 }).financing.schedule.map(({ financing }) => financing),
    ).toEqual(['0.00', '0.00', '0.00', '0.00']);
  });
});
