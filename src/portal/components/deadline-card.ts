import type { DeadlineView } from '../../casework/show/shown.ts';
import { day, isBefore } from '../../law/days.ts';
import { daysInText } from '../formats/days-in-text.ts';
import { daysLeft } from '../formats/days-left.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import { deadlineStateText, isMissedDuty } from './deadline-state.ts';
import { type StatusTag, type Tone, tag, turnTag } from './status-tag.ts';

/** By when, whose turn, under which clause: `{{> deadline-card card}}`. */
export interface DeadlineCard {
  readonly id: string;
  readonly tone: Tone;
  readonly turn: StatusTag;
  /** Said beside the turn where the deadline does not simply run. */
  readonly state: string | null;
  readonly title: string;
  readonly leaf: { readonly month: string; readonly day: string; readonly weekday: string } | null;
  readonly whenLabel: string;
  readonly when: string | null;
  readonly iso: string | null;
  /** `pēc 3 dienām` */
  readonly left: string | null;
  readonly because: string | null;
  readonly clause: string | null;
  readonly action: { readonly label: string; readonly href: string } | null;
}

export function deadlineCard(
  view: View,
  deadline: DeadlineView,
  action: DeadlineCard['action'] = null,
): DeadlineCard {
  const { t, formats, names, today } = view;
  const on = deadline.lastDay ?? deadline.earliestDay;
  const late = deadline.overdue === true || isMissedDuty(deadline);
  const runs = deadline.state === 'running' || late;
  return {
    id: `deadline-${deadline.name}`,
    tone: late ? 'bad' : runs ? deadline.awaits : 'nobody',
    turn: late ? tag(t('common.late'), 'bad', 'warning') : turnTag(view, deadline.awaits),
    state: late || deadline.state === 'running' ? null : deadlineStateText(view, deadline),
    title: nameOf(names, 'deadline', deadline.name),
    leaf: on ? { month: formats.month(on), day: String(day(on).day), weekday: formats.weekday(on) } : null,
    whenLabel: deadline.lastDay ? t('common.lastDay') : t('common.earliestDay'),
    when: on ? formats.date(on) : null,
    iso: on,
    left:
      on && runs && !(deadline.lastDay === null && isBefore(day(on), today)) ? daysLeft(t, today, on) : null,
    because: deadline.because ? daysInText(formats, deadline.because) : null,
    clause: view.clause(deadline.clause),
    action,
  };
}
