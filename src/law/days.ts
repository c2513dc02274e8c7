/** How days are counted (ADR 0002). Dates are local dates of the operator's time zone; nothing here reads a clock. */

export type Day = Temporal.PlainDate;

/** An ISO date (`2025-03-10`) as it stands in events, in the database and in the API. */
export type IsoDay = string;

/** One step asks for the same few days hundreds of times, and reading a date costs more than finding it again. A date never
 *  changes, so whoever asks may have the same one. */
function remembered<Value>(of: (key: string) => Value): (key: string) => Value {
  const MOST = 20_000;
  const known = new Map<string, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = of(key);
      if (known.size >= MOST) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

/** @throws RangeError where the text is no date */
export const day: (iso: IsoDay) => Day = remembered((iso) => Temporal.PlainDate.from(iso));

/** What was found of a date before: its place among all days, and the days that lie so many after it. */
interface Known {
  readonly ordinal: number;
  readonly later: Map<number, Day>;
}

const knownOf = new WeakMap<Day, Known>();
const EPOCH = Temporal.PlainDate.from('1970-01-01');

function known(on: Day): Known {
  let found = knownOf.get(on);
  if (!found) {
    found = { ordinal: EPOCH.until(on).days, later: new Map() };
    knownOf.set(on, found);
  }
  return found;
}

export const plusDays = (from: Day, days: number): Day => {
  const { later } = known(from);
  let on = later.get(days);
  if (!on) {
    on = from.add({ days });
    later.set(days, on);
  }
  return on;
};

export const isBefore = (a: Day, b: Day): boolean => a !== b && known(a).ordinal < known(b).ordinal;
export const isAfter = (a: Day, b: Day): boolean => a !== b && known(a).ordinal > known(b).ordinal;
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

/** The days of one time zone: a day begins with a whole millisecond. */
const zones = new Map<
  string,
  { readonly ofMillisecond: (epoch: string) => Day; readonly start: (iso: IsoDay) => Temporal.Instant }
>();

function daysOf(timeZone: string) {
  let zone = zones.get(timeZone);
  if (!zone) {
    zone = {
      ofMillisecond: remembered((epoch) =>
        Temporal.Instant.fromEpochMilliseconds(Number(epoch)).toZonedDateTimeISO(timeZone).toPlainDate(),
      ),
      start: remembered((iso) => day(iso).toZonedDateTime({ timeZone }).toInstant()),
    };
    zones.set(timeZone, zone);
  }
  return zone;
}

/** The local date of an instant. */
export function dayOf(at: Temporal.Instant | string, timeZone: string): Day {
  const instant = typeof at === 'string' ? Temporal.Instant.from(at) : at;
  return daysOf(timeZone).ofMillisecond(String(instant.epochMilliseconds));
}

/** The first instant of a local date; a day of 23 or 25 hours changes no day count. */
export const startOfDay = (on: Day, timeZone: string): Temporal.Instant =>
  daysOf(timeZone).start(on.toString());

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
