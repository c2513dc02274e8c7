import { describe, expect, test } from 'vitest';
import type { Clause } from '../../../src/law/clauses.ts';
import { quoteAnswer } from '../../../src/law/fees/answer.ts';
import { feeAmounts, type Quote, recompute } from '../../../src/law/fees/quote.ts';
import type { TraceNode } from '../../../src/law/fees/quote-shape.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { SETTINGS, type SettingName } from '../../../src/law/settings/settings.ts';
import {
  aLargeRequest,
  aRequest,
  bookWithFigures,
  bookWithSetting,
  entered,
  priced,
  TODAY,
} from './builders.ts';

const COMPARED = aRequest({
  concludedOn: '2022-02-28',
  connection: { ampere: '50', entryDevices: ['25', '25'], planReference: 'P-2022/17' },
  technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
  costs: { construction: '9000.00', connecting: '64.00', attributable: '600.00', actual: '2000.00' },
  loadUnitPrice: '60.01',
  deferral: { months: 12, annualRate: '0.05', guaranteesProvided: true },
});

const flatten = (node: TraceNode): TraceNode[] => [node, ...node.children.flatMap(flatten)];

describe('every line reads as a sentence with its arithmetic', () => {
  test('in English', () => {
    expect(quoteAnswer(priced(COMPARED), 'en').compared[0]?.lines.map(({ because }) => because)).toEqual([
      '50 A, 400 V and 20 m in a straight line (plan P-2022/17) are within 100 A, 400 V and 50 m, so the load unit stands in place of construction: 50 A × 60.01 EUR/A = 3000.50 EUR. 50 A and 400 V are within 100 A and 400 V, so the customer pays 50 %: 3000.50 EUR × 50 % = 1500.25 EUR, and the operator bears 1500.25 EUR.',
      'Typical actions of the operator’s staff: 64.00 EUR. The split names the works alone, so the customer pays this in full: 64.00 EUR × 100 % = 64.00 EUR.',
    ]);
  });

  test('in Latvian', () => {
    expect(quoteAnswer(priced(COMPARED), 'lv').lines.map(({ because }) => because)).toEqual([
      'Operatora iepriekšējo gadu ieguldījumi izmantotajās elektroietaisēs: 600,00 EUR. 50 A un 400 V nepārsniedz 100 A un 400 V, tāpēc klients maksā 50 %: 600,00 EUR × 50 % = 300,00 EUR, operators sedz 300,00 EUR.',
      'Jauna tīkla daļa no piederības robežas līdz pieslēguma vietai: 2000,00 EUR. 50 A un 400 V nepārsniedz 100 A un 400 V, tāpēc klients maksā 50 %: 2000,00 EUR × 50 % = 1000,00 EUR, operators sedz 1000,00 EUR.',
    ]);
  });

  test('a share that is no whole cent shows both', () => {
    const { lines } = priced(aRequest({ costs: { loadUnit: '0.05' } }));
    expect(lines[0]?.because.en).toContain(
      '0.05 EUR × 50 % = 0.025, in whole cents 0.03 EUR, and the operator bears 0.02 EUR.',
    );
  });

  test('the rejected regime tells by how much it is higher', () => {
    const [under18, under17] = priced(COMPARED).compared;
    expect(under18?.because.en).toBe(
      'It does not apply, as it is higher by 264.25 EUR: the customer share under SPRK 1/7 is 1300.00 EUR, under 1/8 1564.25 EUR.',
    );
    expect(under17?.because.en).toBe(
      'The lower result applies: the customer share under SPRK 1/7 is 1300.00 EUR, under 1/8 1564.25 EUR.',
    );
  });

  test('OQ-FEE-8: compared by the whole fee, the sentence says so', () => {
    const { compared } = priced(COMPARED, bookWithSetting('regime.compareBasis', 'totalFee'));
    expect(compared[1]?.because.lv).toContain('maksa pēc lēmuma 1/7 ir 2600,00 EUR');
  });

  test.each([
    [{ technicalRules: undefined }, 'No technical rules are named'],
    [{ regime: '1/7' as const }, 'SPRK 1/7 was asked for.'],
    [{ concludedOn: '2022-03-01' }, 'the technical rules were valid to 28 February 2022'],
    [{ technicalRules: { issuedOn: '2021-07-01', validUntil: '2022-02-28' } }, 'after 30 June 2021'],
    [{ concludedOn: '2021-06-29' }, 'before the technical rules were issued (30 June 2021)'],
  ])('a regime that applies without a comparison tells why: %j', (change, why) => {
    const { technicalRules, ...rest } = { ...COMPARED, ...change };
    const quoted = priced(technicalRules ? { ...rest, technicalRules } : rest);
    for (const { because } of quoted.compared) expect(because.en).toContain(why);
    expect(quoted.compared.filter(({ applies }) => applies)).toHaveLength(1);
  });
});

