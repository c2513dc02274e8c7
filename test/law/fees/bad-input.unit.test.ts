import { describe, expect, test } from 'vitest';
import { quote } from '../../../src/law/fees/quote.ts';
import { readQuoteRequest } from '../../../src/law/fees/read-request.ts';
import type { QuoteRequest } from '../../../src/law/fees/request.ts';
import { lawBook } from '../../../src/law/law-book.ts';
import { aLargeRequest, aRequest, priced, refusalOf, refusedFields, TODAY } from './builders.ts';

/** A sound request with one field set to something else. */
function broken(path: string, value: unknown): unknown {
  const request: Record<string, unknown> = structuredClone({
    ...aRequest({ costs: { loadUnit: '1600.00' } }),
    technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
    deferral: { months: 12 },
  });
  const names = path.split('.');
  const last = names.pop()!;
  const parent = names.reduce((part, name) => part[name] as Record<string, unknown>, request);
  parent[last] = value;
  return request;
}

describe('a request that cannot be priced is refused with field, reason and clause', () => {
  test.each([
    ['a negative amount', 'costs.loadUnit', '-1.00', 'II.def.fee-1/8.3'],
    ['three decimals', 'costs.design', '1.001', 'II.def.fee-1/8.1'],
    ['one decimal', 'costs.construction', '1.5', 'II.def.fee-1/8.2'],
    ['a float', 'costs.actual', 100.5, 'II.def.fee-1/7.2'],
    ['an amount with a comma', 'costs.attributable', '100,50', 'II.def.fee-1/7.1'],
    ['leading zeros', 'costs.connecting', '007.00', 'II.def.fee-1/8.5'],
    ['an exponent', 'costs.capacityMaintenance', '1e3', 'II.def.fee-1/8.4'],
    ['no amount', 'costs.design', null, 'II.def.fee-1/8.1'],
    ['a price of three decimals', 'loadUnitPrice', '57.123', 'II.def.fee-1/8.3'],
    ['both load-unit amount and price', 'loadUnitPrice', '57.00', 'II.def.fee-1/8.3'],
    ['0 A', 'connection.ampere', '0', 'II.def.technical-parameters'],
    ['0.00 A', 'connection.ampere', '0.00', 'II.def.technical-parameters'],
    ['less than 0 A', 'connection.ampere', '-25', 'II.def.technical-parameters'],
    ['no ampere', 'connection.ampere', undefined, 'II.def.technical-parameters'],
    ['ampere as a number', 'connection.ampere', 25, 'II.def.technical-parameters'],
    ['0 V', 'connection.volt', '0', 'II.def.technical-parameters'],
    ['above 110 kV', 'connection.volt', '110000.01', 'II.def.technical-parameters'],
    ['a voltage as text', 'connection.volt', '400 V', 'II.def.technical-parameters'],
    ['distance as text', 'connection.distanceM', 'netālu', 'II.def.fee-1/8.3'],
    ['distance with its unit', 'connection.distanceM', '20 m', 'II.def.fee-1/8.3'],
    ['distance as a number', 'connection.distanceM', 20, 'II.def.fee-1/8.3'],
    ['a distance below zero', 'connection.distanceM', '-1', 'II.def.fee-1/8.3'],
    ['devices that do not add up', 'connection.entryDevices', ['16', '16'], 'II.def.entry-device'],
    ['no device in the list', 'connection.entryDevices', [], 'II.def.entry-device'],
    ['a temporary connection', 'connection.temporary', true, 'II.def.temporary-connection'],
    ['a deferral of 0 months', 'deferral.months', 0, 'II.def.fee-1/7.3'],
    ['a deferral of 2.5 months', 'deferral.months', 2.5, 'II.def.fee-1/7.3'],
    ['a deferral of less than no months', 'deferral.months', -12, 'II.def.fee-1/7.3'],
    ['a deferral in text', 'deferral.months', '12', 'II.def.fee-1/7.3'],
    ['instalments that do not divide the months', 'deferral.instalments', 5, 'II.def.fee-1/7.3'],
    ['a rate in percent', 'deferral.annualRate', '5', 'II.def.fee-1/7.3'],
    ['30 February', 'concludedOn', '2025-02-30', 'II.1.8'],
    ['29 February of a common year', 'concludedOn', '2023-02-29', 'II.1.8'],
    ['a day in local writing', 'concludedOn', '01.03.2022', 'II.1.8'],
    ['an instant for a day', 'technicalRules.issuedOn', '2021-06-30T10:00:00Z', 'II.1.8'],
    ['rules that end before they were issued', 'technicalRules.validUntil', '2021-06-29', 'II.1.8'],
    ['an interruption that is no object', 'interruption', '2024', 'II.def.fee-1/8.4'],
    ['a VAT rate above 1', 'vatRate', '1.01', 'II.10.3'],
    ['an unknown regime', 'regime', '1/9', 'II.1.8'],
    ['an unknown edition', 'edition', 'draft', 'II.def.fee'],
    ['a flag in words', 'operatorOrganisesDesign', 'yes', 'II.def.fee-1/8.1'],
    ['an unknown field', 'discount', '1.00', 'II.def.fee'],
    ['an unknown field inside', 'connection.routeLengthM', '73', 'II.def.technical-parameters'],
  ])('%s: %s = %j', (_, field, value, clause) => {
    const refusal = refusalOf(() => readQuoteRequest(broken(field, value)));
    expect(refusal).toMatchObject({ code: 'quote.invalid', kind: 'invalid', clause });
    expect(refusedFields(refusal)).toEqual({ [field]: clause });
    for (const { message } of refusal.errors) expect(message.lv).not.toBe(message.en);
  });

  test('an entry device as text', () => {
    const refusal = refusalOf(() => readQuoteRequest(broken('connection.entryDevices', ['16', 'trīs'])));
    expect(refusedFields(refusal)).toEqual({ 'connection.entryDevices.1': 'II.def.entry-device' });
  });

  test.each([
    ['a device of 0 A', 'connection.entryDevices', ['25', '0'], 'connection.entryDevices.1'],
    ['a component that is none', 'reverseCharge', ['works'], 'reverseCharge.0'],
    [
      'an interruption that ends before it starts',
      'interruption',
      { from: '2024-02-01', to: '2024-01-31', basis: 'akts' },
      'interruption.to',
    ],
  ])('%s names its place: %s = %j', (_, path, value, field) => {
    expect(Object.keys(refusedFields(refusalOf(() => readQuoteRequest(broken(path, value)))))).toEqual([
      field,
    ]);
  });

  test.each([null, [], 'text', 7, undefined])('%j instead of an object', (input) => {
    expect(refusalOf(() => readQuoteRequest(input))).toMatchObject({
      code: 'quote.invalid',
      kind: 'invalid',
    });
  });

  test('an unknown field is called unknown, an object in the wrong form is not', () => {
    const messages = (path: string, value: unknown) =>
      refusalOf(() => readQuoteRequest(broken(path, value))).errors.map(({ message }) => message.en);
    expect(messages('discount', '1.00')).toEqual(['a quote request has no such field']);
    expect(messages('interruption', '2024')).not.toEqual(['a quote request has no such field']);
  });

  test('a request that is no object at all names the whole of it', () => {
    expect(refusalOf(() => readQuoteRequest(null)).detail.en).toBe(
      'The fee cannot be computed. To be mended: (JSON).',
    );
  });

  test('several faults are named together', () => {
    const refusal = refusalOf(() =>
      readQuoteRequest({ connection: { ampere: '0', volt: '0' }, costs: { design: '1' } }),
    );
    expect(Object.keys(refusedFields(refusal))).toEqual([
      'connection.ampere',
      'connection.volt',
      'costs.design',
    ]);
    expect(refusal.detail.en).toContain('To be mended: connection.ampere, connection.volt, costs.design.');
  });

  test('a period of a single day is one: rules valid on their day of issue, an interruption within a day', () => {
    const oneDay = readQuoteRequest({
      ...aRequest(),
      technicalRules: { issuedOn: '2021-06-30', validUntil: '2021-06-30' },
      interruption: { from: '2024-02-01', to: '2024-02-01', basis: 'akts' },
    });
    expect(oneDay.technicalRules?.validUntil).toBe('2021-06-30');
  });

  test('an amount that is left open is no amount', () => {
    const open = { loadUnit: '1.00', construction: undefined };
    expect(priced(aRequest({ costs: open as NonNullable<QuoteRequest['costs']> })).ignored).toEqual([]);
  });

  test('the price itself does not trust its caller either', () => {
    const unchecked = { connection: { ampere: '25', volt: '400', distanceM: 20 } } as unknown as QuoteRequest;
    expect(refusalOf(() => quote(unchecked, lawBook(), TODAY)).code).toBe('quote.invalid');
  });

  test('a day before the first Part II names the day', () => {
    const refusal = refusalOf(() =>
      priced(aRequest({ concludedOn: '2017-12-31', costs: { loadUnit: '1.00' } })),
    );
    expect(refusal).toMatchObject({
      code: 'quote.no-terms',
      kind: 'invalid',
      errors: [{ field: 'concludedOn' }],
    });
  });
});

