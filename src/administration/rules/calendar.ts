import { day, type IsoDay } from '../../law/days.ts';
import { holidaysOfYear } from '../../law/holidays.ts';
import { say, type Words } from '../../law/words.ts';
import type { CalendarRow } from '../../law/working-days.ts';
import { assertFromTomorrow, type Present, wrong } from './rule.ts';

/** Days of the table, from tomorrow on: what was a working day this morning has had its effects. Each row changes
 *  something: a day off that is none yet, a weekend or holiday to be worked, or one of both taken back. */
export function assertCalendar(
  rows: readonly CalendarRow[],
  entered: readonly CalendarRow[],
  present: Present,
): void {
  const soFar = [...entered];
  rows.forEach((row, index) => {
    const message = whyNot(row, soFar);
    if (message) throw wrong(`rows.${index}.on`, message);
    soFar.push(row);
  });
  for (const { on } of rows) assertFromTomorrow(on, present);
}

function whyNot({ on, kind, removed }: CalendarRow, rows: readonly CalendarRow[]): Words | null {
  const stands = kind === 'day-off' ? isDayOff(on, rows) : isMoved(on, rows);
  if (removed)
    return stands
      ? null
      : say(`${on} tabulā tā nav atzīmēta`, `the table does not have ${on} so, nothing is to be taken back`);
  if (stands) return say(`${on} tabulā jau ir`, `the table has ${on} already`);
  if (kind === 'working-day' && day(on).dayOfWeek < 6 && !isDayOff(on, rows))
    return say(`${on} ir darba diena jau tagad`, `${on} is a working day as it is`);
  return null;
}

const lastOf = (
  on: IsoDay,
  kind: CalendarRow['kind'],
  rows: readonly CalendarRow[],
): CalendarRow | undefined => rows.findLast((row) => row.on === on && row.kind === kind);

function isDayOff(on: IsoDay, rows: readonly CalendarRow[]): boolean {
  const row = lastOf(on, 'day-off', rows);
  return row ? !row.removed : holidaysOfYear(day(on).year).has(on);
}

function isMoved(on: IsoDay, rows: readonly CalendarRow[]): boolean {
  const row = lastOf(on, 'working-day', rows);
  return row !== undefined && !row.removed;
}
