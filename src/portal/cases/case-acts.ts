import type { Weight } from '../../../workflows/acts/act.ts';
import { actOf, EVENT_TYPES } from '../../../workflows/events.ts';
import type { Caller } from '../../casework/caller.ts';
import { mayPost } from '../../casework/rights.ts';
import type { ActionView, CaseView } from '../../casework/show/shown.ts';

/** The acts that are possible now for this caller: what moves the case on, the first of it the button of the page; what
 *  stands beside; what ends it. */
export interface PossibleActs {
  readonly main: readonly ActionView[];
  readonly more: readonly ActionView[];
  readonly ending: readonly ActionView[];
}

/** In the order in which a case meets them. */
export function possibleActs(found: CaseView, caller: Caller): PossibleActs {
  const mine = found.actions
    .filter((one) => isMine(caller, one))
    .toSorted((a, b) => EVENT_TYPES.indexOf(a.type) - EVENT_TYPES.indexOf(b.type));
  const of = (weight: Weight) => mine.filter(({ type }) => actOf(type).weight === weight);
  return { main: of('carries-on'), more: of('beside'), ending: of('ends') };
}

export const findAct = (found: CaseView, caller: Caller, type: string): ActionView | null =>
  found.actions.find((one) => one.type === type && isMine(caller, one)) ?? null;

/** Some roles may do an act at all, and of them some as the case stands. */
const isMine = (caller: Caller, { type, roles }: ActionView): boolean =>
  mayPost(caller, type) && caller.roles.some((role) => roles.includes(role));
