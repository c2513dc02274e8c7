import { describe, expect, test } from 'vitest';
import { day } from '../../../src/law/days.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { figureInForce, requiredFigure } from '../../../src/law/parameters/figure-in-force.ts';
import { FIGURES, type FigureName, isFigureName } from '../../../src/law/parameters/index.ts';
import { aLargeRequest, aRequest, bookWithFigures, entered, priced, refusalOf } from './builders.ts';

const NAMES = Object.keys(FIGURES) as FigureName[];

describe('the catalogue of figures', () => {
  test('each figure is listed under its own name, in order of time, with values as its pattern has them', () => {
    for (const name of NAMES) {
      const { values, pattern, ...figure } = FIGURES[name];
      expect(figure.name).toBe(name);
      expect(Object.keys(values), name).toEqual(Object.keys(values).toSorted());
      for (const { value, status } of Object.values(values)) {
        if (status === 'missing') expect(value).toBe('');
        else expect(value, name).toMatch(pattern);
      }
    }
    expect(isFigureName('vat-rate')).toBe(true);
    expect(isFigureName('toString')).toBe(false);
  });

  test('walked day by day: a value changes only on a listed day, and a missing one never has a value', () => {
    const book = lawBook();
    for (const name of NAMES) {
      const starts = new Set(Object.keys(FIGURES[name].values));
      let before: string | undefined;
      for (let on = day('2008-01-01'); on.year < 2028; on = on.add({ days: 1 })) {
        const found = figureInForce(name, on, book, 'reported');
        if (found?.value !== before) expect(starts, `${name} on ${on}`).toContain(on.toString());
        before = found?.value;
      }
    }
  });

  test('VAT has one verified rate on every day that the product can price', () => {
    for (let on = day('2018-01-01'); on.year < 2030; on = on.add({ days: 1 })) {
      if (requiredFigure('vat-rate', on, lawBook()).status !== 'verified') expect.unreachable(on.toString());
    }
  });
});

describe('a row that an administrator entered', () => {
  const on = day('2026-03-01');

  test('stands above the delivered file from its day on', () => {
    const book = bookWithFigures(entered('vat-rate', '0.23', '2026-03-01'));
    expect(figureInForce('vat-rate', on, book)).toMatchObject({
      value: '0.23',
      since: '2026-03-01',
      source: 'order of 2026-03-01',
    });
    expect(figureInForce('vat-rate', day('2026-02-28'), book)).toMatchObject({
      value: '0.21',
      since: '2012-07-01',
    });
  });

  test('that is only reported leaves the confirmed value in force, except in a preview', () => {
    const book = bookWithFigures(
      entered('capital-return-rate', '0.03', '2024-01-01'),
      entered('capital-return-rate', '0.05', '2025-01-01', 'reported'),
    );
    expect(figureInForce('capital-return-rate', on, book)?.value).toBe('0.03');
    expect(figureInForce('capital-return-rate', on, book, 'reported')?.value).toBe('0.05');
  });

  test('that says missing ends the figure', () => {
    const book = bookWithFigures(
      entered('load-unit-price', '90.00', '2025-05-01'),
      entered('load-unit-price', '', '2026-02-01', 'missing'),
    );
    expect(figureInForce('load-unit-price', day('2026-01-31'), book)?.value).toBe('90.00');
    expect(figureInForce('load-unit-price', on, book)).toBeUndefined();
    expect(refusalOf(() => requiredFigure('load-unit-price', on, book))).toMatchObject({
      code: 'figure.missing',
      clause: 'II.def.fee-1/8.3',
    });
  });
});

test('II.10.3: a price whose VAT rate has been ended is refused by name', () => {
  const book = bookWithFigures(entered('vat-rate', '', '2026-01-01', 'missing'));
  expect(refusalOf(() => priced(aRequest({ costs: { loadUnit: '1.00' } }), book))).toMatchObject({
    code: 'figure.missing',
    clause: 'II.10.3',
    errors: [{ field: 'vat-rate' }],
  });
});

