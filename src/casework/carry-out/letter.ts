import type { StepInvoice } from '../../../db/commit.ts';
import type { Draft } from '../../../workflows/application.ts';
import type { Facts } from '../../../workflows/facts.ts';
import type { NoticeId } from '../../../workflows/notices.ts';
import type { IsoDay } from '../../law/days.ts';
import type { Channel, DeemedReceipt } from '../../law/deemed-receipt.ts';
import type { Language } from '../../law/words.ts';
import type { Happened, Moment, Place } from '../happened.ts';
import type { Address } from './addresses.ts';

/** What the case workers ask of whoever writes letters. */

/** What a letter is made of, before the event is stored. */
export interface LetterAsked {
  readonly place: Place;
  readonly happened: Happened;
  /** The facts before the event. */
  readonly before: Facts;
  readonly moment: Moment;
  readonly language: Language;
  readonly channel: Channel;
  readonly address: Address;
  readonly receipt: DeemedReceipt;
  /** Invoices of the case as the step leaves them; none where the letter names none. */
  readonly invoices: readonly StepInvoice[];
  /** The letter that did not arrive and goes out again; null: it goes out for the first time. */
  readonly again: { readonly model: unknown; readonly sentOn: IsoDay; readonly channel: Channel } | null;
}

/** Makes the view model of a letter; throws where a field that the letter needs is missing. null: a letter that did not
 *  arrive and says nothing any more that holds, or nothing that its present customer may read, does not go out again. */
export type ComposeLetter = (notice: NoticeId, asked: LetterAsked) => unknown;

/** Delivery of a letter. Kept in the portal it is `delivered` at once; the others are `queued` for the dispatcher. */
export type DeliveredState =
  | 'queued'
  | 'delivered'
  | 'sent'
  | 'not-sent'
  | 'to-post'
  | 'posted'
  | 'to-sign'
  | 'signed'
  | 'failed'
  | 'dead';

interface Readdressed {
  readonly before: Draft['customer'];
  readonly after: Draft['customer'];
  readonly channel: Channel;
  readonly address: Address;
}

/** The model of a letter with the new address; null: the letter was written to somebody else, and keeps its way. */
export type ReaddressLetter = (model: unknown, change: Readdressed) => unknown;
