import type { Decimal } from 'decimal.js';
import type { Clause } from '../clauses.ts';
import { say } from '../words.ts';
import type { Asked } from './asked.ts';
import { COMPONENTS, type Regime } from './component.ts';
import type { AmountNotGiven, CostLine, IgnoredCost, ShareRule } from './cost-line.ts';
import { type DeferralAnswer, deferralAnswer } from './deferral.ts';
import { toCents, total, ZERO } from './exact.ts';
import { type FeeLaw, settingOf } from './fee-law.ts';
import { type Financing, financingArithmetic, financingOf } from './financing.ts';
import { joined } from './spoken.ts';
import { inWholeCents } from './whole-cents.ts';

/** What one set of rules finds before financing and the split. */
export interface CostsOfRegime {
  readonly regime: Regime;
  readonly worksBasis: 'loadUnit' | 'construction' | null;
  readonly lines: readonly CostLine[];
  readonly ignored: readonly IgnoredCost[];
  readonly notGiven: readonly AmountNotGiven[];
  readonly financing: {
    readonly clause: Clause;
    /** What the return rate is applied to. */
    readonly base: Decimal;
    share(): ShareRule;
  };
}

export interface SharedLine extends CostLine {
  readonly customerShare: Decimal;
}

export interface PricedRegime extends Omit<CostsOfRegime, 'financing' | 'lines'> {
  readonly lines: readonly SharedLine[];
  readonly fee: Decimal;
  readonly customerShare: Decimal;
  readonly operatorShare: Decimal;
  readonly deferral: DeferralAnswer | undefined;
  readonly financing: Financing | undefined;
}

/** Adds the financing of a deferral that may be agreed, and shares the fee out. */
export function pricedRegime(costs: CostsOfRegime, asked: Asked, law: FeeLaw): PricedRegime {
  const deferral = asked.deferral && deferralAnswer(asked, asked.deferral, costs.regime, law);
  const financing =
    asked.deferral && deferral?.eligible ? financingOf(costs.financing.base, asked.deferral, law) : undefined;
  const lines = financing ? [...costs.lines, financingLine(costs, financing)] : costs.lines;
  return { ...costs, ...sharedOut(lines, law), deferral, financing };
}

const financingLine = (costs: CostsOfRegime, financing: Financing): CostLine => ({
  component: 'financing',
  amount: financing.cost,
  clause: costs.financing.clause,
  share: costs.financing.share(),
  because: () =>
    joined(say('Finansēšana par atlikto maksājumu:', 'Financing of the deferral:'), {
      lv: `${financingArithmetic(financing).lv}.`,
      en: `${financingArithmetic(financing).en}.`,
    }),
});

/** The customer's share is rounded once, on the sum; the operator's share is the rest (OQ-FEE-1). The shares of the lines
 *  are then cut to cents that add up to it, whatever the order in which the lines come. */
export function sharedOut(
  unordered: readonly CostLine[],
  law: FeeLaw,
): Pick<PricedRegime, 'lines' | 'fee' | 'customerShare' | 'operatorShare'> {
  const lines = unordered.toSorted(
    (a, b) => COMPONENTS.indexOf(a.component) - COMPONENTS.indexOf(b.component),
  );
  const shares = lines.map(({ amount, share }) => amount.times(share.ratio));
  const customerShare = toCents(total(shares), settingOf(law, 'money.rounding'));
  const inCents = inWholeCents(shares, customerShare);
  const fee = total(lines.map(({ amount }) => amount));
  return {
    lines: lines.map((line, index) => ({ ...line, customerShare: inCents[index] ?? ZERO })),
    fee,
    customerShare,
    operatorShare: fee.minus(customerShare),
  };
}
