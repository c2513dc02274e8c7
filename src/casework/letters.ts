import type { StepDelivery, StepNotice } from '../../db/commit.ts';
import type { NoticeRow } from '../../db/rows.ts';
import type { NoticeId } from '../../workflows/notices.ts';
import { day } from '../law/days.ts';
import { type Channel, deemedReceipt } from '../law/deemed-receipt.ts';
import type { Language } from '../law/words.ts';
import { postDaysOf } from '../../workflows/derived.ts';
import { addressFor } from './addresses.ts';
import type { Happened, Moment } from './decide.ts';
import type { Place } from './store.ts';

/** The operator's letters that a step sends, as rows of the outbox: written with the event, dispatched after its commit. */

/** Makes the view model of a letter; throws where a field that the letter needs is missing. */
export type ComposeLetter = (notice: NoticeId, letter: { place: Place; happened: Happened; moment: Moment; language: Language; channel: Channel }) => unknown;

const channelOf = ({ event, state }: Happened): Channel =>
  ((event.data as { channel?: Channel }).channel ?? state.facts.offer?.channel ?? 'portal') as Channel;

/** Invoices and confirmations go along with the letter that they belong to; a channel without an address falls back to
 *  the portal, where every letter can be read. */
function reachable(happened: Happened, channel: Channel) {
  const { application } = happened.state.facts;
  const address = addressFor(application, channel);
  return address ? { channel, address } : { channel: 'portal' as const, address: addressFor(application, 'portal')! };
}

function noticeRow(place: Place, happened: Happened, moment: Moment, k: number, notice: string, wanted: Channel, model: unknown): StepNotice {
  const { event, state } = happened;
  const { channel, address } = reachable(happened, wanted);
  const today = day(event.today);
  const receipt = deemedReceipt(channel, today, postDaysOf(state.facts, moment.law, today));
  const kept = channel === 'portal' || channel === 'hand';
  return {
    id: `${place.id}-${event.seq}-${k}`,
    seq: event.seq,
    notice,
    channel,
    language: state.facts.application.customer?.language ?? 'lv',
    recipient: address.to,
    addressSource: address.source,
    createdAt: event.at,
    sentAt: event.at,
    deliveredState: kept ? 'delivered' : 'queued',
    deemedReceivedOn: receipt.on.toString(),
    receiptClause: receipt.clause,
    model,
    documentId: null,
    messageId: null,
    wakeAt: event.at,
  };
}

export function lettersOf(place: Place, happened: readonly Happened[], moment: Moment, failed: NoticeRow | null, compose: ComposeLetter): { notices: StepNotice[]; deliveries: StepDelivery[] } {
  const notices: StepNotice[] = [];
  const deliveries: StepDelivery[] = [];
  for (const one of happened) {
    one.effects.forEach((effect, k) => {
      if (effect.type === 'sendNotice') {
        const channel = channelOf(one);
        const language = one.state.facts.application.customer?.language ?? 'lv';
        const model = compose(effect.notice, { place, happened: one, moment, language, channel });
        notices.push(noticeRow(place, one, moment, k, effect.notice, channel, model));
      }
      if (effect.type === 'resendByPost' && failed) {
        deliveries.push({ id: failed.id, deliveredState: 'failed', deemedReceivedOn: null, receiptClause: null, wakeAt: null });
        if (failed.channel !== 'post' && addressFor(one.state.facts.application, 'post')) {
          notices.push(noticeRow(place, one, moment, k, failed.notice, 'post', failed.model));
        }
      }
    });
  }
  return { notices, deliveries };
}
