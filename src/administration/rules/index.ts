import type { LawEntry } from '../../law/enacted-law.ts';
import type { CalendarRow } from '../../law/working-days.ts';
import { assertCalendar } from './calendar.ts';
import { assertFigure } from './figure.ts';
import { assertOperator } from './operator.ts';
import type { Present } from './rule.ts';
import { assertSetting } from './setting.ts';
import { assertTerms } from './terms.ts';

export { earliestEffect, type Present } from './rule.ts';

/** Whether a change may become law, as things stand.
 *  @throws Refusal naming the field, or the first day that is possible */
export function assertMayBecomeLaw(
  entry: LawEntry,
  entered: readonly CalendarRow[],
  present: Present,
): void {
  switch (entry.kind) {
    case 'figure':
      return assertFigure(entry.edition, present);
    case 'setting':
      return assertSetting(entry.edition, present);
    case 'terms':
      return assertTerms(entry.version, present);
    case 'calendar':
      return assertCalendar(entry.rows, entered, present);
    case 'operator':
      return assertOperator(entry.operator, present);
  }
}