describe('the trace', () => {
  const nodes = flatten(priced(COMPARED).trace);

  test('holds both regimes, every line, figure, limit and reading, in both languages', () => {
    const quoted = priced(COMPARED);
    const texts = nodes.map(({ label }) => label.en).join('\n');
    for (const { because } of quoted.compared) expect(texts).toContain(because.en);
    for (const { because } of [...quoted.lines, ...quoted.ignored]) expect(texts).toContain(because.en);
    for (const { label } of nodes) expect([label.lv, label.en]).not.toContain('');
  });

  test('it leads from the choice of the regime over the lines to the VAT', () => {
    const quoted = priced(COMPARED);
    const [choice, vat] = quoted.trace.children;
    expect(choice?.label.en).toBe(
      'The technical rules were issued on 30 June 2021 and are valid to 28 February 2022, so both SPRK 1/8 and 1/7 are computed and the lower result applies.',
    );
    expect(choice?.children.map(({ value }) => value)).toEqual(
      quoted.compared.map(({ customerShareNet }) => customerShareNet),
    );
    expect(choice?.children[0]?.children[0]?.children).toEqual([
      {
        label: { lv: 'Klienta daļa', en: 'Customer share' },
        value: '1500.25',
        clause: 'II.def.split',
        children: [],
      },
    ]);
    expect(vat).toEqual({
      label: {
        lv: 'PVN: 1300,00 EUR × 21 % = 273,00 EUR; kopā ar PVN klients maksā 1573,00 EUR.',
        en: 'VAT: 1300.00 EUR × 21 % = 273.00 EUR; with VAT the customer pays 1573.00 EUR.',
      },
      value: '273.00',
      clause: 'II.10.3',
      children: [],
    });
  });

  test('the conditions of a deferral have a branch of their own, and nothing ignored has none', () => {
    const deferred = priced(COMPARED).trace.children.find(({ clause }) => clause === 'II.def.fee-1/7.3');
    expect(deferred?.label.en).toBe('A deferral may not be agreed.');
    expect(deferred?.children.map(({ value }) => value)).toEqual([
      'connection-size',
      'length',
      'guarantees',
      'terms-in-contract',
    ]);
    const branches = priced(aRequest({ costs: { loadUnit: '1.00' } })).trace.children.map(
      ({ label }) => label.en,
    );
    expect(branches).not.toContain('Ignored');
    expect(branches).toContain('Figures used');
  });

  test('a figure of the request has no first day in it', () => {
    const given = flatten(priced(COMPARED).trace).find(({ status }) => status === 'given');
    expect(given).toMatchObject({ value: '60.01', source: 'the request' });
    expect(given).not.toHaveProperty('since');
  });

  test('figures stand in it with day, status and source', () => {
    const { trace } = priced(aRequest({ concludedOn: '2025-01-01', costs: { loadUnit: '1.00' } }));
    expect(flatten(trace)).toContainEqual({
      label: { lv: 'PVN pamatlikme', en: 'value added tax, standard rate' },
      value: '0.21',
      since: '2012-07-01',
      status: 'verified',
      source: 'public VAT table: 21 % from 2012-07-01',
      children: [],
    });
  });

  test('a reading is listed only where it decided', () => {
    const small = priced(aRequest({ costs: { loadUnit: '2.00' } }));
    expect(small.settings.map(({ name }) => name)).toEqual(['money.rounding', 'split.beforeVat']);
    expect(
      priced(COMPARED)
        .settings.map(({ name }) => SETTINGS[name as SettingName].reading)
        .toSorted(),
    ).toEqual(['OQ-FEE-1', 'OQ-FEE-2', 'OQ-FEE-3', 'OQ-FEE-4', 'OQ-FEE-6', 'OQ-FEE-8']);
  });
});

describe('figures that stood in the request', () => {
  const figures = (request: Parameters<typeof priced>[0], book = lawBook()) =>
    priced(request, book).figures.map(({ name, value, since, status }) => [name, value, since, status]);

  test('a rate of VAT other than the one in force is shown as given', () => {
    expect(figures(aRequest({ costs: { loadUnit: '1.00' }, vatRate: '0.12' }))).toEqual([
      ['vat-rate', '0.12', null, 'given'],
    ]);
  });

  test('one that is the figure in force anyway is shown with its own day', () => {
    expect(figures(aRequest({ costs: { loadUnit: '1.00' }, vatRate: '0.21' }))).toEqual([
      ['vat-rate', '0.21', '2012-07-01', 'verified'],
    ]);
  });

  test('a price of the load unit is shown where it priced the load unit, and not where construction did', () => {
    const names = (request: Parameters<typeof priced>[0]) => figures(request).map(([name]) => name);
    expect(names(aRequest({ loadUnitPrice: '60.01' }))).toContain('load-unit-price');
    expect(names(aLargeRequest({ costs: { construction: '9.00' }, loadUnitPrice: '60.01' }))).not.toContain(
      'load-unit-price',
    );
  });

  test('a return rate is shown where something is financed, though under one of the compared regimes alone', () => {
    const deferral = { months: 12, annualRate: '0.05', guaranteesProvided: true };
    const given = ['capital-return-rate', '0.05', null, 'given'];
    expect(figures(aLargeRequest({ costs: { construction: '9.00' }, deferral }))).toContainEqual(given);
    expect(figures(COMPARED)).not.toContainEqual(given);
    expect(figures(COMPARED, bookWithSetting('deferral.conditionsApplyTo', '1/7'))).toContainEqual(given);
  });

  test('they are kept with the request, not with the law', () => {
    expect(priced(COMPARED).pinned.figures.map(({ name }) => name)).toEqual(['vat-rate']);
  });
});

