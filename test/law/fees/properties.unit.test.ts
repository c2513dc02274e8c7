import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPONENTS } from '../../../src/law/fees/component.ts';
import { remembering } from '../../../src/law/fees/consulted-law.ts';
import { exact } from '../../../src/law/fees/exact.ts';
import { lawFromBook } from '../../../src/law/fees/fee-law.ts';
import { finalInvoiceAmounts } from '../../../src/law/fees/final-invoice.ts';
import { sharedOut } from '../../../src/law/fees/priced-regime.ts';
import { type Quote, recompute } from '../../../src/law/fees/quote.ts';
import type { QuoteRequest } from '../../../src/law/fees/request.ts';
import { inWholeCents } from '../../../src/law/fees/whole-cents.ts';
import { type LawBook, lawBook } from '../../../src/law/law-book.ts';
import { sumOf } from '../../../src/law/money.ts';
import { say } from '../../../src/law/words.ts';
import { entered, priced, TODAY } from './builders.ts';

/** Examples a property is tried on; the search for surviving mutants, which asks time and again, takes fewer. */
const RUNS = fc.readConfigureGlobal().numRuns ?? 300;

const amount = fc
  .integer({ min: 0, max: 5_000_000 })
  .map((cents) => new Decimal(cents).dividedBy(100).toFixed(2));
const hundredths = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((value) => new Decimal(value).dividedBy(100).toString());
const ampere = fc.oneof(hundredths(1, 250), fc.constantFrom('100', '100.01', '101', '99.99'));
const volt = fc.constantFrom('230', '400', '400.01', '401', '6000', '20000', '20001', '110000');
const distanceM = fc.oneof(hundredths(0, 400), fc.constantFrom('50', '50.01'));

const costs = fc.record({
  design: amount,
  construction: amount,
  loadUnit: amount,
  capacityMaintenance: amount,
  connecting: amount,
  attributable: amount,
  actual: amount,
});

const months = fc.constantFrom(
  { months: 1, instalments: 1 },
  { months: 12, instalments: 4 },
  { months: 36, instalments: 36 },
  { months: 60, instalments: 5 },
);

