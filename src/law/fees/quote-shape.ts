import type { Clause } from '../clauses.ts';
import type { IsoDay } from '../days.ts';
import type { Amount } from '../money.ts';
import type { RuleEdition } from '../parameters/figure-in-force.ts';
import type { UsedParameter } from '../terms/terms.ts';
import type { Words } from '../words.ts';
import type { DatedRequest } from './asked.ts';
import type { Component, Regime } from './component.ts';
import type { UsedFigure } from './fee-law.ts';
import type { FinancingMethod } from './financing.ts';
import type { DeferredPayment } from './payment-schedule.ts';
import type { PinnedLaw } from './pinned-law.ts';

/** A quote is plain JSON: it is kept with the offer and read again years later. Amounts are net unless named gross. */
export interface FeeLine {
  readonly component: Component;
  readonly label: Words;
  readonly amount: Amount;
  readonly customerShare: Amount;
  readonly operatorShare: Amount;
  readonly clause: Clause;
  readonly because: Words;
  /** The customer accounts for the VAT of this line. */
  readonly reverseCharge: boolean;
}

export interface QuotedDeferral {
  readonly eligible: boolean;
  readonly conditions: readonly {
    readonly name: string;
    readonly met: boolean;
    readonly clause: Clause;
    readonly because: Words;
  }[];
}

export interface QuotedFinancing {
  readonly base: Amount;
  readonly cost: Amount;
  readonly method: FinancingMethod;
  readonly annualRate: string | null;
  readonly months: number;
  readonly schedule: readonly DeferredPayment[];
}

export interface ComparedRegime {
  readonly regime: Regime;
  readonly worksBasis: 'loadUnit' | 'construction' | null;
  readonly connectionFeeNet: Amount;
  readonly operatorShareNet: Amount;
  readonly customerShareNet: Amount;
  readonly applies: boolean;
  readonly clause: Clause;
  readonly because: Words;
  readonly lines: readonly FeeLine[];
}

export interface Remark {
  readonly field: string;
  readonly clause: Clause;
  readonly because: Words;
}

/** Why a price may be looked at but not offered. */
export interface OfferObstacle {
  readonly code: 'edition-reported' | 'deferral-not-eligible' | 'amount-not-given';
  readonly clause: Clause;
  readonly detail: Words;
}

export interface TraceNode {
  readonly label: Words;
  readonly value?: string;
  readonly clause?: Clause;
  readonly since?: IsoDay;
  readonly status?: UsedFigure['status'];
  readonly source?: string;
  readonly children: readonly TraceNode[];
}

export interface Quote {
  readonly request: DatedRequest;
  readonly pinned: PinnedLaw;
  readonly concludedOn: IsoDay;
  readonly termsVersion: string;
  readonly edition: RuleEdition;
  readonly offerable: boolean;
  readonly obstacles: readonly OfferObstacle[];
  readonly regimeApplied: Regime;
  readonly worksBasis: 'loadUnit' | 'construction' | null;
  readonly lines: readonly FeeLine[];
  readonly connectionFeeNet: Amount;
  readonly operatorShareNet: Amount;
  readonly customerShareNet: Amount;
  readonly vatRate: string;
  readonly vatBase: Amount;
  readonly vat: Amount;
  readonly customerGross: Amount;
  /** null where no deferral was asked for. */
  readonly deferral: QuotedDeferral | null;
  readonly financing: QuotedFinancing;
  readonly compared: readonly ComparedRegime[];
  readonly ignored: readonly Remark[];
  readonly figures: readonly UsedFigure[];
  readonly settings: readonly UsedParameter[];
  readonly terms: readonly UsedParameter[];
  readonly trace: TraceNode;
}
