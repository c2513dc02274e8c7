import { type Day, day } from '../days.ts';
import type { LawBook } from '../law-book.ts';
import type { EffectiveTerms } from '../terms/terms.ts';
import { askedBy, type DatedRequest } from './asked.ts';
import { amountsOf, explainedQuote, type FeeAmounts } from './explained-quote.ts';
import { type FeeLaw, lawFromBook } from './fee-law.ts';
import { lawFromPin } from './pinned-law.ts';
import { priceOf } from './price.ts';
import type { Quote } from './quote-shape.ts';
import { readQuoteRequest } from './read-request.ts';
import type { QuoteRequest } from './request.ts';

export type { FeeAmounts } from './explained-quote.ts';
export type { Quote } from './quote-shape.ts';

/** Prices a connection by the law of the day on which the contract is concluded, and explains every cent. `terms` are
 *  those pinned to a contract; without them Part II of that day is used.
 *  @throws Refusal where the request cannot be priced, naming field or figure, reason and clause */
export function quote(request: QuoteRequest, book: LawBook, today: Day, terms?: EffectiveTerms): Quote {
  const dated = datedRequest(request, today);
  return explainedQuote(dated, lawFor(dated, book, terms));
}

/** The same quote from what was kept with it, whatever has become of figures, settings and terms since. */
export const recompute = (kept: Pick<Quote, 'request' | 'pinned'>): Quote =>
  explainedQuote(kept.request, lawFromPin(kept.pinned));

/** The sums alone, for a list of many cases: the same rules without the explanation. */
export function feeAmounts(
  request: QuoteRequest,
  book: LawBook,
  today: Day,
  terms?: EffectiveTerms,
): FeeAmounts {
  const dated = datedRequest(request, today);
  return amountsOf(priceOf(askedBy(dated), lawFor(dated, book, terms)));
}

const datedRequest = (request: QuoteRequest, today: Day): DatedRequest => {
  const read = readQuoteRequest(request);
  return { ...read, concludedOn: read.concludedOn ?? today.toString() };
};

const lawFor = ({ concludedOn, edition }: DatedRequest, book: LawBook, terms?: EffectiveTerms): FeeLaw =>
  lawFromBook(book, day(concludedOn), edition ?? 'verified', terms);