describe('reported editions of the rules: previewed, never offered', () => {
  const large = (concludedOn: string, edition: 'verified' | 'reported') =>
    priced(aLargeRequest({ concludedOn, edition, costs: { construction: '8000.00', connecting: '64.00' } }));

  test.each([
    ['2024-04-30', 'reported', '8064.00'],
    ['2024-05-01', 'reported', '4064.00'],
    ['2024-05-01', 'verified', '8064.00'],
  ] as const)('half of the works for every size, concluded %s, %s edition: %s', (on, edition, share) => {
    expect(large(on, edition).customerShareNet).toBe(share);
  });

  test('the preview shows the status of its figures and why it is not offered', () => {
    const preview = large('2024-05-01', 'reported');
    expect(preview).toMatchObject({
      edition: 'reported',
      offerable: false,
      obstacles: [{ code: 'edition-reported' }],
    });
    expect(preview.figures).toContainEqual({
      name: 'works-share-of-larger-connections',
      value: '0.5',
      since: '2024-05-01',
      status: 'reported',
      source: 'reported: saeima.lv 33369, consultation on sprk.gov.lv',
    });
    expect(preview.lines[0]?.because.en).toContain('(reported, not confirmed)');
    expect(large('2024-05-01', 'verified')).toMatchObject({
      edition: 'verified',
      offerable: true,
      obstacles: [],
    });
  });

  test('once an administrator has confirmed it, the verified edition uses it and offers', () => {
    const book = bookWithFigures(entered('works-share-of-larger-connections', '0.5', '2026-01-01'));
    const quoted = priced(aLargeRequest({ costs: { construction: '8000.00' } }), book);
    expect(quoted).toMatchObject({ customerShareNet: '4000.00', offerable: true });
    expect(quoted.lines[0]?.because.lv).toBe(
      '160 A pārsniedz 100 A, tāpēc maksā ietver būvdarbu izmaksas: 8000,00 EUR. 160 A pārsniedz 100 A, bet kopš 01.01.2026. klients arī no šādiem būvdarbiem maksā 50 %: 8000,00 EUR × 50 % = 4000,00 EUR, operators sedz 4000,00 EUR.',
    );
  });

  test.each([
    ['2025-04-30', '50', 'loadUnit'],
    ['2025-04-30', '50.01', 'construction'],
    ['2025-05-01', '300', 'loadUnit'],
    ['2025-05-01', '300.01', 'construction'],
  ] as const)('load unit by zones, concluded %s, at %s m: %s', (concludedOn, distanceM, basis) => {
    const request = aRequest({
      concludedOn,
      edition: 'reported',
      connection: { distanceM },
      costs: { construction: '9.00', loadUnit: '7.00' },
    });
    expect(priced(request).worksBasis).toBe(basis);
    expect(priced({ ...request, edition: 'verified' }).worksBasis).toBe(
      Number(distanceM) <= 50 ? 'loadUnit' : 'construction',
    );
  });

  test('each zone asks for its own price', () => {
    const missing = (distanceM: string) =>
      refusalOf(() => priced(aRequest({ edition: 'reported', connection: { distanceM } }))).errors[0]?.field;
    expect(['50', '50.01', '150', '150.01', '300'].map(missing)).toEqual([
      'load-unit-price',
      'load-unit-price-zone-2',
      'load-unit-price-zone-2',
      'load-unit-price-zone-3',
      'load-unit-price-zone-3',
    ]);
    const book = bookWithFigures(entered('load-unit-price-zone-2', '120.00', '2026-05-01'));
    const quoted = priced(aRequest({ edition: 'reported', connection: { distanceM: '100' } }), book);
    expect(quoted).toMatchObject({ connectionFeeNet: '3000.00', customerShareNet: '1500.00' });
  });
});

describe('attributable cost per ampere', () => {
  test('II.def.fee-1/7.1: the figure times the current, where no amount is given', () => {
    const book = bookWithFigures(entered('attributable-cost', '42.50', '2019-01-01'));
    const quoted = priced(aRequest({ regime: '1/7', costs: { actual: '1000.00' } }), book);
    expect(quoted.lines[0]).toMatchObject({
      component: 'attributable',
      amount: '1062.50',
      customerShare: '531.25',
    });
    expect(quoted.lines[0]?.because.en).toContain('25 A × 42.50 EUR/A = 1062.50 EUR');
    expect(quoted.figures.map(({ name }) => name)).toEqual(['attributable-cost', 'vat-rate']);
  });

  test('II.1.8: the figure alone is no result of 1/7 to compare with', () => {
    const book = bookWithFigures(entered('attributable-cost', '42.50', '2019-01-01'));
    const request = aRequest({
      concludedOn: '2022-01-01',
      technicalRules: { issuedOn: '2021-01-01', validUntil: '2022-12-31' },
      costs: { loadUnit: '3000.00' },
    });
    expect(refusalOf(() => priced(request, book)).code).toBe('quote.comparison-needs-both');
  });
});
