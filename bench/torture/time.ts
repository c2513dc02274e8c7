import type { Random } from './random.ts';

/** The virtual time that a storm goes through. */

export const RIGA = 'Europe/Riga';

/** A week before daylight saving begins, on a Monday morning. */
export const BEGIN = Temporal.Instant.from('2025-03-24T06:00:00Z');

const lastSunday = (year: number, month: number): Temporal.PlainDate => {
  const end = Temporal.PlainDate.from({ year, month, day: 31 });
  return end.subtract({ days: end.dayOfWeek % 7 });
};

/** Both changes of a year: the day of 23 hours and that of 25. */
const changesOf = (year: number): Temporal.PlainDate[] => [lastSunday(year, 3), lastSunday(year, 10)];

/** Where the clock stands still around a change: a second before each midnight at which something may fall due, upon it,
 *  and before and upon the change itself, 01:00 UTC. */
function stopsAround(day: Temporal.PlainDate): Temporal.Instant[] {
  const midnights = [day, day.add({ days: 1 })].map((one) => one.toZonedDateTime(RIGA).toInstant());
  const change = day.toZonedDateTime('UTC').toInstant().add({ hours: 1 });
  return [...midnights, change].flatMap((instant) => [instant.subtract({ seconds: 1 }), instant]);
}

const { compare } = Temporal.Instant;

/** The stops of a stretch of days: its end, some by chance, and every one around a change of the clocks. */
export function stopsBetween(from: Temporal.Instant, days: number, random: Random): Temporal.Instant[] {
  const to = from.add({ hours: 24 * days });
  const within = (instant: Temporal.Instant) => compare(instant, from) > 0 && compare(instant, to) < 0;
  const years = [from, to].map((instant) => instant.toZonedDateTimeISO(RIGA).year);
  const changes = [...new Set(years)].flatMap(changesOf).flatMap(stopsAround).filter(within);
  const some = Array.from({ length: 3 }, () =>
    from.add({ milliseconds: random.whole(1, days * 24 * 3600 - 1) * 1000 }),
  );
  return [...changes, ...some, to].sort(compare);
}

/** How many changes of the clocks lie between. */
export const changesBetween = (from: Temporal.Instant, to: Temporal.Instant): number => {
  const [first, last] = [from, to].map((instant) => instant.toZonedDateTimeISO(RIGA).year) as [
    number,
    number,
  ];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .flatMap(changesOf)
    .map((day) => day.toZonedDateTime('UTC').toInstant().add({ hours: 1 }))
    .filter((change) => compare(change, from) > 0 && compare(change, to) <= 0).length;
};
