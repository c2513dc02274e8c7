import type { StepNotice } from '../../../db/commit.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import { termsOf } from '../../../workflows/derived.ts';
import type { NoticeId } from '../../../workflows/notices.ts';
import { day, dayOf } from '../../law/days.ts';
import { type Channel, deemedReceipt } from '../../law/deemed-receipt.ts';
import { addressFor } from './addresses.ts';
import { goesByPost, takenBack } from './deliveries.ts';
import type { Known, Occasion, Rows } from './errand.ts';
import type { DeliveredState } from './letter.ts';
import { type Way, wayOf } from './letter-way.ts';

/** The operator's letters that a step sends, as rows of the outbox: written with the event, dispatched after its commit. */

/** Letters that name an invoice which the step itself does not issue: how to pay, and what is owed. */
const NAMES_AN_INVOICE: ReadonlySet<NoticeId> = new Set(['N-ANNWARN', 'N-DEBTWARN']);

export const namesInvoice = (notice: NoticeId): boolean => NAMES_AN_INVOICE.has(notice);

interface Letter extends Way {
  /** The letter that did not arrive and goes out again; null: it goes out for the first time. */
  readonly again: NoticeRow | null;
}

function noticeRow(
  notice: NoticeId,
  { step: { place, moment }, happened, before, k }: Occasion,
  { channel, address, again }: Letter,
  { compose, invoices }: Known,
): StepNotice | null {
  const { event, state } = happened;
  const { law } = moment;
  const today = day(event.today);
  const language = state.facts.application.customer?.language ?? 'lv';
  const receipt = deemedReceipt(channel, today, termsOf(state.facts, law, today).postDays);
  const id = `${place.id}-${event.seq}-${k}`;
  const model = compose(notice, {
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

const written = (notice: StepNotice | null): readonly StepNotice[] => (notice ? [notice] : []);

export function letterSent(notice: NoticeId, occasion: Occasion, known: Known): Rows {
  const way = wayOf(notice, occasion.happened, known.wish, occasion.step.moment);
  return { notices: written(noticeRow(notice, occasion, { ...way, again: null }, known)) };
}

/** The letter that the event names did not arrive, and goes out once more. */
export function letterSentAgain(occasion: Occasion, known: Known): Rows {
  const failed = known.named;
  if (!failed) return {};
  const deliveries = [takenBack(failed)];
  const address = addressFor(occasion.happened.state.facts.application, 'post');
  if (!address || !goesByPost(failed)) return { deliveries };
  const letter = { channel: 'post', address, again: failed } as const;
  return { deliveries, notices: written(noticeRow(failed.notice as NoticeId, occasion, letter, known)) };
}
