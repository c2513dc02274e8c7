import type { Decimal } from 'decimal.js';
import type { Clause } from '../clauses.ts';
import { say, type Words } from '../words.ts';
import type { Component } from './component.ts';
import { en, inBoth, lv } from './spoken.ts';

/** Which part of a line the customer pays, and why. */
export interface ShareRule {
  readonly ratio: Decimal;
  readonly because: () => Words;
}

/** One component before the split: the amount in whole cents and the rule of its share. The sentences are written only
 *  when somebody reads them. */
export interface CostLine {
  readonly component: Component;
  readonly amount: Decimal;
  readonly clause: Clause;
  readonly share: ShareRule;
  readonly because: () => Words;
}

/** A cost that was given but not needed, and why. */
export interface IgnoredCost {
  readonly field: string;
  readonly clause: Clause;
  readonly because: () => Words;
}

/** An amount that the rule asks for and nobody gave: counted as nothing, and never offered that way. */
export interface AmountNotGiven {
  readonly field: string;
  readonly clause: Clause;
  readonly because: () => Words;
}

export const givenAmount = (amount: Decimal, what: Words): Words =>
  say(`${what.lv}: ${lv.eur(amount)}.`, `${what.en}: ${en.eur(amount)}.`);

/** 16 A × 100.00 EUR/A = 1600.00 EUR */
export const perAmpere = (ampere: Decimal, price: string, amount: Decimal): Words =>
  inBoth(({ number, eurPerAmpere, eur }) => `${number(ampere)} A × ${eurPerAmpere(price)} = ${eur(amount)}`);
