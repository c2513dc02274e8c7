import { dayOf } from '../law/days.ts';
import type { LawBook } from '../law/law-book.ts';

/** A password that was handed over by somebody who knows it: it opens until a given instant, and nothing but the choice of
 *  an own one. The mark stands before the hash in the same column, so that whatever stores a new password takes the mark
 *  away in the same statement. */

const MARKED = /^\$one-time\$(?<until>[^$]+)(?<hash>\$.+)$/;

export const markedOneTime = (hash: string, until: Temporal.Instant): string =>
  `$one-time$${until.toString()}${hash}`;

/** The hash alone, as it is compared with. */
export const unmarked = (stored: string): string => MARKED.exec(stored)?.groups?.hash ?? stored;

/** Until when a password opens; null: it is lasting, or there is none. */
export function oneTimeUntil(stored: string | null): Temporal.Instant | null {
  const until = stored === null ? undefined : MARKED.exec(stored)?.groups?.until;
  return until === undefined ? null : Temporal.Instant.from(until);
}

/** Until when a password opens that is made now: the setting of the product's day, in days of 24 hours of real time. */
export function oneTimePasswordEnd(
  law: LawBook,
  productTime: Temporal.Instant,
  realTime: Temporal.Instant,
): Temporal.Instant {
  const days = law.setting('signIn.oneTimePasswordDays', dayOf(productTime, law.operator.timeZone));
  return realTime.add({ hours: days * 24 });
}
