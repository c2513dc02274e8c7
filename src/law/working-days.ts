import type { Day, IsoDay } from './days.ts';
import { holidaysOfYear } from './holidays.ts';

/** One row of the editable table: a day off, or a Saturday officially declared a working day (OQ-DAY-3). */
export interface CalendarRow {
  readonly on: IsoDay;
  readonly kind: 'day-off' | 'working-day';
  readonly name: string;
}

export interface WorkingDays {
  isWorkingDay(on: Day): boolean;
  /** The first working day strictly after `on`. */
  nextAfter(on: Day): Day;
}

/** Not Saturday, not Sunday, not in the holiday table (ledger 0.2). The rows stand above the rule of the year;
 *  moved working days count only where the setting `calendar.movedWorkingDays` is on, since they bind state bodies first. */
export function workingDays(rows: readonly CalendarRow[], movedWorkingDaysCount: boolean): WorkingDays {
  const daysOff = new Set(rows.filter((row) => row.kind === 'day-off').map((row) => row.on));
  const moved = new Set(rows.filter((row) => row.kind === 'working-day').map((row) => row.on));
  const isWorkingDay = (on: Day): boolean => {
    const iso = on.toString();
    if (movedWorkingDaysCount && moved.has(iso)) return true;
    return on.dayOfWeek < 6 && !daysOff.has(iso) && !holidaysOfYear(on.year).has(iso);
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
