import { describe, expect, test } from 'vitest';
import { impactOn, summedUp } from '../../src/administration/impact/impact.ts';
import type { OpenCase } from '../../src/administration/open-case.ts';
import { day } from '../../src/law/days.ts';
import { enactedLaw, type LawEntry, withEntry } from '../../src/law/enacted-law.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';
import {
  buildingUnpaid,
  costing,
  givenUnder,
  offerIssued,
  type Part,
  paidContract,
  type Story,
  signedContract,
  statusOf,
  until,
} from '../builders/index.ts';
import { figure, setting } from './entries.ts';

/** Cases in memory, and what a change of the law would do to them. */

const ALL = { prices: true, deadlines: true };
const ISSUED = '2025-03-10';
const CHANGES = '2025-03-20';
const { vatRate: _, ...byLaw } = costing('5000.00');

const openCase = (story: Story, index: number): OpenCase => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  number: `P-${index}`,
  status: statusOf(story),
  state: story.state,
});

function reportOn(
  change: LawEntry,
  parts: readonly Part[],
  before: readonly LawEntry[] = [],
  mostItems = 100,
) {
  const enactments = before.map((entry, index) => ({ revision: index + 1, entry }));
  const present = enactedLaw(enactments);
  const cases = parts.map((part, index) => openCase(givenUnder(present, part, until('2025-03-15')), index));
  const laws = { present, proposed: withEntry(enactments, change), on: day(CHANGES), touches: ALL };
  return summedUp([impactOn(cases, laws)], mostItems);
}

describe('II.10.3 the VAT rate rises from 21 % to 22 %', () => {
  const parts = [
    offerIssued(ISSUED, { quote: byLaw }),
    signedContract(ISSUED, { quote: byLaw }),
    // Its rate stood in the request: no figure touches it.
    offerIssued(ISSUED),
  ];

  test('to the cent: an offer of 6,050.00 would be 6,100.00, so would an amendment of the contract', () => {
    const { casesLookedAt, prices, deadlines } = reportOn(figure('vat-rate', '0.22', CHANGES), parts);
    expect(casesLookedAt).toBe(3);
    expect(prices).toMatchObject({
      count: 2,
      offers: { count: 1, total: '50.00' },
      amendments: { count: 1, total: '50.00' },
      total: '100.00',
      unpriced: 0,
      lapsing: 0,
    });
    expect(prices.items[0]).toMatchObject({
      number: 'P-0',
      status: 'offered',
      basis: 'offer',
      given: '6050.00',
      before: '6050.00',
      after: '6100.00',
      difference: '50.00',
    });
    expect(deadlines.count).toBe(0);
  });

  test('a rate that is only reported changes no offer', () => {
    expect(reportOn(figure('vat-rate', '0.22', CHANGES, 'reported'), parts).prices.count).toBe(0);
  });

  test('what changed before is not laid at the door of the proposal', () => {
    const before = [figure('vat-rate', '0.22', '2025-03-18')];
    const { prices } = reportOn(figure('vat-rate', '0.23', CHANGES), parts, before);
    expect(prices.items[0]).toMatchObject({
      given: '6050.00',
      before: '6100.00',
      after: '6150.00',
      difference: '50.00',
    });
  });

  test('lists are cut, counts and sums are of all', () => {
    const report = reportOn(figure('vat-rate', '0.22', CHANGES), parts, [], 1);
    expect([report.prices.items.length, report.prices.count, report.leftOut]).toEqual([
      1,
      2,
      { prices: 1, deadlines: 0 },
    ]);
  });
});

describe('II.def.fee-1/8.3 the load-unit price', () => {
  const quote = { connection: { ampere: '25', volt: '400', distanceM: '20' }, costs: {} };
  const before = [figure('load-unit-price', '100.00', '2024-05-01')];

  test('from 100.00 to 120.50 EUR/A: 25 A cost 1,822.56 instead of 1,512.50', () => {
    const { prices } = reportOn(
      figure('load-unit-price', '120.50', CHANGES),
      [offerIssued(ISSUED, { quote })],
      before,
    );
    expect(prices.items).toMatchObject([{ before: '1512.50', after: '1822.56', difference: '310.06' }]);
    expect(prices.total).toBe('310.06');
  });

  test('where it ends, the offer could not be issued again, and the report says why', () => {
    const { prices } = reportOn(
      figure('load-unit-price', '', CHANGES, 'missing'),
      [offerIssued(ISSUED, { quote })],
      before,
    );
    expect(prices).toMatchObject({ count: 1, total: '0.00', unpriced: 1 });
    expect(prices.items[0]).toMatchObject({ before: '1512.50', after: null, difference: null });
    expect(prices.items[0]?.because?.en).toContain('load-unit-price');
  });
});

