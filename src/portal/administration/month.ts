import type { CalendarDayView } from '../../administration/views/calendar.ts';
import { type Day, day } from '../../law/days.ts';
import type { View } from '../frame/view.ts';

/** A month as a table of weeks. */
export interface Month {
  readonly name: string;
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  readonly weeks: readonly { readonly days: readonly MonthDay[] }[];
}

interface MonthDay {
  /** '' outside the month. */
  readonly number: string;
  readonly kind: 'plain' | 'weekend' | 'off' | 'moved' | 'outside';
  /** What the day is, beyond its weekday. */
  readonly told: string | null;
  readonly isToday: boolean;
}

const DAYS_A_WEEK = 7;
const OUTSIDE: MonthDay = { number: '', kind: 'outside', told: null, isToday: false };

export function monthsOf(view: View, year: number, days: readonly CalendarDayView[]): readonly Month[] {
  const special = new Map(days.filter(({ removed }) => !removed).map((one) => [one.on, one]));
  return Array.from({ length: 12 }, (_, index) =>
    monthOf(view, new Temporal.PlainDate(year, index + 1, 1), special),
  );
}

function monthOf(view: View, first: Day, special: ReadonlyMap<string, CalendarDayView>): Month {
  const before = Array.from({ length: first.dayOfWeek - 1 }, () => OUTSIDE);
  const inside = Array.from({ length: first.daysInMonth }, (_, index) =>
    monthDay(view, first.add({ days: index }), special),
  );
  const all = [...before, ...inside];
  const after = Array.from(
    { length: (DAYS_A_WEEK - (all.length % DAYS_A_WEEK)) % DAYS_A_WEEK },
    () => OUTSIDE,
  );
  const cells = [...all, ...after];
  const [, name = ''] = view.formats.dayAndMonth(first.toString()).match(/^\S+\s(.+)$/) ?? [];
  return {
    name,
    weekdays: weekdaysOf(view),
    weeks: Array.from({ length: cells.length / DAYS_A_WEEK }, (_, week) => ({
      days: cells.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK),
    })),
  };
}

function monthDay({ today }: View, on: Day, special: ReadonlyMap<string, CalendarDayView>): MonthDay {
  const found = special.get(on.toString());
  const kind =
    found?.kind === 'day-off'
      ? 'off'
      : found?.kind === 'working-day'
        ? 'moved'
        : on.dayOfWeek > 5
          ? 'weekend'
          : 'plain';
  return { number: String(on.day), kind, told: found?.name ?? null, isToday: on.equals(today) };
}

const MONDAY = day('2024-01-01');

const weekdaysOf = ({ formats }: View): Month['weekdays'] =>
  Array.from({ length: DAYS_A_WEEK }, (_, index) => {
    const long = formats.weekday(MONDAY.add({ days: index }).toString());
    return { long, short: long.slice(0, 2) };
  });
