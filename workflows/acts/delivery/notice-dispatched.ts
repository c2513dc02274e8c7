import { z } from 'zod';
import { type Day, day, type IsoDay, isAfter, isBefore } from '../../../src/law/days.ts';
import { type Channel, deemedReceipt } from '../../../src/law/deemed-receipt.ts';
import { choose } from '../../conditions/verdict.ts';
import { isoDay, line } from '../../data.ts';
import { postDaysOf, windowLastDay } from '../../derived.ts';
import { noteDispatch } from '../../effects.ts';
import type { Facts } from '../../facts.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import type { Change } from '../way.ts';

const data = z.strictObject({
  noticeId: line,
  on: isoDay.describe('Day on which the letter was posted, signed for or sent'),
});
type Dispatched = Happening<string, z.output<typeof data>>;

const OFFERS: ReadonlySet<string> = new Set(['N-OFFER', 'N-REVOFFER']);

/** When a letter counts as received that left on this day. */
function receiptByDispatch(facts: Facts, { data, law }: Dispatched, channel: Channel): Day {
  const on = day(data.on);
  return deemedReceipt(channel, on, postDaysOf(facts, law, on)).on;
}

/** A letter that left later than was assumed when it was written counts later; one that left earlier gains nothing, since
 *  the customer was told the later day. */
const redated = (before: IsoDay | null, received: Day): IsoDay | null =>
  before !== null && isBefore(day(before), received) ? received.toString() : null;

/** What the dispatch of a letter moves: the receipt of the offer, the warning or the warning of debt that stands. A day that
 *  moves later by it has not passed, whatever has passed before (`hasPassed`); one that stays is not passed again. */
function dispatchMoves(facts: Facts, event: Dispatched): Change {
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

/** The offer left so late that its window is open again or still. */
const dispatchReopensWindow = choose<Dispatched>((facts, event) => {
  const { offer } = dispatchMoves(facts, event);
  return offer != null && !isAfter(day(event.today), windowLastDay(facts, offer, event.law));
});

/** A letter was posted, signed for or sent on this day; where that is later than assumed, it counts later (II.16.4). */
export const noticeDispatched = act({
  type: 'notice.dispatched',
  clause: 'II.16.4',
  data,
  by: { service: 'operator', clock: 'operator' },
  onLetter: true,
  looksUp: 'dispatched-letter',
  ways: {
    windowReopens: {
      says: 'The offer left later than assumed: its window is still open, and a warning before its end was none.',
      allowed: { dispatchReopensWindow },
      write: (facts, event) => ({ ...dispatchMoves(facts, event), warning: null }),
      effects: [noteDispatch],
    },
    dispatched: {
      says: 'A letter was posted, signed for or sent on this day; where that is later than assumed, it counts later.',
      write: dispatchMoves,
      effects: [noteDispatch],
    },
  },
});