describe('L74, II.1.7 a version of Part II', () => {
  const terms: LawEntry = {
    kind: 'terms',
    version: {
      ...DELIVERED_TERMS,
      version: 'B',
      publishedOn: ISSUED,
      effectiveOn: CHANGES,
      exemption: 'favours-customer',
      parameters: { ...DELIVERED_TERMS.parameters, smallCustomerShare: '0.4', objectionDays: 45 },
    },
  };

  test('changes what a revised offer would cost, and no contract that was concluded before', () => {
    const { prices, deadlines } = reportOn(terms, [offerIssued(ISSUED), paidContract(ISSUED)]);
    expect(prices.items).toMatchObject([
      { number: 'P-0', basis: 'offer', before: '6050.00', after: '4840.00', difference: '-1210.00' },
    ]);
    expect(deadlines.count).toBe(0);
  });
});

describe('a setting', () => {
  test('OQ-FEE-3: what is split, 5,100.00 net or 5,050.00', () => {
    const quote = { ...byLaw, costs: { construction: '10000.00', connecting: '100.00' } };
    const { prices } = reportOn(setting('split.scope', 'wholeFee', CHANGES), [
      offerIssued(ISSUED, { quote }),
    ]);
    expect(prices.items).toMatchObject([{ before: '6171.00', after: '6110.50', difference: '-60.50' }]);
  });

  test('preface 1: annulment by hand takes the clock off the cases that it waits for', () => {
    // Lapsed on 11 March and warned that day; to be annulled on 22 March.
    const { deadlines } = reportOn(setting('annulment.mode', 'propose', CHANGES), [
      offerIssued('2025-02-08'),
    ]);
    expect(deadlines.items).toMatchObject([
      {
        name: 'annulment-earliest',
        before: { clockDoes: 'application.annulled' },
        after: { clockDoes: 'deadline.passed' },
      },
    ]);
  });
});

describe('II.14.3.2 a day of the calendar between the due date and the next working day', () => {
  const dayOff = (on: string): LawEntry => ({
    kind: 'calendar',
    rows: [{ on, kind: 'day-off', name: 'rīkojums' }],
  });
  // Due on Friday 14 March, nothing paid; on Saturday the end of Monday 17 March is running.
  const unpaid = { paymentDueOn: '2025-03-14' };

  test('moves the end of a contract by a day, and the instant at which the clock acts', () => {
    const change = dayOff('2025-03-17');
    const present = enactedLaw([]);
    const story = givenUnder(present, signedContract('2025-02-01', unpaid), until('2025-03-15'));
    const laws = { present, proposed: withEntry([], change), on: day('2025-03-17'), touches: ALL };
    const { deadlines } = impactOn([openCase(story, 0)], laws);
    expect(deadlines).toMatchObject([
      {
        name: 'non-payment-end',
        before: {
          day: '2025-03-17',
          state: 'running',
          clockAt: '2025-03-16T22:00:00Z',
          clockDoes: 'deadline.passed',
        },
        after: { day: '2025-03-18', state: 'running', clockAt: '2025-03-17T22:00:00Z' },
      },
    ]);
  });

  test('moves nothing where the works have begun: that contract does not end by itself', () => {
    const { deadlines } = reportOn(dayOff('2025-03-17'), [buildingUnpaid('2025-02-01', unpaid)]);
    expect(deadlines.items.filter(({ name }) => name === 'non-payment-end')).toEqual([]);
  });
});

describe('OQ-FEE-9 a return rate that an offer rests on', () => {
  test('the report names the offers that could no longer be concluded as they stand', () => {
    const quote = {
      connection: { ampere: '160', volt: '400' },
      costs: { construction: '10000.00' },
      deferral: {
        months: 12,
        guaranteesProvided: true,
        termsInContract: true,
        monthsFromSystemServiceContract: 12,
      },
    };
    const before = [figure('capital-return-rate', '0.05', '2024-01-01')];
    const { prices } = reportOn(
      figure('capital-return-rate', '0.06', CHANGES),
      [offerIssued(ISSUED, { quote })],
      before,
    );
    // 12,100.00 and one year at 5 or 6 % of 10,000.00, with VAT.
    expect(prices).toMatchObject({ count: 1, lapsing: 1, total: '121.00' });
    expect(prices.items[0]).toMatchObject({ before: '12705.00', after: '12826.00', lapses: true });
  });
});
