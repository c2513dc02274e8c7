import type { StepDelivery, StepNotice } from '../../../db/commit.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import { termsOf } from '../../../workflows/derived.ts';
import type { Facts } from '../../../workflows/facts.ts';
import type { NoticeId } from '../../../workflows/notices.ts';
import { day, dayOf, type IsoDay, laterOf } from '../../law/days.ts';
import { type Channel, deemedReceipt } from '../../law/deemed-receipt.ts';
import type { Happened, Moment, Place, Versioned } from '../happened.ts';
import { type Address, addressFor } from './addresses.ts';
import { NO_INVOICES, type StepInvoices } from './invoices.ts';
import type { ComposeLetter, DeliveredState } from './letter.ts';

/** The operator's letters that a step sends, as rows of the outbox: written with the event, dispatched after its commit. */

/** The channel that the act names; else the one that the customer wants and can be reached by; else letters of the clock, and
 *  those that belong to another, take the channel of the offer. */
function channelOf({ event, state }: Happened, wish: Channel | null): Channel {
  const { application, offer } = state.facts;
  const named = (event.data as { channel?: Channel }).channel;
  const wished = wish !== null && addressFor(application, wish) !== null ? wish : null;
  return named ?? wished ?? offer?.channel ?? 'portal';
}

/** II.8.4 itself names the ways of this letter: e-mail, or the address where no e-mail was given. */
const channelsNamedByTheLaw: Readonly<Partial<Record<NoticeId, readonly Channel[]>>> = {
  'N-BREACH': ['email', 'post'],
};

interface Way {
  readonly channel: Channel;
  readonly address: Address;
}

/** A channel without an address falls back to the portal, where every letter can be read; so does e-mail where only a
 *  secure signature would make it count (II.16.4). */
function wayOf(notice: NoticeId, happened: Happened, wish: Channel | null, { law }: Moment): Way {
  const { event, state } = happened;
  const { application } = state.facts;
  for (const channel of channelsNamedByTheLaw[notice] ?? []) {
    const address = addressFor(application, channel);
    if (address) return { channel, address };
  }
  const wanted = channelOf(happened, wish);
  const counts = wanted !== 'email' || law.setting('email.counts', day(event.today)) === 'always';
  const address = counts ? addressFor(application, wanted) : null;
  return address
    ? { channel: wanted, address }
    : { channel: 'portal', address: addressFor(application, 'portal')! };
}

export interface StepOfLetters {
  readonly place: Place;
  readonly from: Versioned;
  readonly happened: readonly Happened[];
  readonly moment: Moment;
  readonly invoices?: StepInvoices;
  /** The letter that the event names: its delivery failed, or it has left the house. */
  readonly failed: NoticeRow | null;
  /** How the customer wants letters whose act leaves the choice. */
  readonly wish: Channel | null;
}

interface Letter extends Way {
  readonly happened: Happened;
  readonly before: Facts;
  /** Its place among the effects of the event. */
  readonly k: number;
  readonly again: NoticeRow | null;
}

function noticeRow(
  { place, moment, invoices = NO_INVOICES }: StepOfLetters,
  letter: Letter,
  notice: string,
  compose: ComposeLetter,
): StepNotice | null {
  const { happened, before, k, channel, address, again } = letter;
  const { event, state } = happened;
  const { law } = moment;
  const today = day(event.today);
  const language = state.facts.application.customer?.language ?? 'lv';
  const receipt = deemedReceipt(channel, today, termsOf(state.facts, law, today).postDays);
  const id = `${place.id}-${event.seq}-${k}`;
  const model = compose(notice as NoticeId, {
    place,
    happened,
    before,
    moment,
    language,
    channel,
    address,
    receipt,
    invoices: invoices.standing,
    again: again && {
      model: again.model,
      sentOn: dayOf(again.sentAt ?? again.createdAt, law.operator.timeZone).toString(),
      channel: again.channel as Channel,
    },
  });
  if (model === null) return null;
  return {
    id,
    seq: event.seq,
    notice,
    channel,
    language,
    recipient: address.to,
    addressSource: address.source,
    createdAt: event.at,
    sentAt: event.at,
    deliveredState: (channel === 'portal' ? 'delivered' : 'queued') satisfies DeliveredState,
    deemedReceivedOn: receipt.on.toString(),
    receiptClause: receipt.clause,
    model,
    // The document bears the name of its letter; its bytes are made after the commit, or when they are first read.
    documentId: id,
    messageId: null,
    wakeAt: event.at,
  };
}

/** Delivery has failed: the deemed receipt is taken back (II.16.4.3). */
const takenBack = (failed: NoticeRow): StepDelivery => ({
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
function leftOn(letter: NoticeRow, { event, state }: Happened, { law }: Moment): StepDelivery {
  const on = day((event.data as { on: IsoDay }).on);
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
const goesByPost = (failed: NoticeRow): boolean =>
  failed.channel !== 'post' || failed.deliveredState === 'to-post';

export function lettersOf(
  step: StepOfLetters,
  compose: ComposeLetter,
): { notices: StepNotice[]; deliveries: StepDelivery[] } {
  const { from, happened, moment, failed, wish } = step;
  const notices: (StepNotice | null)[] = [];
  const deliveries: StepDelivery[] = [];
  let before = from.state.facts;
  for (const one of happened) {
    if (one.event.type === 'notice.dispatched' && failed) deliveries.push(leftOn(failed, one, moment));
    one.effects.forEach((effect, k) => {
      if (effect.type === 'sendNotice') {
        const way = wayOf(effect.notice, one, wish, moment);
        notices.push(
          noticeRow(step, { happened: one, before, k, again: null, ...way }, effect.notice, compose),
        );
      }
      if (effect.type === 'resendByPost' && failed) {
        deliveries.push(takenBack(failed));
        const address = addressFor(one.state.facts.application, 'post');
        if (address && goesByPost(failed)) {
          notices.push(
            noticeRow(
              step,
              { happened: one, before, k, again: failed, channel: 'post', address },
              failed.notice,
              compose,
            ),
          );
        }
      }
    });
    before = one.state.facts;
  }
  return { notices: notices.filter((notice) => notice !== null), deliveries };
}
