import type { CaseView, DeadlineView } from '../../casework/show/shown.ts';

/** Which of a case's deadlines answers "by when": what is late first, then the nearest last day of whoever acts now, then
 *  of anybody, then the day from which something may follow. */

export const isLate = ({ overdue }: DeadlineView): boolean => overdue === true;

const isOpen = (deadline: DeadlineView): boolean =>
  isLate(deadline) || deadline.state === 'running' || deadline.state === 'frozen';

const dayOf = ({ lastDay, earliestDay }: DeadlineView): string => lastDay ?? earliestDay ?? '9999-12-31';

/** Open deadlines in the order in which they matter. */
export function openDeadlines({ deadlines, awaits }: CaseView): readonly DeadlineView[] {
  const rank = (one: DeadlineView): number => {
    if (isLate(one)) return one.awaits === awaits ? 0 : 1;
    if (one.state === 'frozen') return 5;
    if (one.lastDay === null || one.name === 'withdrawal') return 4; // a right, and no duty
    return one.awaits === awaits ? 2 : 3;
  };
  return deadlines
    .filter((one) => isOpen(one) && (one.lastDay ?? one.earliestDay) !== null)
    .toSorted((a, b) => rank(a) - rank(b) || (dayOf(a) < dayOf(b) ? -1 : 1));
}

export const pastDeadlines = ({ deadlines }: CaseView): readonly DeadlineView[] =>
  deadlines.filter((one) => !isOpen(one)).toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));

export const nextDeadline = (found: CaseView): DeadlineView | null => openDeadlines(found)[0] ?? null;
