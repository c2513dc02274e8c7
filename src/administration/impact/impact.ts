import { Decimal } from 'decimal.js';
import type { Day } from '../../law/days.ts';
import type { LawBook } from '../../law/law-book.ts';
import { amountOf } from '../../law/money.ts';
import type { OpenCase } from '../open-case.ts';
import { type MovedDeadline, movedDeadlines } from './moved-deadline.ts';
import { type PriceChange, priceChange } from './price-change.ts';

/** What a change of the law would do to the open cases: their prices and their running deadlines. */
export interface Impact {
  readonly casesLookedAt: number;
  readonly prices: {
    readonly count: number;
    readonly offers: PriceSum;
    readonly amendments: PriceSum;
    /** Signed sum of the differences, with VAT. */
    readonly total: string;
    /** Cases that only one of both laws can price. */
    readonly unpriced: number;
    /** Offers that could no longer be concluded as they stand. */
    readonly lapsing: number;
    /** The greatest differences first. */
    readonly items: readonly PriceChange[];
  };
  readonly deadlines: {
    readonly count: number;
    readonly cases: number;
    readonly items: readonly MovedDeadline[];
  };
  /** Items that the lists leave out; the counts and sums are of all. */
  readonly leftOut: { readonly prices: number; readonly deadlines: number };
}

interface PriceSum {
  readonly count: number;
  readonly total: string;
}

/** The two laws that are compared, and on which day. */
export interface Compared {
  readonly present: LawBook;
  readonly proposed: LawBook;
  readonly on: Day;
  /** What a change of this kind can touch; the rest is not looked for. */
  readonly touches: { readonly prices: boolean; readonly deadlines: boolean };
}

export interface Found {
  readonly cases: number;
  readonly prices: readonly PriceChange[];
  readonly deadlines: readonly MovedDeadline[];
}

/** One batch of cases under both laws; pure. */
export const impactOn = (
  batch: readonly OpenCase[],
  { present, proposed, on, touches }: Compared,
): Found => ({
  cases: batch.length,
  prices: touches.prices ? batch.flatMap((one) => priceChange(one, present, proposed, on) ?? []) : [],
  deadlines: touches.deadlines ? batch.flatMap((one) => movedDeadlines(one, present, proposed)) : [],
});

const sum = (changes: readonly PriceChange[]): Decimal =>
  changes.reduce((total, { difference }) => total.plus(difference ?? 0), new Decimal(0));

const size = ({ difference }: PriceChange): Decimal =>
  difference === null ? new Decimal(Number.POSITIVE_INFINITY) : new Decimal(difference).abs();

export function summedUp(batches: readonly Found[], mostItems: number): Impact {
  const prices = batches.flatMap((found) => found.prices);
  const deadlines = batches.flatMap((found) => found.deadlines);
  const of = (basis: PriceChange['basis']): PriceSum => {
    const changes = prices.filter((change) => change.basis === basis);
    return { count: changes.length, total: amountOf(sum(changes)) };
  };
  return {
    casesLookedAt: batches.reduce((cases, found) => cases + found.cases, 0),
    prices: {
      count: prices.length,
      offers: of('offer'),
      amendments: of('amendment'),
      total: amountOf(sum(prices)),
      unpriced: prices.filter(({ before, after }) => (before === null) !== (after === null)).length,
      lapsing: prices.filter(({ lapses }) => lapses).length,
      items: prices.toSorted((a, b) => size(b).comparedTo(size(a))).slice(0, mostItems),
    },
    deadlines: {
      count: deadlines.length,
      cases: new Set(deadlines.map(({ caseId }) => caseId)).size,
      items: deadlines.slice(0, mostItems),
    },
    leftOut: {
      prices: Math.max(0, prices.length - mostItems),
      deadlines: Math.max(0, deadlines.length - mostItems),
    },
  };
}
