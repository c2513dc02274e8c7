import type { Clause } from '../clauses.ts';
import type { Day } from '../days.ts';
import { type Parameter, type ParameterDefinition, parameter } from '../parameter.ts';

export interface FigureDefinition extends ParameterDefinition<string> {
  /** The clause that asks for it. */
  readonly clause: Clause;
  /** How a value is written, also one that an administrator enters. */
  readonly pattern: RegExp;
  /** A figure that is set for a year at a time runs out, so that last year's price is never taken for this year's. */
  readonly lastDay?: (since: Day) => Day;
}

/** A figure of the fee: a dated decimal string. */
export type Figure = FigureDefinition & Parameter<string>;

export const figure = (definition: FigureDefinition): Figure => ({ ...definition, ...parameter(definition) });

export const RATIO = /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/;
export const EUR_PER_AMPERE = /^(0|[1-9]\d{0,5})\.\d{2,4}$/;
export const EUR = /^(0|[1-9]\d{0,11})\.\d{2}$/;
