import type { StepDelivery, StepNotice, StepReceipt } from '../../../db/commit.ts';
import type { Transaction } from '../../../db/database.ts';
import type { LetterChannel } from '../../../db/letter-channels.ts';
import type { NoticeRow } from '../../../db/rows.ts';
import type { Facts } from '../../../workflows/facts.ts';
import type { Decided, Happened } from '../happened.ts';
import type { InvoiceLedger, StepInvoices } from './invoices.ts';
import type { ComposeLetter, ReaddressLetter } from './letter.ts';

/** What an effect came of. */
export interface Occasion {
  readonly step: Decided;
  readonly happened: Happened;
  /** The facts before the event. */
  readonly before: Facts;
  /** Its place among the effects of the event. */
  readonly k: number;
}

/** What is known of the case when the rows of its step are written. */
export interface Known {
  readonly compose: ComposeLetter;
  /** How the customer wants letters whose act leaves the choice. */
  readonly wish: LetterChannel | null;
  /** The letter that the event names: its delivery failed, or it has left the house. */
  readonly named: NoticeRow | null;
  readonly invoices: StepInvoices;
}

/** Rows that are stored with the step or not at all. */
export interface Rows {
  readonly notices?: readonly StepNotice[];
  readonly deliveries?: readonly StepDelivery[];
  readonly receipts?: readonly StepReceipt[];
}

/** The step as it was stored, and how letters that stand already are changed. */
export interface Stored {
  readonly version: number;
  readonly readdress: ReaddressLetter;
}

/** What carrying out one effect takes; what is left out costs nothing. The parts come in this order, each of all errands of a
 *  step before the next: a letter names invoices as the step leaves them. */
export interface Errand {
  /** Whether the customer is asked how it wants its letters. */
  readonly asksWish?: boolean;
  /** Whether the invoices of the case must be known as they stand. */
  readonly asksInvoices?: boolean;
  /** Numbers that are drawn in the transaction of the step, while the case is locked. */
  readonly draw?: (ledger: InvoiceLedger) => Promise<void>;
  readonly write?: (known: Known) => Rows;
  /** Rows that stand already and are changed after the step, in its transaction while the case is locked.
   *  @returns whether letters wait to be sent */
  readonly change?: (tx: Transaction, stored: Stored) => Promise<boolean>;
}
