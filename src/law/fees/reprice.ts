import type { Day } from '../days.ts';
import type { LawBook } from '../law-book.ts';
import { type Amount, amountOf } from '../money.ts';
import type { EffectiveTerms } from '../terms/terms.ts';
import { exact } from './exact.ts';
import { type FeeAmounts, feeAmounts } from './quote.ts';
import type { Quote } from './quote-shape.ts';

export interface Repriced {
  readonly before: Amount;
  readonly after: Amount;
  /** Signed: what the customer would pay more (or less, with a minus), with VAT. */
  readonly difference: string;
  readonly amounts: FeeAmounts;
}

/** What a quote would come to under another book, on the day on which its contract would now be concluded: the report
 *  on open cases before a figure takes effect. The pinned quote itself stays as it is.
 *  @throws Refusal where it could no longer be priced */
export function repriced(
  kept: Pick<Quote, 'request' | 'customerGross'>,
  book: LawBook,
  concludedOn: Day,
  terms?: EffectiveTerms,
): Repriced {
  const amounts = feeAmounts(
    { ...kept.request, concludedOn: concludedOn.toString() },
    book,
    concludedOn,
    terms,
  );
  const difference = exact(amounts.customerGross).minus(kept.customerGross);
  return {
    before: kept.customerGross,
    after: amounts.customerGross,
    difference: amountOf(difference),
    amounts,
  };
}
