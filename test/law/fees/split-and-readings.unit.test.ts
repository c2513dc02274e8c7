import { describe, expect, test } from 'vitest';
import { day } from '../../../src/law/days.ts';
import { quote } from '../../../src/law/fees/quote.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { effectiveTerms } from '../../../src/law/terms/terms.ts';
import {
  aLargeRequest,
  aRequest,
  bookWithFigures,
  bookWithSetting,
  entered,
  priced,
  TODAY,
} from './builders.ts';

const WORKS_AND_MORE = aRequest({
  operatorOrganisesDesign: true,
  supplyInterruptedOrLoadReduced: true,
  costs: { design: '300.00', loadUnit: '2000.00', capacityMaintenance: '100.00', connecting: '64.00' },
});

describe('II.def.split and OQ-FEE-3: what is shared under 1/8', () => {
  test('the works alone; design, capacity maintenance and connecting stay with the customer', () => {
    const { lines, customerShareNet, operatorShareNet } = priced(WORKS_AND_MORE);
    expect(lines.map(({ component, customerShare }) => [component, customerShare])).toEqual([
      ['design', '300.00'],
      ['loadUnit', '1000.00'],
      ['capacityMaintenance', '100.00'],
      ['connecting', '64.00'],
    ]);
    expect([customerShareNet, operatorShareNet]).toEqual(['1464.00', '1000.00']);
  });

  test('the other reading shares the whole fee', () => {
    const quoted = priced(WORKS_AND_MORE, bookWithSetting('split.scope', 'wholeFee'));
    expect([quoted.customerShareNet, quoted.operatorShareNet]).toEqual(['1232.00', '1232.00']);
    expect(quoted.settings).toContainEqual({
      name: 'split.scope',
      value: 'wholeFee',
      clause: 'II.def.split',
      source: 'order of 2018-01-01, since 2018-01-01',
    });
  });

  test('a large connection pays everything, so the reading touches nothing', () => {
    const { settings, customerShareNet } = priced(
      aLargeRequest({ costs: { construction: '100.00', connecting: '1.00' } }),
    );
    expect(customerShareNet).toBe('101.00');
    expect(settings.map(({ name }) => name)).toEqual(['money.rounding']);
  });
});

describe('II.def.fee-1/8: a cost whose action is not needed is left out, and the answer says why', () => {
  test('a load unit where construction is paid for', () => {
    const quoted = priced(aLargeRequest({ costs: { construction: '9.00', loadUnit: '7.00' } }));
    expect(quoted.ignored).toEqual([
      {
        field: 'costs.loadUnit',
        clause: 'II.def.fee-1/8.3',
        because: {
          lv: '160 A pārsniedz 100 A, tāpēc slodzes vienību nepiemēro.',
          en: '160 A is above 100 A, so the load unit does not apply.',
        },
      },
    ]);
  });

  test('design and capacity maintenance without their action', () => {
    const quoted = priced(
      aRequest({
        costs: { loadUnit: '100.00', design: '9.00', capacityMaintenance: '8.00', actual: '7.00' },
      }),
    );
    expect(quoted.connectionFeeNet).toBe('100.00');
    expect(quoted.ignored.map(({ field, clause }) => [field, clause])).toEqual([
      ['costs.design', 'II.def.fee-1/8.1'],
      ['costs.capacityMaintenance', 'II.def.fee-1/8.4'],
      ['costs.actual', 'II.1.8'],
    ]);
    for (const { because } of quoted.ignored) expect(because.lv).not.toBe(because.en);
  });

  test('load-unit amount or price where construction applies', () => {
    const far = { distanceM: '50.01' };
    const ignoredOf = (parts: Parameters<typeof aRequest>[0]) =>
      priced(aRequest({ connection: far, ...parts })).ignored;
    expect(ignoredOf({ costs: { construction: '1.00', loadUnit: '2.00' } })).toMatchObject([
      { field: 'costs.loadUnit' },
    ]);
    expect(ignoredOf({ costs: { construction: '1.00' }, loadUnitPrice: '2.00' })).toMatchObject([
      { field: 'loadUnitPrice' },
    ]);
  });

  test('OQ-FEE-7: capacity maintenance tells period and basis', () => {
    const { lines } = priced(
      aLargeRequest({
        supplyInterruptedOrLoadReduced: true,
        interruption: { from: '2023-01-01', to: '2024-03-31', basis: 'akts Nr. 7' },
        costs: { construction: '0.00', capacityMaintenance: '640.00' },
      }),
    );
    expect(lines[1]?.because).toEqual({
      lv: 'Tīkla un pieslēguma jaudas uzturēšana no 01.01.2023. līdz 31.03.2024. (akts Nr. 7): 640,00 EUR. 160 A pārsniedz 100 A, tāpēc klients maksā 100 %: 640,00 EUR × 100 % = 640,00 EUR.',
      en: 'Keeping up the capacity of grid and connection from 1 January 2023 to 31 March 2024 (akts Nr. 7): 640.00 EUR. 160 A is above 100 A, so the customer pays 100 %: 640.00 EUR × 100 % = 640.00 EUR.',
    });
  });
});

