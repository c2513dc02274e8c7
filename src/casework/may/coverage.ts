import { actOf, type EventType } from '../../../workflows/events.ts';
import type { Authority } from '../../../workflows/facts.ts';

/** What authorities cover (II.5.3, D-21). */

/** Seeing, paying and asking: what binds nobody. */
const VIEW_AND_PAY: ReadonlySet<EventType> = new Set(['complaint.filed']);

/** Everything in the case; what needs an express word is named besides. */
const WHOLE: ReadonlySet<string> = new Set(['all', 'everything', 'this-case']);

/** A word that stands for several acts. */
export const isBundle = (word: string): boolean => word === 'view-and-pay' || WHOLE.has(word);

export function covers(authorities: readonly Authority[], type: EventType): boolean {
  const scope = authorities.flatMap((one) => one.scope);
  return (
    scope.includes(type) ||
    (scope.includes('view-and-pay') && VIEW_AND_PAY.has(type)) ||
    (scope.some((one) => WHOLE.has(one)) && !actOf(type).needsExpressScope)
  );
}
