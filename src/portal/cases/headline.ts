import { isStaff } from '../../casework/caller.ts';
import type { CaseView } from '../../casework/show/shown.ts';
import { daysLeft } from '../formats/days-left.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { isLate, nextDeadline } from './next-deadline.ts';

/** One sentence: whose turn, what, by when. */
export function headline(view: View, found: CaseView): string {
  const { t, names, formats, today } = view;
  const who = whoseTurn(view, found);
  const deadline = nextDeadline(found);
  const on = deadline?.lastDay ?? deadline?.earliestDay;
  if (!deadline || !on) return t(found.awaits === 'nobody' ? 'cases.one.done' : 'cases.one.without', { who });
  const name = nameOf(names, 'deadline', deadline.name);
  const what = name.charAt(0).toLocaleLowerCase(view.language) + name.slice(1);
  const told = { who, what, day: formats.shortDate(on), left: daysLeft(t, today, on) };
  if (isLate(deadline)) return t('cases.one.late', told);
  if (deadline.lastDay !== null) return t('cases.one.by', told);
  return t(on <= today.toString() ? 'cases.one.since' : 'cases.one.from', told);
}

function whoseTurn({ t, caller }: View, { awaits }: CaseView): string {
  if (awaits === 'operator') return t('cases.one.operators');
  if (awaits === 'nobody') return t('cases.one.nobodys');
  return t(caller && isStaff(caller) ? 'cases.one.customers' : 'cases.one.yours');
}
