import type { DeadlineView } from '../../casework/show/shown.ts';
import type { View } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';

/** Deadlines of a right: nobody owes what they allow, so that they end and are not missed. */
const RIGHTS: ReadonlySet<string> = new Set(['withdrawal', 'objection-window']);

export const isRight = (deadline: string): boolean => RIGHTS.has(deadline);

/** A duty that was not kept; a right that was not used is no failure of anybody. */
export const isMissedDuty = ({ name, state }: Pick<DeadlineView, 'name' | 'state'>): boolean =>
  state === 'missed' && !isRight(name);

export const deadlineStateText = (
  { names, t }: View,
  { name, state }: Pick<DeadlineView, 'name' | 'state'>,
): string =>
  state === 'missed' && isRight(name) ? t('common.ended') : nameOf(names, 'deadlineState', state);
