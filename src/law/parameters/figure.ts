import type { Day } from '../days.ts';
import type { Parameter } from '../parameter.ts';

/** A figure of the fee: a dated decimal string. A figure that is set for a year at a time also says on which day it
 *  runs out, so that last year's price is never taken for this year's. */
export interface Figure extends Parameter<string> {
  readonly lastDay?: (since: Day) => Day;
}

/** The operator publishes the load-unit price for 1 May to 30 April; the first one ran from July 2021 to 2022-04-30.
 *  A price since 2024-05-01 holds to 2025-04-30, one entered since 2024-09-15 as well. */
export function lastDayOfPriceYear(since: Day): Day {
  const endOfApril = new Temporal.PlainDate(since.year, 4, 30);
  return since.month < 5 ? endOfApril : endOfApril.add({ years: 1 });
}
