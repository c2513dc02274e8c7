import { amountOf } from '../money.ts';
import { say, type Words } from '../words.ts';
import type { Asked } from './asked.ts';
import { COMPONENT_LABELS } from './component.ts';
import type { PricedRegime, SharedLine } from './priced-regime.ts';
import type { FeeLine } from './quote-shape.ts';
import { en, lv } from './spoken.ts';

export const explainedLines = ({ lines }: PricedRegime, asked: Asked): FeeLine[] =>
  lines.map((line) => ({
    component: line.component,
    label: COMPONENT_LABELS[line.component],
    amount: amountOf(line.amount),
    customerShare: amountOf(line.customerShare),
    operatorShare: amountOf(line.amount.minus(line.customerShare)),
    clause: line.clause,
    because: becauseOf(line),
    reverseCharge: asked.reverseCharge.has(line.component),
  }));

/** What the line costs, then who pays how much of it: “…: 3000.00 EUR. 32 A and 400 V are within 100 A and 400 V, so the
 *  customer pays 50 %: 3000.00 EUR × 50 % = 1500.00 EUR, and the operator 1500.00 EUR.” */
function becauseOf(line: SharedLine): Words {
  const cost = line.because();
  const share = line.share.because();
  const sum = arithmeticOf(line);
  return say(`${cost.lv} ${share.lv}: ${sum.lv}.`, `${cost.en} ${share.en}: ${sum.en}.`);
}

function arithmeticOf({ amount, share, customerShare }: SharedLine): Words {
  const product = amount.times(share.ratio);
  const operatorShare = amount.minus(customerShare);
  const inCents = product.equals(customerShare);
  return say(
    `${lv.eur(amount)} × ${lv.percent(share.ratio)} = ${inCents ? '' : `${lv.number(product)} jeb veselos centos `}${lv.eur(customerShare)}, operators sedz ${lv.eur(operatorShare)}`,
    `${en.eur(amount)} × ${en.percent(share.ratio)} = ${inCents ? '' : `${en.number(product)}, in whole cents `}${en.eur(customerShare)}, and the operator bears ${en.eur(operatorShare)}`,
  );
}
