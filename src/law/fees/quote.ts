import { type Day, day } from '../days.ts';
import type { LawBook } from '../law-book.ts';
import { type Amount, amountOf } from '../money.ts';
import type { EffectiveTerms } from '../terms/terms.ts';
import { type Asked, askedBy, type DatedRequest } from './asked.ts';
import { CLAUSE, type Regime } from './component.ts';
import { remembering } from './consulted-law.ts';
import type { IgnoredCost } from './cost-line.ts';
import { explainedLines } from './explained-line.ts';
import { type FeeLaw, lawFromBook, settingOf } from './fee-law.ts';
import { givenFigures } from './given-figures.ts';
import { obstaclesToOffer } from './obstacles.ts';
import { paymentSchedule } from './payment-schedule.ts';
import { lawFromPin, pinOf } from './pinned-law.ts';
import { type Price, priceOf } from './price.ts';
import type { PricedRegime } from './priced-regime.ts';
import type { ComparedRegime, Quote, QuotedDeferral, QuotedFinancing, Remark } from './quote-shape.ts';
import { readQuoteRequest } from './read-request.ts';
import { ignoredWithRegime } from './regime-choice.ts';
import type { QuoteRequest } from './request.ts';
import { traceOf } from './trace.ts';

export type { Quote } from './quote-shape.ts';

/** Prices a connection by the law of the day on which the contract is concluded, and explains every cent. `terms` are
 *  those pinned to a contract; without them Part II of that day is used.
 *  @throws Refusal where the request cannot be priced, naming field or figure, reason and clause */
export function quote(request: QuoteRequest, book: LawBook, today: Day, terms?: EffectiveTerms): Quote {
  const dated = datedRequest(request, today);
  return explained(dated, lawFromBook(book, day(dated.concludedOn), dated.edition ?? 'verified', terms));
}

/** The same quote from what was kept with it, whatever has become of figures, settings and terms since. */
export const recompute = (kept: Quote): Quote => explained(kept.request, lawFromPin(kept.pinned));

export type FeeAmounts = Pick<Quote, 'regimeApplied'> &
  Readonly<
    Record<'connectionFeeNet' | 'operatorShareNet' | 'customerShareNet' | 'vat' | 'customerGross', Amount>
  >;

/** The sums alone, for a list of many cases: the same rules without the explanation. */
export function feeAmounts(
  request: QuoteRequest,
  book: LawBook,
  today: Day,
  terms?: EffectiveTerms,
): FeeAmounts {
  const dated = datedRequest(request, today);
  const law = lawFromBook(book, day(dated.concludedOn), dated.edition ?? 'verified', terms);
  return amountsOf(priceOf(askedBy(dated), law));
}

const datedRequest = (request: QuoteRequest, today: Day): DatedRequest => {
  const read = readQuoteRequest(request);
  return { ...read, concludedOn: read.concludedOn ?? today.toString() };
};

const amountsOf = ({ applied, vat }: Price): FeeAmounts => ({
  regimeApplied: applied.regime,
  connectionFeeNet: amountOf(applied.fee),
  operatorShareNet: amountOf(applied.operatorShare),
  customerShareNet: amountOf(applied.customerShare),
  vat: amountOf(vat.vat),
  customerGross: amountOf(vat.gross),
});

function explained(request: DatedRequest, source: FeeLaw): Quote {
  const law = remembering(source);
  const asked = askedBy(request);
  const price = priceOf(asked, law);
  const { applied, vat, regimes } = price;
  const consulted = law.consulted();
  const obstacles = obstaclesToOffer(asked, law, price);
  const compared = regimes.map((regime) => comparedRegime(regime, price, asked));
  const deferral = quotedDeferral(applied);
  const ignored = [
    ...regimes.flatMap((regime) => regime.ignored),
    ...ignoredWithRegime(asked, price.choice),
  ].map(remark);
  const figures = [...consulted.figures, ...givenFigures(asked, price)];
  return {
    request,
    pinned: pinOf(source, consulted.figures),
    concludedOn: request.concludedOn,
    termsVersion: law.termsVersion,
    edition: law.edition,
    offerable: obstacles.length === 0,
    obstacles,
    worksBasis: applied.worksBasis,
    lines: compared.find(({ applies }) => applies)!.lines,
    ...amountsOf(price),
    vatRate: vat.rate,
    vatBase: amountOf(vat.base),
    deferral,
    financing: quotedFinancing(applied, asked, source),
    compared,
    ignored,
    figures,
    settings: consulted.settings,
    terms: consulted.terms,
    trace: traceOf({ price, compared, deferral, ignored, figures, consulted }),
  };
}

const remark = ({ field, clause, because }: IgnoredCost): Remark => ({ field, clause, because: because() });

const comparedRegime = (
  regime: PricedRegime,
  { comparison, applied }: Price,
  asked: Asked,
): ComparedRegime => ({
  regime: regime.regime satisfies Regime,
  worksBasis: regime.worksBasis,
  connectionFeeNet: amountOf(regime.fee),
  operatorShareNet: amountOf(regime.operatorShare),
  customerShareNet: amountOf(regime.customerShare),
  applies: regime === applied,
  clause: CLAUSE.comparison,
  because: comparison.because(regime),
  lines: explainedLines(regime, asked),
});

const quotedDeferral = ({ deferral }: PricedRegime): QuotedDeferral | null =>
  deferral
    ? {
        eligible: deferral.eligible,
        conditions: deferral.conditions.map((condition) => ({ ...condition, because: condition.because() })),
      }
    : null;

function quotedFinancing(applied: PricedRegime, asked: Asked, law: FeeLaw): QuotedFinancing {
  const { financing } = applied;
  if (!financing) {
    const method = settingOf(law, 'financing.method');
    return { base: '0.00', cost: '0.00', method, annualRate: null, months: 0, schedule: [] };
  }
  const financed = applied.lines.find(({ component }) => component === 'financing')!.customerShare;
  const share = { financing: financed, others: applied.customerShare.minus(financed) };
  return {
    base: amountOf(financing.base),
    cost: amountOf(financing.cost),
    method: financing.method,
    annualRate: financing.annualRate,
    months: financing.months,
    schedule: paymentSchedule(financing, share, asked.on),
  };
}
