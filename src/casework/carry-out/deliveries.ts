import type { StepDelivery } from '../../../db/commit.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import { termsOf } from '../../../workflows/derived.ts';
import type { CaseEvent } from '../../../workflows/events.ts';
import { day, laterOf } from '../../law/days.ts';
import { type Channel, deemedReceipt } from '../../law/deemed-receipt.ts';
import type { Occasion } from './errand.ts';
import type { DeliveredState } from './letter.ts';

/** What becomes known of letters that were written before. */

/** Delivery has failed: the deemed receipt is taken back (II.16.4.3). */
export const takenBack = (failed: NoticeRow): StepDelivery => ({
  id: failed.id,
  deliveredState: 'failed' satisfies DeliveredState,
  deemedReceivedOn: null,
  receiptClause: null,
  wakeAt: null,
});

const LEFT_THE_HOUSE: Readonly<Record<string, DeliveredState>> = {
  email: 'sent',
  post: 'posted',
  hand: 'signed',
};

/** The letter has left on a day that may be later than assumed; then it also counts later (II.16.4). */
export function leftOn(
  letter: NoticeRow,
  { happened: { event, state }, step: { moment } }: Occasion,
): StepDelivery {
  const on = day((event as CaseEvent<'notice.dispatched'>).data.on);
  const { law } = moment;
  const receipt = deemedReceipt(letter.channel as Channel, on, termsOf(state.facts, law, on).postDays);
  const assumed = letter.deemedReceivedOn;
  return {
    id: letter.id,
    deliveredState: LEFT_THE_HOUSE[letter.channel] ?? 'delivered',
    deemedReceivedOn: assumed === null ? null : laterOf(day(assumed), receipt.on).toString(),
    receiptClause: letter.receiptClause,
    wakeAt: null,
  };
}

/** By post to the known address (T-31): a letter that went another way, or that never left the house. One that came back
 *  from there is not posted to it again. */
export const goesByPost = (failed: NoticeRow): boolean =>
  failed.channel !== 'post' || failed.deliveredState === 'to-post';
