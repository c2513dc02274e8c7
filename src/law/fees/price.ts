import type { Asked } from './asked.ts';
import type { FeeLaw } from './fee-law.ts';
import { type PricedRegime, pricedRegime } from './priced-regime.ts';
import { costsUnder17 } from './regime-1-7.ts';
import { costsUnder18 } from './regime-1-8.ts';
import { type Comparison, lowerOf, type RegimeChoice, regimesToCompute } from './regime-choice.ts';
import { type Vat, vatOf } from './vat.ts';

/** The sums and the reasons behind them, before anything is put into words. */
export interface Price {
  readonly choice: RegimeChoice;
  readonly regimes: readonly PricedRegime[];
  readonly comparison: Comparison;
  readonly applied: PricedRegime;
  readonly vat: Vat;
}

const COSTS_UNDER = { '1/8': costsUnder18, '1/7': costsUnder17 } as const;

export function priceOf(asked: Asked, law: FeeLaw): Price {
  const choice = regimesToCompute(asked, law);
  const isCompared = choice.computed.length > 1 && choice.appliesAlone === undefined;
  const regimes = choice.computed.map((regime) =>
    pricedRegime(COSTS_UNDER[regime](asked, law, isCompared), asked, law),
  );
  const comparison = lowerOf(regimes, choice, law);
  return {
    choice,
    regimes,
    comparison,
    applied: comparison.applied,
    vat: vatOf(comparison.applied, asked, law),
  };
}
