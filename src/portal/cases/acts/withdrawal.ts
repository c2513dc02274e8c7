import type { CaseView } from '../../../casework/show/shown.ts';
import { type Day, day, isAfter } from '../../../law/days.ts';
import type { LawBook } from '../../../law/law-book.ts';
import { isoDayOf } from '../../forms/day-text.ts';
import type { View } from '../../frame/view.ts';

/** One act, two rights: within its days the customer withdraws (II.15), and afterwards leaves the contract by a unilateral
 *  notice, which is possible at any time and settles no refund (II.14.5). */

const LEAVING = 'II.14.5';

const periodOf = ({ deadlines }: CaseView) => deadlines.find(({ name }) => name === 'withdrawal') ?? null;

/** Whether a notice that is given on this day comes within the days of II.15. */
function isWithin(found: CaseView, givenOn: Day): boolean {
  const lastDay = periodOf(found)?.lastDay ?? null;
  return lastDay !== null && !isAfter(givenOn, day(lastDay));
}

export const nameOfWithdrawal = (view: View, found: CaseView): string =>
  isWithin(found, view.today) ? view.names.act['contract.withdrawn'] : view.t('acts.withdrawal.leave');

/** The clause that a notice of today would be recorded under. */
export const clauseOfWithdrawal = (view: View, found: CaseView): string | null =>
  view.clause(isWithin(found, view.today) ? periodOf(found)?.clause : LEAVING);

interface Follows {
  readonly text: string;
  readonly clause: string | null;
}

/** What the notice leads to, with the clause that it would be recorded under. A paper may have been on its way (T-19). */
export function withdrawalFollows(
  view: View,
  found: CaseView,
  dispatchedOn: string | undefined,
  law: LawBook,
): Follows {
  const { t, formats, clause, today } = view;
  const lastDay = periodOf(found)?.lastDay ?? null;
  const byDispatch = law.setting('ownDeadline.metOn', today) === 'dispatch';
  const within = isWithin(found, (byDispatch && dayIn(dispatchedOn)) || today);
  const full = within
    ? law.setting('refund.onWithdrawal', today) === 'full' && !found.dates.worksStartedOn
    : law.setting('refund.onExit', today) === 'full';
  const refund = full
    ? t('acts.withdrawal.refunded', { count: law.setting('refund.days', today) })
    : t('acts.withdrawal.refundDecided');
  const until = lastDay === null ? '' : formats.shortDate(lastDay);
  const how = within
    ? t('acts.withdrawal.within', { day: until })
    : lastDay === null
      ? t('acts.withdrawal.exit')
      : t('acts.withdrawal.after', { day: until });
  return { text: `${how} ${refund}`, clause: clause(within ? periodOf(found)?.clause : LEAVING) };
}

function dayIn(typed: string | undefined): Day | null {
  try {
    return typed ? day(isoDayOf(typed)) : null;
  } catch {
    return null;
  }
}
