import { type Day, day, type IsoDay, isAfter, isBefore, startOfDay } from '../../law/days.ts';

/** Which reminder is due on which day (PO-09); pure. */

/** Deadlines of the customer that one may be reminded of. */
export const REMINDABLE = ['objection-window', 'payment-due', 'withdrawal', 'term'] as const;
export type Remindable = (typeof REMINDABLE)[number];

export const isRemindable = (name: string): name is Remindable =>
  (REMINDABLE as readonly string[]).includes(name);

/** How many days before a last day a reminder may be asked for. */
export const FEWEST_DAYS = 1;
export const MOST_DAYS = 14;

/** In the morning of its day: 8:00 where the operator is. */
const HOUR = 8;

interface Wished {
  readonly lastDay: IsoDay;
  readonly daysBefore: number;
}

/** Three days before 2025-04-09: 2025-04-06. */
const reminderDay = ({ lastDay, daysBefore }: Wished): Day => day(lastDay).subtract({ days: daysBefore });

/** The instant from which a reminder goes out. */
export const goesOutAt = (wished: Wished, timeZone: string): Temporal.Instant =>
  startOfDay(reminderDay(wished), timeZone).toZonedDateTimeISO(timeZone).with({ hour: HOUR }).toInstant();

/** From the morning of its day to the end of the last day itself: one that was asked for late comes at once. */
export const isDue = (wished: Wished, now: Temporal.Instant, timeZone: string): boolean =>
  Temporal.Instant.compare(goesOutAt(wished, timeZone), now) <= 0 &&
  !isOver(wished.lastDay, now.toZonedDateTimeISO(timeZone).toPlainDate());

export const isOver = (lastDay: IsoDay, today: Day): boolean => isBefore(day(lastDay), today);

/** Further away than this nothing can be due today. */
export const farthestLastDay = (today: Day): Day => today.add({ days: MOST_DAYS });

interface Standing {
  readonly name: string;
  readonly lastDay: IsoDay | null;
  readonly state: string;
}

export interface Planned {
  readonly deadline: Remindable;
  readonly lastDay: IsoDay;
  readonly on: IsoDay;
}

/** What a wish means for the deadlines that run now, soonest first. */
export const planned = (
  { deadlines: wanted, daysBefore }: { readonly deadlines: readonly string[]; readonly daysBefore: number },
  deadlines: readonly Standing[],
  today: Day,
): Planned[] =>
  deadlines
    .flatMap(({ name, lastDay, state }): Planned[] => {
      if (!isRemindable(name) || !wanted.includes(name) || state !== 'running' || lastDay === null) return [];
      const on = reminderDay({ lastDay, daysBefore });
      return isOver(lastDay, today)
        ? []
        : [{ deadline: name, lastDay, on: (isAfter(on, today) ? on : today).toString() }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
