import type { Day, IsoDay } from './days.ts';
import { holidaysOfYear } from './holidays.ts';

/** One row of the editable table: a day off, or a Saturday officially declared a working day (OQ-DAY-3). Of several rows
 *  for one day and kind the last one holds. */
export interface CalendarRow {
  readonly on: IsoDay;
  readonly kind: 'day-off' | 'working-day';
  readonly name: string;
  /** Takes the day back: one that was entered, or a holiday that the rule of the year gives and that was abolished. */
  readonly removed?: boolean;
}

export interface WorkingDays {
  isWorkingDay(on: Day): boolean;
  /** The first working day strictly after `on`. */
  nextAfter(on: Day): Day;
}

/** What the rows of a kind say of a day: that it is one, or that it is none any more. */
const standing = (rows: readonly CalendarRow[], kind: CalendarRow['kind']): ReadonlyMap<IsoDay, boolean> =>
  new Map(rows.filter((row) => row.kind === kind).map((row) => [row.on, !row.removed]));

/** Not Saturday, not Sunday, not in the holiday table (ADR 0002). The rows stand above the rule of the year;
 *  moved working days count only where the setting `calendar.movedWorkingDays` is on, since they bind state bodies first. */
export function workingDays(rows: readonly CalendarRow[], movedWorkingDaysCount: boolean): WorkingDays {
  const daysOff = standing(rows, 'day-off');
  const moved = standing(rows, 'working-day');
  const isWorkingDay = (on: Day): boolean => {
    const iso = on.toString();
    if (movedWorkingDaysCount && moved.get(iso)) return true;
    return on.dayOfWeek < 6 && !(daysOff.get(iso) ?? holidaysOfYear(on.year).has(iso));
  };
  return {
    isWorkingDay,
    nextAfter(on) {
      let next = on.add({ days: 1 });
      while (!isWorkingDay(next)) next = next.add({ days: 1 });
      return next;
    },
  };
}
