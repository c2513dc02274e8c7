import { Decimal } from 'decimal.js';
import { termsOf } from '../../../workflows/derived.ts';
import type { Facts, Offer } from '../../../workflows/facts.ts';
import type { Day } from '../../law/days.ts';
import { priceStillHolds } from '../../law/fees/price-still-holds.ts';
import { repriced } from '../../law/fees/reprice.ts';
import type { LawBook } from '../../law/law-book.ts';
import { type Amount, amountOf } from '../../law/money.ts';
import { Refusal } from '../../law/refusal.ts';
import { type EffectiveTerms, effectiveTerms } from '../../law/terms/terms.ts';
import type { Words } from '../../law/words.ts';
import type { OpenCase } from '../open-case.ts';

/** A case whose price would be another one. The price that was offered or agreed stays as it is: `offer` is what a
 *  revised offer would come to, `amendment` what an amendment of the contract would. */
export interface PriceChange {
  readonly caseId: string;
  readonly number: string;
  readonly status: string;
  readonly basis: 'offer' | 'amendment';
  /** What was offered or agreed, with VAT. */
  readonly given: Amount;
  /** The customer's share with VAT by the law as it is; null: it cannot be priced. */
  readonly before: Amount | null;
  readonly after: Amount | null;
  /** Signed; null where one of both cannot be priced. */
  readonly difference: string | null;
  /** Why it cannot be priced, by the law as it is or as proposed. */
  readonly because: Words | null;
  /** The offer could no longer be concluded as it stands, and would have to be issued again (OQ-FEE-9). */
  readonly lapses: boolean;
}

const OFFERED: ReadonlySet<string> = new Set(['offered', 'objected', 'offer-lapsed', 'annulment-warned']);
const AGREED: ReadonlySet<string> = new Set(['in-force', 'suspended']);

type Price = { readonly amount: Amount } | { readonly refused: Words };

/** What one case would cost under two books on one day; null where it is the same, or the case has no price yet. */
export function priceChange(one: OpenCase, present: LawBook, proposed: LawBook, on: Day): PriceChange | null {
  const { facts } = one.state;
  const basis = OFFERED.has(one.status) ? 'offer' : AGREED.has(one.status) ? 'amendment' : null;
  if (!facts.offer || !basis) return null;
  const terms = basis === 'offer' ? newOfferTerms : agreedTerms;
  const [before, after] = [present, proposed].map((book) =>
    priceUnder(facts.offer!, book, on, terms(facts, book, on)),
  );
  const lapses = basis === 'offer' && holds(facts.offer, on, present) && !holds(facts.offer, on, proposed);
  if (sameText(before!) === sameText(after!) && !lapses) return null;
  return {
    caseId: one.id,
    number: one.number,
    status: one.status,
    basis,
    given: facts.offer.quote.customerGross,
    ...amountsOf(before!, after!),
    lapses,
  };
}

const holds = (offer: Offer, on: Day, book: LawBook): boolean => priceStillHolds(offer.quote, on, book).holds;

/** A revised offer pins the terms of its own day, with what Part I agreed above them (II.1.1). */
const newOfferTerms = ({ offer }: Facts, book: LawBook, on: Day): EffectiveTerms =>
  effectiveTerms(book.termsInForce(on), offer?.partOne);

/** A contract keeps its own version (II.1.7). */
const agreedTerms = (facts: Facts, book: LawBook, on: Day): EffectiveTerms => termsOf(facts, book, on);

function priceUnder({ quote }: Offer, book: LawBook, on: Day, terms: EffectiveTerms): Price {
  try {
    return { amount: repriced(quote, book, on, terms).after };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.detail };
    throw error;
  }
}

const sameText = (price: Price): string => ('amount' in price ? price.amount : price.refused.en);

function amountsOf(
  before: Price,
  after: Price,
): Pick<PriceChange, 'before' | 'after' | 'difference' | 'because'> {
  const amount = (price: Price): Amount | null => ('amount' in price ? price.amount : null);
  const refused = [after, before].find((price) => 'refused' in price);
  return {
    before: amount(before),
    after: amount(after),
    difference:
      'amount' in before && 'amount' in after
        ? amountOf(new Decimal(after.amount).minus(before.amount))
        : null,
    because: refused?.refused ?? null,
  };
}
