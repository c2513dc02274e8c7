import { Decimal } from 'decimal.js';
import type { InvoiceRow } from '../../db/rows.ts';
import { countedReceipts, deferralIsAgreed, moneyOf } from '../../workflows/derived.ts';
import type { Facts } from '../../workflows/facts.ts';
import type { IsoDay } from '../law/days.ts';
import { type Amount, amountOf, atLeastZero } from '../law/money.ts';

/** How an invoice stands. `credit`: it is a credit note and asks for nothing. */
export type InvoiceState = 'open' | 'partly-paid' | 'overdue' | 'paid' | 'void' | 'credit';

export interface InvoiceStanding {
  readonly state: InvoiceState;
  /** EUR with VAT that this invoice still asks for. */
  readonly outstanding: Amount;
}

type Invoice = Pick<InvoiceRow, 'kind' | 'gross' | 'dueOn' | 'state'>;

/** What an invoice still asks for (II.10.2). Receipts count toward the share of the case, whatever reference they bore:
 *  the advance is paid first, and the final invoice asks for what is then left of the share, an advance that is owed
 *  included (T-41). Where an end leaves nothing owed, no invoice asks for anything. */
export function standingOf(invoice: Invoice, facts: Facts, today: IsoDay): InvoiceStanding {
  if (invoice.kind === 'credit') return { state: 'credit', outstanding: '0.00' };
  if (invoice.state === 'void') return { state: 'void', outstanding: '0.00' };
  const outstanding = stillAsked(invoice, facts);
  return { state: stateOf(invoice, outstanding, facts, today), outstanding: amountOf(outstanding) };
}

function stillAsked({ kind, gross }: Invoice, facts: Facts): Decimal {
  const owed = new Decimal(moneyOf(facts).outstanding);
  if (kind === 'final') return Decimal.min(gross, owed);
  return Decimal.min(atLeastZero(new Decimal(gross).minus(countedReceipts(facts))), owed);
}

function stateOf(
  { gross, dueOn }: Invoice,
  outstanding: Decimal,
  facts: Facts,
  today: IsoDay,
): InvoiceStanding['state'] {
  if (outstanding.isZero()) return 'paid';
  if (dueOn < today && !deferralIsAgreed(facts)) return 'overdue';
  return outstanding.lt(gross) ? 'partly-paid' : 'open';
}
