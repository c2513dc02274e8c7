/** How days are counted (ADR 0002). Dates are local dates of the operator's time zone; nothing here reads a clock. */

export type Day = Temporal.PlainDate;

/** An ISO date (`2025-03-10`) as it stands in events, in the database and in the API. */
export type IsoDay = string;

/** @throws RangeError where the text is no date */
export const day = (iso: IsoDay): Day => Temporal.PlainDate.from(iso);

export const plusDays = (from: Day, days: number): Day => from.add({ days });

export const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0;
export const isAfter = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) > 0;
export const laterOf = (a: Day, b: Day): Day => (isBefore(a, b) ? b : a);
export const earlierOf = (a: Day, b: Day): Day => (isBefore(a, b) ? a : b);
export const daysBetween = (from: Day, to: Day): number => from.until(to, { largestUnit: 'days' }).days;

/** "Within N days from day X": X is day 0 and the last day is X + N, open to local midnight. There is no
 *  roll-forward from weekends (OQ-DAY-1). Issued 2025-03-10, 30 days: open to the end of 2025-04-09. */
export const lastDayWithin = (from: Day, days: number): Day => plusDays(from, days);

/** "At least N days": N complete days lie between the trigger day and the act (OQ-DAY-2).
 *  Warned 2025-04-10, 10 days: the act is lawful from 2025-04-21. */
export const earliestDayAfter = (trigger: Day, completeDays: number): Day =>
  plusDays(trigger, completeDays + 1);

/** "Longer than N months from X": from the day after X + N months, where a shorter month clamps.
 *  From 2025-01-31, one month: the month ends on 2025-02-28, it is exceeded from 2025-03-01. */
export const dayAfterMonths = (from: Day, months: number): Day => from.add({ months }).add({ days: 1 });

/** The local date of an instant. */
export function dayOf(at: Temporal.Instant | string, timeZone: string): Day {
  const instant = typeof at === 'string' ? Temporal.Instant.from(at) : at;
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The first instant of a local date; a day of 23 or 25 hours changes no day count. */
export const startOfDay = (on: Day, timeZone: string): Temporal.Instant =>
  on.toZonedDateTime({ timeZone }).toInstant();

/** A half-open interval of days `[from, to)`; `to` is null while it is still open. */
export interface DayInterval {
  readonly from: Day;
  readonly to: Day | null;
}

/** Days covered by the union of the intervals; overlapping and adjacent ones are counted once (T-28, OQ-SUS-1).
 *  `[06-01, 06-21)` with `[06-11, 07-01)` is 30 days. Open intervals count up to `until`. */
export function unionOfDays(intervals: readonly DayInterval[], until: Day): number {
  const closed = intervals
    .map(({ from, to }) => ({ from, to: to ?? until }))
    .filter(({ from, to }) => isBefore(from, to))
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  let days = 0;
  let covered: Day | null = null;
  for (const { from, to } of closed) {
    const start = covered === null ? from : laterOf(from, covered);
    if (isBefore(start, to)) days += daysBetween(start, to);
    covered = covered === null ? to : laterOf(covered, to);
  }
  return days;
}
