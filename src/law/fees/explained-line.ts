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
  const isInCents = product.equals(customerShare);
  const operatorShare = amount.minus(customerShare);
  const rest = operatorShare.isZero()
    ? say('', '')
    : say(`, operators sedz ${lv.eur(operatorShare)}`, `, and the operator bears ${en.eur(operatorShare)}`);
  const rounded = isInCents
    ? say('', '')
    : say(`${lv.number(product)}, veselos centos `, `${en.number(product)}, in whole cents `);
  return say(
    `${lv.eur(amount)} × ${lv.percent(share.ratio)} = ${rounded.lv}${lv.eur(customerShare)}${rest.lv}`,
    `${en.eur(amount)} × ${en.percent(share.ratio)} = ${rounded.en}${en.eur(customerShare)}${rest.en}`,
  );
}
