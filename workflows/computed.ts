import type { Channel } from '../src/law/deemed-receipt.ts';
import type { Quote } from '../src/law/fees/quote.ts';

/** A letter that an event speaks of: which, and by which event it was sent. */
interface SentLetter {
  readonly notice: string;
  readonly seq: number;
  readonly channel: Channel;
}

/** What the case workers looked up for an event before the chart saw it; stored with the event, so that replay needs
 *  no second look. */
export interface Computed {
  /** The fee of an offer or amendment, priced by the same engine as the public estimate. */
  readonly quote?: Quote;
  /** The letter that failed. */
  readonly failedNotice?: SentLetter;
  /** The letter that has left the house. */
  readonly dispatchedNotice?: SentLetter;
  /** Whether the customer's postal address is known, so that a failed letter can go by post. */
  readonly postalAddressKnown?: boolean;
  /** What the members of a common project owe together. */
  readonly projectOutstanding?: string;
  /** Who decided what goes back, where nobody approves its payment. */
  readonly refundDecidedBy?: string;
  /** The code of the person or company that was identified. */
  readonly identifiedCode?: string;
  /** Another live case stands for the same object. */
  readonly duplicateObject?: boolean;
}
