import { type Day, day, dayOf, type IsoDay } from '../law/days.ts';
import type { LawBook } from '../law/law-book.ts';

/** The days of the stories, counted back from the day on which they are laid. */
export interface StoryDays {
  /** The day so many days ago; a negative number lies ahead. */
  on(ago: number): IsoDay;
  /** The working day on which something of that day was done: the last one up to it. The order of acts stays. */
  workedOn(ago: number): IsoDay;
  /** An instant in the office hours of such a day. */
  at(ago: number, minuteOfDay: number): Temporal.Instant;
  /** Whether the law that the product knows was in force by then. */
  isUnderLaw(ago: number): boolean;
}

export function storyDays(now: Temporal.Instant, law: LawBook): StoryDays {
  const { timeZone } = law.operator;
  const today = dayOf(now, timeZone);
  const { isWorkingDay } = law.workingDays(today);
  const firstDay = day(law.terms.map(({ effectiveOn }) => effectiveOn).sort()[0]!);
  const worked = (ago: number): Day => {
    let on = today.subtract({ days: ago });
    while (!isWorkingDay(on)) on = on.subtract({ days: 1 });
    return on;
  };
  return {
    on: (ago) => today.subtract({ days: ago }).toString(),
    workedOn: (ago) => worked(ago).toString(),
    at: (ago, minuteOfDay) =>
      worked(ago)
        .toZonedDateTime({
          timeZone,
          plainTime: Temporal.PlainTime.from('00:00').add({ minutes: minuteOfDay }),
        })
        .toInstant(),
    isUnderLaw: (ago) => Temporal.PlainDate.compare(worked(ago), firstDay) >= 0,
  };
}
