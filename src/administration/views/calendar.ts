import type { CalendarRowRow } from '../../../db/law.ts';
import { holidaysOfYear } from '../../law/holidays.ts';
import type { Language } from '../../law/words.ts';

export interface CalendarDayView {
  readonly on: string;
  readonly kind: 'day-off' | 'working-day';
  readonly name: string;
  /** A holiday of the delivered rule, or a row that was entered. */
  readonly from: 'rule' | 'entered';
  /** A holiday of the rule, or a row, that was taken back. */
  readonly removed: boolean;
  readonly entered: { readonly by: string; readonly approvedBy: string | null; readonly at: string } | null;
}

/** The days of a year that are not what their weekday says, in order; those taken back are shown as such. */
export function calendarDays(
  rows: readonly CalendarRowRow[],
  year: number,
  language: Language,
): CalendarDayView[] {
  const days = new Map<string, CalendarDayView>();
  for (const [on, name] of holidaysOfYear(year))
    days.set(`${on} day-off`, {
      on,
      kind: 'day-off',
      name: name[language],
      from: 'rule',
      removed: false,
      entered: null,
    });
  for (const row of rows.filter(({ on }) => on.startsWith(`${year}-`))) {
    const key = `${row.on} ${row.kind}`;
    days.set(key, {
      on: row.on,
      kind: row.kind,
      name: row.name,
      from: row.removed ? (days.get(key)?.from ?? 'entered') : 'entered',
      removed: row.removed,
      entered: { by: row.recordedBy, approvedBy: row.approvedBy, at: row.recordedAt },
    });
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.kind < b.kind ? -1 : 1));
}
