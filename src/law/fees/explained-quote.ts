import { type Amount, amountOf } from '../money.ts';
import { type Asked, askedBy, type DatedRequest } from './asked.ts';
import { CLAUSE } from './component.ts';
import { remembering } from './consulted-law.ts';
import type { IgnoredCost } from './cost-line.ts';
import { explainedLines } from './explained-line.ts';
import type { FeeLaw } from './fee-law.ts';
import { givenFigures } from './given-figures.ts';
import { obstaclesToOffer } from './obstacles.ts';
import { pinOf } from './pinned-law.ts';
import { type Price, priceOf } from './price.ts';
import type { PricedRegime } from './priced-regime.ts';
import type { ComparedRegime, Quote, QuotedDeferral, Remark } from './quote-shape.ts';
import { quotedFinancing } from './quoted-financing.ts';
import { ignoredWithRegime } from './regime-choice.ts';
import { traceOf } from './trace.ts';

export type FeeAmounts = Pick<Quote, 'regimeApplied'> &
  Readonly<
    Record<'connectionFeeNet' | 'operatorShareNet' | 'customerShareNet' | 'vat' | 'customerGross', Amount>
  >;

export const amountsOf = ({ applied, vat }: Price): FeeAmounts => ({
  regimeApplied: applied.regime,
  connectionFeeNet: amountOf(applied.fee),
  operatorShareNet: amountOf(applied.operatorShare),
  customerShareNet: amountOf(applied.customerShare),
  vat: amountOf(vat.vat),
  customerGross: amountOf(vat.gross),
});

/** The price with its reasons put into words, and with the law that it rests on. */
export function explainedQuote(request: DatedRequest, source: FeeLaw): Quote {
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
  const figures = [...consulted.figures, ...givenFigures(asked, price, source)];
  return {
    request,
    pinned: pinOf(
      source,
      figures.filter(({ status }) => status !== 'given'),
    ),
    concludedOn: request.concludedOn,
    edition: law.edition,
    termsVersion: law.termsVersion,
    offerable: obstacles.length === 0,
    obstacles,
    ...amountsOf(price),
    worksBasis: applied.worksBasis,
    vatRate: vat.rate,
    vatBase: amountOf(vat.base),
    lines: compared.find(({ applies }) => applies)!.lines,
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
  regime: regime.regime,
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
