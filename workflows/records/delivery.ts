import { type Day, day, type IsoDay, isBefore } from '../../src/law/days.ts';
import { type Channel, deemedReceipt } from '../../src/law/deemed-receipt.ts';
import type { CaseEvent } from '../case-event.ts';
import { postDaysOf } from '../derived.ts';
import type { Facts } from '../facts.ts';
import { type Change, record, type Writing } from './record.ts';

/** The day on which a letter really left the house (II.16.4). */

export const OFFERS: ReadonlySet<string> = new Set(['N-OFFER', 'N-REVOFFER']);

/** When a letter counts as received that left on this day. */
function receiptByDispatch(
  facts: Facts,
  { data, law }: CaseEvent<'notice.dispatched'>,
  channel: Channel,
): Day {
  const on = day(data.on);
  return deemedReceipt(channel, on, postDaysOf(facts, law, on)).on;
}

/** A letter that left later than was assumed when it was written counts later; one that left earlier gains nothing, since
 *  the customer was told the later day. */
const redated = (before: IsoDay | null, received: Day): IsoDay | null =>
  before !== null && isBefore(day(before), received) ? received.toString() : null;

/** What the dispatch of a letter moves: the receipt of the offer, the warning or the warning of debt that stands. A day that
 *  moves later by it has not passed, whatever has passed before (`hasPassed`); one that stays is not passed again. */
export function dispatchMoves(facts: Facts, event: CaseEvent<'notice.dispatched'>): Change {
  const letter = event.computed.dispatchedNotice;
  if (!letter) return {};
  const { notice, seq } = letter;
  const { on } = event.data;
  const received = receiptByDispatch(facts, event, letter.channel);
  const { offer, warning, debtWarning } = facts;
  if (offer?.seq === seq && OFFERS.has(notice)) {
    const deemedReceivedOn = redated(offer.deemedReceivedOn, received);
    return deemedReceivedOn === null ? {} : { offer: { ...offer, deemedReceivedOn } };
  }
  if (warning?.seq === seq && notice === 'N-ANNWARN') {
    const deemedReceivedOn = redated(warning.deemedReceivedOn, received);
    return deemedReceivedOn === null ? {} : { warning: { ...warning, sentOn: on, deemedReceivedOn } };
  }
  if (debtWarning?.seq === seq && notice === 'N-DEBTWARN') {
    const deemedReceivedOn = redated(debtWarning.deemedReceivedOn, received);
    return deemedReceivedOn === null ? {} : { debtWarning: { ...debtWarning, sentOn: on, deemedReceivedOn } };
  }
  return {};
}

export const DELIVERY_RECORDS = {
  recordDispatch: record<'notice.dispatched'>(dispatchMoves),
  /** The window was still open when the warning went out: it was none. */
  recordDispatchOfOpenOffer: record<'notice.dispatched'>((facts, event) => ({
    ...dispatchMoves(facts, event),
    warning: null,
  })),
} as const satisfies Record<string, Writing>;
