import type { IsoDay } from '../src/law/days.ts';
import type { Quote } from '../src/law/fees/quote.ts';
import type { LawBook } from '../src/law/law-book.ts';
import type { EventData, EventType } from './events.ts';
import type { Party, Warning } from './facts.ts';

/** What the case workers looked up for an event before the chart saw it; stored with the event, so that replay needs
 *  no second look. */
export interface Computed {
  /** The fee of an offer or amendment, priced by the same engine as the public estimate. */
  readonly quote?: Quote;
  /** The letter that failed: which, and by which event it was sent. */
  readonly failedNotice?: {
    readonly notice: string;
    readonly seq: number;
    readonly channel: Warning['channel'];
  };
  /** The letter that has left the house. */
  readonly dispatchedNotice?: {
    readonly notice: string;
    readonly seq: number;
    readonly channel: Warning['channel'];
  };
  /** Whether the customer's postal address is known, so that a failed letter can go by post. */
  readonly postalAddressKnown?: boolean;
  /** What the members of a common project owe together. */
  readonly projectOutstanding?: string;
  /** Another live case stands for the same object. */
  readonly duplicateObject?: boolean;
}

interface Envelope {
  /** Instant of recording, RFC 3339. */
  readonly at: string;
  /** Its date in the operator's time zone. */
  readonly today: IsoDay;
  /** Sequence number in the history of the case. */
  readonly seq: number;
  readonly actor: string;
  readonly role: string;
  /** On whose behalf the actor acts. */
  readonly party: Party;
  readonly byClock: boolean;
  readonly law: LawBook;
  readonly computed: Computed;
}

/** An event as the chart sees it. Time, actor and law come in with it. */
export type CaseEvent<Type extends EventType = EventType> = {
  [T in Type]: Envelope & { readonly type: T; readonly data: EventData<T> };
}[Type];