describe('numbers within a sentence', () => {
  test('are set apart by threes from five digits on, up to the largest fee', () => {
    const { lines } = priced(aLargeRequest({ costs: { construction: '1234567.89' } }));
    expect(lines[0]?.because.en).toContain('1,234,567.89 EUR');
    expect(lines[0]?.because.lv).toContain('1\u00a0234\u00a0567,89 EUR');
  });

  test('a given amount of the load unit is named in its line', () => {
    expect(priced(aRequest({ costs: { loadUnit: '1600.00' } })).lines[0]?.because.en).toContain(
      'so the load unit stands in place of construction: 1600.00 EUR.',
    );
  });
});

describe('the answer of the API', () => {
  test('has the fields that clients rely on, with every amount a string of two places', () => {
    const answer = quoteAnswer(priced(COMPARED), 'en');
    for (const field of [
      'regimeApplied',
      'worksBasis',
      'lines',
      'connectionFeeNet',
      'operatorShareNet',
      'customerShareNet',
      'vatRate',
      'vat',
      'customerGross',
      'deferral',
      'financing',
      'compared',
      'figures',
    ]) {
      expect(answer).toHaveProperty(field);
    }
    expect(answer).not.toHaveProperty('pinned');
    expect(answer).not.toHaveProperty('request');
    expect(JSON.stringify(answer)).not.toMatch(/"(lv|en)":/);
    expect(answer.deferral?.conditions[0]).toMatchObject({
      name: 'connection-size',
      met: false,
      clause: 'II.def.fee-1/7.3',
    });
    expect(answer.figures).toEqual(
      [
        { name: 'load-unit-price', value: '60.01', since: null, status: 'given', source: 'the request' },
        {
          name: 'vat-rate',
          value: '0.21',
          since: '2012-07-01',
          status: 'verified',
          source: 'public VAT table: 21 % from 2012-07-01',
        },
      ].toSorted(
        (a, b) =>
          answer.figures.findIndex(({ name }) => name === a.name) -
          answer.figures.findIndex(({ name }) => name === b.name),
      ),
    );
    expect(answer.figures).toHaveLength(2);
  });
});

describe('a quote is kept and recomputed', () => {
  const book = bookWithFigures(
    entered('load-unit-price', '80.00', '2026-05-01'),
    entered('capital-return-rate', '0.03', '2023-07-01'),
  );
  const throughJson = (quote: Quote): Quote => JSON.parse(JSON.stringify(quote));

  test.each([
    ['compared', () => priced(COMPARED)],
    ['by figures', () => priced(aRequest(), book)],
    [
      'deferred',
      () =>
        priced(
          aLargeRequest({
            costs: { construction: '777.77' },
            deferral: { months: 24, instalments: 8, guaranteesProvided: true },
          }),
          book,
        ),
    ],
    [
      'under another reading',
      () =>
        priced(
          aRequest({ costs: { loadUnit: '3.33', connecting: '1.00' } }),
          bookWithSetting('split.scope', 'wholeFee'),
        ),
    ],
    ['a preview', () => priced(aLargeRequest({ edition: 'reported', costs: { construction: '5.55' } }))],
  ])('%s: identical after storage, without any book', (_, price) => {
    const quote = price();
    expect(throughJson(quote)).toEqual(quote);
    expect(recompute(throughJson(quote))).toEqual(quote);
    expect(recompute(recompute(quote))).toEqual(quote);
  });

  test('it keeps its figure when the figure has changed', () => {
    const kept = throughJson(priced(aRequest({ concludedOn: '2026-06-01' }), book));
    const changed = bookWithFigures(entered('load-unit-price', '99.00', '2026-05-01'));
    expect(priced(kept.request, changed).connectionFeeNet).toBe('2475.00');
    expect(recompute(kept).connectionFeeNet).toBe('2000.00');
  });

  test('a pin that still names the question of a reading is told by its clause', () => {
    const kept = throughJson(priced(aRequest({ costs: { loadUnit: '3.33' } })));
    const settings = kept.pinned.settings.map((one) => ({ ...one, clause: 'OQ-FEE-1' as Clause }));
    expect(recompute({ ...kept, pinned: { ...kept.pinned, settings } })).toEqual(kept);
  });

  test('concludedOn defaults to today and is kept', () => {
    const quote = priced(aRequest({ costs: { loadUnit: '1.00' } }));
    expect(quote.concludedOn).toBe(TODAY.toString());
    expect(quote.request.concludedOn).toBe(TODAY.toString());
  });

  test('the sums alone are those of the explained quote', () => {
    expect(priced(COMPARED)).toMatchObject(feeAmounts(COMPARED, lawBook(), TODAY));
  });
});
