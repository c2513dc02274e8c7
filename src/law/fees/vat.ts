import type { Decimal } from 'decimal.js';
import type { Day } from '../days.ts';
import type { LawBook } from '../law-book.ts';
import type { ValueInForce } from '../parameter.ts';
import { missingFigure, requiredFigure } from '../parameters/figure-in-force.ts';
import { say, type Words } from '../words.ts';
import type { Asked } from './asked.ts';
import { exact, toCents, total, ZERO } from './exact.ts';
import { type FeeLaw, settingOf } from './fee-law.ts';
import type { PricedRegime } from './priced-regime.ts';
import { en, lv } from './spoken.ts';

/** The rate of an invoice is the one in force on its day of issue (II.10.3). */
export const vatRateOn = (on: Day, book: LawBook): ValueInForce<string> =>
  requiredFigure('vat-rate', on, book);

export interface Vat {
  readonly rate: string;
  /** What the operator charges VAT on: the customer's share without the lines under reverse charge. */
  readonly base: Decimal;
  readonly vat: Decimal;
  readonly gross: Decimal;
  readonly because: () => Words;
}

/** VAT on the customer's share alone; the operator's share is no supply to the customer (OQ-FEE-2). */
export function vatOf(priced: PricedRegime, asked: Asked, law: FeeLaw): Vat {
  const rate = asked.request.vatRate ?? vatRateInForce(law);
  const charged = priced.lines.filter(({ component }) => !asked.reverseCharge.has(component));
  const base = total(charged.map(({ customerShare }) => customerShare));
  const isSplit = !priced.operatorShare.isZero();
  const vat =
    isSplit && !settingOf(law, 'split.beforeVat')
      ? splitAfterVat(priced, exact(rate), base, law)
      : toCents(base.times(rate), settingOf(law, 'money.rounding'));
  return {
    rate,
    base,
    vat,
    gross: priced.customerShare.plus(vat),
    because: () =>
      say(
        `PVN: ${lv.eur(base)} × ${lv.percent(rate)} = ${lv.eur(vat)}; kopā ar PVN klients maksā ${lv.eur(priced.customerShare.plus(vat))}.`,
        `VAT: ${en.eur(base)} × ${en.percent(rate)} = ${en.eur(vat)}; with VAT the customer pays ${en.eur(priced.customerShare.plus(vat))}.`,
      ),
  };
}

function vatRateInForce(law: FeeLaw): string {
  const figure = law.figure('vat-rate');
  if (!figure) throw missingFigure('vat-rate', law.on);
  return figure.value;
}

/** The other reading of OQ-FEE-2: VAT is added to the whole fee in cents, and then the parties share it. */
function splitAfterVat(priced: PricedRegime, rate: Decimal, base: Decimal, law: FeeLaw): Decimal {
  if (priced.fee.isZero()) return ZERO;
  const rounding = settingOf(law, 'money.rounding');
  const vatOfFee = toCents(priced.fee.times(rate), rounding);
  return toCents(vatOfFee.times(base).dividedBy(priced.fee), rounding);
}
