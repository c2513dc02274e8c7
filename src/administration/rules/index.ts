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
export function assertMayBecomeLaw(entry: LawEntry, entered: readonly CalendarRow[], present: Present): void {
  switch (entry.kind) {
    case 'figure':
      assertFigure(entry.edition, present);
      return;
    case 'setting':
      assertSetting(entry.edition, present);
      return;
    case 'terms':
      assertTerms(entry.version, present);
      return;
    case 'calendar':
      assertCalendar(entry.rows, entered, present);
      return;
    case 'operator':
      assertOperator(entry.operator, present);
      return;
  }
}