const request: fc.Arbitrary<QuoteRequest> = fc
  .record({
    regime: fc.constantFrom('auto' as const, '1/8' as const, '1/7' as const),
    concludedOn: fc.constantFrom('2021-07-01', '2022-02-28', '2022-03-01', '2026-01-01'),
    connection: fc.record({ ampere, volt, distanceM, customerChoseContractor: fc.boolean() }),
    technicalRules: fc.constantFrom(
      { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
      { issuedOn: '2021-07-01', validUntil: '2030-01-01' },
    ),
    costs,
    operatorOrganisesDesign: fc.boolean(),
    supplyInterruptedOrLoadReduced: fc.boolean(),
    deferral: fc.option(
      fc.record({
        terms: months,
        annualRate: fc.constantFrom('0', '0.0272', '0.05', '1'),
        guaranteesProvided: fc.boolean(),
      }),
      { nil: undefined },
    ),
    edition: fc.constantFrom('verified' as const, 'reported' as const),
  })
  .map(({ deferral, ...rest }) => {
    if (!deferral) return rest;
    const { terms, ...parts } = deferral;
    return { ...rest, deferral: { ...terms, ...parts } };
  });

const book: fc.Arbitrary<LawBook> = fc
  .record({
    'money.rounding': fc.constantFrom('HALF_UP', 'HALF_EVEN'),
    'split.scope': fc.constantFrom('worksOnly', 'wholeFee'),
    'split.beforeVat': fc.boolean(),
    'financing.method': fc.constantFrom('simple', 'annualCompound', 'monthlyCompound'),
    'deferral.conditionsApplyTo': fc.constantFrom('1/7,1/8', '1/7'),
  })
  .map((settings) =>
    lawBook({ settings: Object.entries(settings).map(([name, value]) => entered(name, value)) }),
  );

const holds = (property: (quote: Quote, asked: QuoteRequest, law: LawBook) => void): void =>
  fc.assert(
    fc.property(request, book, (asked, law) => {
      property(priced(asked, law), asked, law);
    }),
    { numRuns: RUNS },
  );

describe('over random requests and readings', { timeout: 60_000 }, () => {
  test('shares add up to the fee to the cent, line by line and in sum', () => {
    holds(({ lines, compared, connectionFeeNet, customerShareNet, operatorShareNet }) => {
      for (const line of [...lines, ...compared.flatMap((one) => one.lines)]) {
        expect(sumOf([line.customerShare, line.operatorShare]).toFixed(2)).toBe(line.amount);
      }
      expect(sumOf(lines.map((line) => line.amount)).toFixed(2)).toBe(connectionFeeNet);
      expect(sumOf(lines.map((line) => line.customerShare)).toFixed(2)).toBe(customerShareNet);
      expect(sumOf(lines.map((line) => line.operatorShare)).toFixed(2)).toBe(operatorShareNet);
      expect(sumOf([customerShareNet, operatorShareNet]).toFixed(2)).toBe(connectionFeeNet);
    });
  });

  test('the customer never pays more than 100 % nor less than nothing, of any line', () => {
    holds(({ lines, customerShareNet, connectionFeeNet }) => {
      for (const { amount: whole, customerShare, operatorShare } of lines) {
        expect(new Decimal(customerShare).lessThanOrEqualTo(whole)).toBe(true);
        expect(new Decimal(operatorShare).isNegative()).toBe(false);
        expect(new Decimal(customerShare).isNegative()).toBe(false);
      }
      expect(new Decimal(customerShareNet).lessThanOrEqualTo(connectionFeeNet)).toBe(true);
    });
  });

  test('II.1.8: the customer never pays more than under either regime alone', () => {
    holds((_, asked, law) => {
      const compared = {
        ...asked,
        regime: 'auto' as const,
        concludedOn: '2022-02-28',
        technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
      };
      const share = (regime: 'auto' | '1/8' | '1/7') =>
        new Decimal(priced({ ...compared, regime }, law).customerShareNet);
      expect(share('auto').equals(Decimal.min(share('1/8'), share('1/7')))).toBe(true);
    });
  });

  test('more amperes never lower the customer’s share where load unit and construction cost the same', () => {
    fc.assert(
      fc.property(request, amount, hundredths(0, 200), (asked, works, more) => {
        const base = { ...asked, costs: { ...asked.costs, loadUnit: works, construction: works } };
        const { ampere: less } = base.connection;
        const share = (amperes: string) =>
          new Decimal(
            priced({ ...base, connection: { ...base.connection, ampere: amperes } }).customerShareNet,
          );
        expect(share(new Decimal(less).plus(more).toString()).greaterThanOrEqualTo(share(less))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('a quote recomputed from what was kept with it is identical', () => {
    holds((quote) => expect(recompute(JSON.parse(JSON.stringify(quote)) as Quote)).toEqual(quote));
  });

  test('the order in which costs are given does not matter', () => {
    holds((quote, asked, law) => {
      const reversed = Object.fromEntries(Object.entries(asked.costs ?? {}).reverse());
      expect(priced({ ...asked, costs: reversed }, law)).toEqual(quote);
    });
  });

  test('the payments of a deferral add up to the customer’s share', () => {
    holds(({ financing, customerShareNet }) => {
      if (financing.schedule.length === 0) return;
      expect(sumOf(financing.schedule.map(({ payment }) => payment)).toFixed(2)).toBe(customerShareNet);
    });
  });
});

describe('over random lines', () => {
  const line = fc.record({ amount, ratio: fc.constantFrom('0', '0.333333', '0.4', '0.5', '1') });

  test('the order of lines does not change what anyone pays', () => {
    const law = remembering(lawFromBook(lawBook(), TODAY, 'verified'));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: COMPONENTS.length }), fc.nat(), (parts, turn) => {
        const lines = parts.map((part, index) => ({
          component: COMPONENTS[index]!,
          amount: exact(part.amount),
          clause: 'II.def.fee' as const,
          share: { ratio: exact(part.ratio), because: () => say('', '') },
          because: () => say('', ''),
        }));
        const turned = lines.map((_, index) => lines[(index + turn) % lines.length]!).reverse();
        const shares = (of: typeof lines) => {
          const { lines: shared, customerShare } = sharedOut(of, law);
          return [
            customerShare.toFixed(2),
            ...shared.map((one) => [one.component, one.customerShare.toFixed(2)]),
          ];
        };
        expect(shares(turned)).toEqual(shares(lines));
      }),
    );
  });

  test('whole cents add up and differ from their exact part by less than one', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (parts) => {
        const shares = parts.map((part) => exact(part.amount).times(part.ratio));
        const sum = shares.reduce((all, share) => all.plus(share)).toDecimalPlaces(2);
        const cents = inWholeCents(shares, sum);
        expect(cents.reduce((all, share) => all.plus(share)).equals(sum)).toBe(true);
        for (const [index, cent] of cents.entries()) {
          expect(cent.minus(shares[index]!).abs().lessThan('0.01')).toBe(true);
        }
      }),
    );
  });

  test('a final invoice always balances: total = advances + due − overpaid', () => {
    const rate = fc.constantFrom('0.18', '0.21', '0.22');
    const advances = fc.array(fc.record({ gross: amount, vatRate: rate }), { maxLength: 4 });
    const reading = fc.constantFrom('remainderOnly' as const, 'whole' as const);
    fc.assert(
      fc.property(amount, rate, advances, reading, (customerShareNet, vatRate, paid, vatOnFinal) => {
        const result = finalInvoiceAmounts(
          { customerShareNet, vatRate, advances: paid },
          { vatOnFinal, rounding: 'HALF_UP' },
        );
        const left = new Decimal(result.advanceTotal).plus(result.amountDue).minus(result.overpaid);
        expect(left.toFixed(2)).toBe(result.totalGross);
        expect(sumOf([result.remainderNet, result.remainderVat]).toFixed(2)).toBe(result.amountDue);
        expect(new Decimal(result.totalVat).isNegative()).toBe(false);
      }),
    );
  });
});