describe('what is asked for only where the price hangs on it', () => {
  const withoutDistance = (ampere: string, volt: string, regime: '1/8' | '1/7'): QuoteRequest => ({
    regime,
    connection: { ampere, volt },
    costs: { construction: '100.00', loadUnit: '50.00', attributable: '10.00' },
  });

  test('OQ-FEE-16: without a distance a connection that may get the load unit is refused', () => {
    const refusal = refusalOf(() => priced(withoutDistance('100', '400', '1/8')));
    expect(refusal).toMatchObject({
      code: 'quote.distance-needed',
      kind: 'invalid',
      clause: 'II.def.fee-1/8.3',
    });
    expect(refusedFields(refusal)).toEqual({ 'connection.distanceM': 'II.def.fee-1/8.3' });
  });

  test.each([
    ['101', '400', '1/8'],
    ['100', '401', '1/8'],
    ['100', '400', '1/7'],
  ] as const)('no distance is needed for %s A at %s V under %s', (ampere, volt, regime) => {
    expect(priced(withoutDistance(ampere, volt, regime)).offerable).toBe(true);
  });

  test('II.def.fee-1/8.3: without amount, price and figure the load unit names the figure', () => {
    expect(refusalOf(() => priced(aRequest()))).toMatchObject({
      code: 'figure.missing',
      kind: 'invalid',
      clause: 'II.def.fee-1/8.3',
      errors: [{ field: 'load-unit-price', clause: 'II.def.fee-1/8.3' }],
    });
  });

  test('II.def.fee-1/8.2: a connection priced by its works needs their cost', () => {
    const refusal = refusalOf(() => priced(aLargeRequest()));
    expect(refusal).toMatchObject({
      code: 'quote.amount-needed',
      kind: 'invalid',
      clause: 'II.def.fee-1/8.2',
    });
    expect(refusedFields(refusal)).toEqual({ 'costs.construction': 'II.def.fee-1/8.2' });
    expect(refusal.detail.en).toContain('160 A is above 100 A');
  });

  test('0.00 is an amount: nothing is to be built', () => {
    expect(priced(aLargeRequest({ costs: { construction: '0.00' } }))).toMatchObject({
      offerable: true,
      customerGross: '0.00',
    });
  });

  test('with another action the works may be left open, but such a price is not offered', () => {
    const quoted = priced(aLargeRequest({ costs: { connecting: '90.00' } }));
    expect(quoted).toMatchObject({ connectionFeeNet: '90.00', offerable: false });
    expect(quoted.obstacles).toMatchObject([{ code: 'amount-not-given', clause: 'II.def.fee-1/8.2' }]);
    const stated = priced(aLargeRequest({ costs: { connecting: '90.00', construction: '0.00' } }));
    expect(stated).toMatchObject({ connectionFeeNet: '90.00', offerable: true });
  });

  test('II.def.fee-1/7.1: 1/7 needs the attributable cost, given or as a figure', () => {
    expect(refusalOf(() => priced(aRequest({ regime: '1/7', costs: { actual: '3000.00' } })))).toMatchObject({
      code: 'figure.missing',
      clause: 'II.def.fee-1/7.1',
      errors: [{ field: 'attributable-cost' }],
    });
  });

  test('II.def.fee-1/7.1: only a question about a deferral alone may leave every cost of 1/7 open', () => {
    const deferral = { months: 12 };
    const answered = priced(aLargeRequest({ regime: '1/7', deferral }));
    expect(answered.obstacles.map(({ code }) => code)).toContain('amount-not-given');
    for (const request of [
      aLargeRequest({ regime: '1/7' }),
      aLargeRequest({ regime: '1/7', deferral, costs: { actual: '3000.00' } }),
    ])
      expect(refusalOf(() => priced(request))).toMatchObject({
        code: 'figure.missing',
        clause: 'II.def.fee-1/7.1',
      });
  });

  test('II.1.8: lapsed rules compare nothing, so the works alone are asked for', () => {
    const lapsed = aLargeRequest({
      concludedOn: '2022-03-01',
      technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
      costs: { attributable: '10.00' },
    });
    expect(refusalOf(() => priced(lapsed)).code).toBe('quote.amount-needed');
  });

  test('II.1.8: with valid technical rules both results are needed', () => {
    const compared = (
      costs: QuoteRequest['costs'] & {},
      connection: Partial<QuoteRequest['connection']> = {},
    ) =>
      refusalOf(() =>
        priced(
          aRequest({
            concludedOn: '2022-01-01',
            technicalRules: { issuedOn: '2021-01-01', validUntil: '2022-12-31' },
            connection,
            costs,
          }),
        ),
      );
    const without17 = compared({ loadUnit: '100.00' });
    expect(without17).toMatchObject({
      code: 'quote.comparison-needs-both',
      clause: 'II.1.8',
      kind: 'invalid',
    });
    expect(Object.keys(refusedFields(without17))).toEqual(['costs.attributable', 'costs.actual']);
    const without18 = compared({ attributable: '10.00', connecting: '5.00' }, { ampere: '125' });
    expect(Object.keys(refusedFields(without18))).toEqual(['costs.construction']);
  });
});