describe('OQ-FEE-4: current that the split looks at', () => {
  const twoDevices = aRequest({
    connection: { ampere: '126', entryDevices: ['63', '63'] },
    costs: { construction: '8000.00', loadUnit: '12600.00' },
  });

  test('the sum: 2 × 63 A is a connection of 126 A', () => {
    expect(priced(twoDevices)).toMatchObject({ worksBasis: 'construction', customerShareNet: '8000.00' });
  });

  test('the other reading looks at each device, but the load unit still at the sum', () => {
    const quoted = priced(twoDevices, bookWithSetting('split.currentBasis', 'perDevice'));
    expect(quoted).toMatchObject({ worksBasis: 'construction', customerShareNet: '4000.00' });
  });

  test('under the other reading the largest of unequal devices decides', () => {
    const devices = (ampere: string, entryDevices: string[]) =>
      priced(
        aRequest({ connection: { ampere, entryDevices }, costs: { construction: '8000.00' } }),
        bookWithSetting('split.currentBasis', 'perDevice'),
      ).customerShareNet;
    expect(devices('160', ['40', '120'])).toBe('8000.00');
    expect(devices('160', ['60', '100'])).toBe('4000.00');
  });

  test('a single device asks no question of devices', () => {
    const single = aRequest({
      connection: { ampere: '63', entryDevices: ['63'] },
      costs: { loadUnit: '10.00' },
    });
    expect(priced(single).settings.map(({ name }) => name)).not.toContain('split.currentBasis');
  });

  test('a single device of 126 A is large under both readings', () => {
    const single = aRequest({
      connection: { ampere: '126', entryDevices: ['126'] },
      costs: { construction: '8000.00' },
    });
    expect(priced(single, bookWithSetting('split.currentBasis', 'perDevice')).customerShareNet).toBe(
      '8000.00',
    );
  });
});

describe('OQ-FEE-1 and OQ-FEE-2: rounding and VAT', () => {
  const odd = aRequest({ costs: { loadUnit: '33.33', connecting: '0.10' }, vatRate: '0.21' });

  test('half a cent goes up, the operator bears the rest', () => {
    expect(priced(odd)).toMatchObject({
      customerShareNet: '16.77',
      operatorShareNet: '16.66',
      vat: '3.52',
      customerGross: '20.29',
    });
  });

  test('half a cent goes to the even cent under the other reading', () => {
    const even = aRequest({ costs: { loadUnit: '33.29' } });
    expect(priced(even).customerShareNet).toBe('16.65');
    expect(priced(even, bookWithSetting('money.rounding', 'HALF_EVEN')).customerShareNet).toBe('16.64');
  });

  test('a price per ampere is rounded to the cent once', () => {
    const { lines } = priced(aRequest({ connection: { ampere: '16.5' }, loadUnitPrice: '101.01' }));
    expect(lines[0]).toMatchObject({ amount: '1666.67', customerShare: '833.34', operatorShare: '833.33' });
  });

  test('VAT is charged on the customer’s share alone, after the split', () => {
    const { vatBase, vat } = priced(aRequest({ costs: { loadUnit: '8000.00' }, vatRate: '0.21' }));
    expect([vatBase, vat]).toEqual(['4000.00', '840.00']);
  });

  test('the other reading adds VAT first and then shares it', () => {
    const afterVat = bookWithSetting('split.beforeVat', false);
    expect(priced(odd, afterVat).vat).toBe('3.52');
    const aCentApart = aRequest({ costs: { loadUnit: '100.03' }, vatRate: '0.21' });
    expect(priced(aCentApart)).toMatchObject({ customerShareNet: '50.02', vat: '10.50' });
    expect(priced(aCentApart, afterVat)).toMatchObject({ customerShareNet: '50.02', vat: '10.51' });
    expect(
      priced(aRequest({ costs: { loadUnit: '0.00' } }), bookWithSetting('split.beforeVat', false)).vat,
    ).toBe('0.00');
  });

  test('lines under reverse charge carry no VAT of the operator', () => {
    const quoted = priced(
      aRequest({
        costs: { loadUnit: '2000.00', connecting: '64.00' },
        vatRate: '0.21',
        reverseCharge: ['loadUnit'],
      }),
    );
    expect(quoted).toMatchObject({
      vatBase: '64.00',
      vat: '13.44',
      customerShareNet: '1064.00',
      customerGross: '1077.44',
    });
    expect(quoted.lines.map(({ reverseCharge }) => reverseCharge)).toEqual([true, false]);
  });
});

