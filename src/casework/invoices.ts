import type { Connection, Transaction } from '../../db/database.ts';
import type { StepInvoice } from '../../db/commit.ts';
import { invoicesOf } from '../../db/money.ts';
import { drawNumbers } from '../../db/numbers.ts';
import type { InvoiceRow } from '../../db/rows.ts';
import { Decimal } from 'decimal.js';
import type { Facts } from '../../workflows/facts.ts';
import { day } from '../law/days.ts';
import { finalInvoiceAmounts, invoiceReadings } from '../law/fees/final-invoice.ts';
import { vatRateOn } from '../law/fees/vat.ts';
import { amountOf } from '../law/money.ts';
import { creditorReference } from '../money/creditor-reference.ts';
import type { Happened, Moment } from './decide.ts';

/** Invoices that a step issues or voids (II.def.invoice, II.10). */

export const touchesInvoices = (happened: readonly Happened[]): boolean =>
  happened.some((one) => one.effects.some(({ type }) => type === 'issueInvoice' || type === 'voidInvoice'));

interface Sums {
  readonly net: string;
  readonly vatRate: string;
  readonly vat: string;
  readonly gross: string;
  readonly data: object;
}

/** The whole share unless less was agreed; the net and the VAT of a part are in the proportion of the whole. */
function advanceSums(facts: Facts): Sums {
  const { quote, advanceGross } = facts.offer!;
  const whole = new Decimal(advanceGross).equals(quote.customerGross);
  const net = whole ? quote.customerShareNet : amountOf(new Decimal(advanceGross).div(new Decimal(quote.vatRate).plus(1)).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
  return { net, vatRate: quote.vatRate, vat: amountOf(new Decimal(advanceGross).minus(net)), gross: advanceGross, data: {} };
}

/** Lists what was paid in advance and asks for the rest, also when that is 0.00. */
function finalSums(facts: Facts, { event }: Happened, { law }: Moment): Sums {
  const issuedOn = day(event.today);
  const { quote } = facts.offer!;
  const advances = facts.receipts.filter((receipt) => receipt.counts).map((receipt) => ({ gross: receipt.amount, vatRate: quote.vatRate, on: receipt.on }));
  const { value: vatRate } = vatRateOn(issuedOn, law);
  const amounts = finalInvoiceAmounts({ customerShareNet: quote.customerShareNet, vatBaseNet: quote.vatBase, vatRate, advances }, invoiceReadings(law, issuedOn));
  return { net: amounts.remainderNet, vatRate, vat: amounts.remainderVat, gross: amounts.amountDue, data: { advances, totalGross: amounts.totalGross, advanceTotal: amounts.advanceTotal } };
}

function invoiceRow(number: string, kind: 'advance' | 'final', happened: Happened, moment: Moment): StepInvoice {
  const { facts } = happened.state;
  const { data, ...sums } = kind === 'advance' ? advanceSums(facts) : finalSums(facts, happened, moment);
  const dueOn = kind === 'final' ? facts.finalInvoice!.dueOn : (facts.paymentDueOn ?? facts.offer!.paymentDueOn);
  const gross = new Decimal(sums.gross);
  return { number, kind, seq: happened.event.seq, issuedOn: happened.event.today, dueOn, ...sums, reference: creditorReference(number), state: gross.isZero() ? 'settled' : 'open', data };
}

const voided = (row: InvoiceRow): StepInvoice => ({
  number: row.number,
  kind: row.kind as StepInvoice['kind'],
  seq: row.seq,
  issuedOn: row.issuedOn,
  dueOn: row.dueOn,
  net: row.net,
  vatRate: row.vatRate,
  vat: row.vat,
  gross: row.gross,
  reference: row.reference,
  state: 'void',
  data: row.data,
});

/** The invoices of a step. Draws their numbers inside the transaction, so that the series has no gap. */
export async function invoicesOfStep(tx: Transaction | Connection, caseId: string, happened: readonly Happened[], moment: Moment): Promise<StepInvoice[]> {
  const open = new Map((await invoicesOf(tx, caseId)).filter((row) => row.state === 'open').map((row) => [row.number, row]));
  const rows = new Map<string, StepInvoice>();
  for (const one of happened) {
    for (const effect of one.effects) {
      if (effect.type === 'voidInvoice') {
        for (const row of open.values()) rows.set(row.number, voided(row));
        open.clear();
      }
      if (effect.type === 'issueInvoice') {
        const year = one.event.today.slice(0, 4);
        const drawn = await drawNumbers(tx, `invoice-${year}`);
        const number = `${year}${drawn.toString().padStart(7, '0')}`;
        rows.set(number, invoiceRow(number, effect.kind, one, moment));
      }
    }
  }
  return [...rows.values()];
}