describe('II.1.1: Part I stands above Part II', () => {
  const book = lawBook();
  const agreed = effectiveTerms(book.termsInForce(TODAY), {
    loadUnitDistanceM: { value: 80, reason: 'agreed in Part I, item 3' },
    smallCustomerShare: { value: '0.4', reason: 'agreed in Part I, item 4' },
  });

  test('an agreed distance and share change the price and are named in it', () => {
    const request = aRequest({ connection: { distanceM: '80' }, costs: { loadUnit: '1000.00' } });
    const quoted = quote(request, book, TODAY, agreed);
    expect(quoted).toMatchObject({
      worksBasis: 'loadUnit',
      customerShareNet: '400.00',
      operatorShareNet: '600.00',
    });
    expect(quoted.terms).toContainEqual({
      name: 'loadUnitDistanceM',
      value: 80,
      clause: 'II.def.fee-1/8.3',
      source: 'Part I (II.1.1): agreed in Part I, item 3',
    });
  });

  test('a confirmed change of law does not put aside what Part I agreed', () => {
    const confirmed = bookWithFigures(entered('load-unit-zones', '50/150/300', '2025-05-01'));
    const request = aRequest({
      connection: { distanceM: '81' },
      costs: { construction: '5000.00', loadUnit: '900.00' },
    });
    expect(quote(request, confirmed, TODAY, agreed).worksBasis).toBe('construction');
    expect(quote(request, confirmed, TODAY).worksBasis).toBe('loadUnit');
  });

  test('where Part I agreed on something else, the confirmed change of law stands', () => {
    const confirmed = bookWithFigures(entered('load-unit-zones', '50/150/300', '2025-05-01'));
    const onShareAlone = effectiveTerms(book.termsInForce(TODAY), {
      smallCustomerShare: { value: '0.4', reason: 'agreed in Part I, item 4' },
    });
    const request = aRequest({ connection: { distanceM: '81' }, costs: { loadUnit: '900.00' } });
    expect(quote(request, confirmed, TODAY, onShareAlone)).toMatchObject({
      worksBasis: 'loadUnit',
      customerShareNet: '360.00',
    });
  });

  test('II.1.7: the version of Part II in force on the day of conclusion is used', () => {
    const later = {
      ...book.termsInForce(TODAY),
      version: '2026-01-01',
      effectiveOn: '2026-01-01',
      parameters: { ...book.termsInForce(TODAY).parameters, smallConnectionAmpere: 200 },
    };
    const amended = lawBook({ terms: [later] });
    const share = (concludedOn: string) =>
      quote(
        aLargeRequest({ concludedOn, costs: { construction: '100.00', loadUnit: '60.00' } }),
        amended,
        day('2026-11-21'),
      );
    expect(share('2025-12-31')).toMatchObject({ termsVersion: '2018-01-01', customerShareNet: '100.00' });
    expect(share('2026-01-01')).toMatchObject({ termsVersion: '2026-01-01', customerShareNet: '30.00' });
  });
});
