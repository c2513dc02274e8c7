import { Decimal } from 'decimal.js';
import type { StepInvoice } from '../../../db/commit.ts';
import type { Facts } from '../../../workflows/facts.ts';
import { creditorReference } from '../../law/creditor-reference.ts';
import { day } from '../../law/days.ts';
import { finalInvoiceAmounts, invoiceReadings } from '../../law/fees/final-invoice.ts';
import type { KeptQuote } from '../../law/fees/kept-quote.ts';
import { vatRateOn } from '../../law/fees/vat.ts';
import { amountOf } from '../../law/money.ts';
import type { Happened, Moment } from '../happened.ts';

/** Invoices and credit notes as the facts of a case make them (II.def.invoice, II.10). */

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
  const net = whole ? quote.customerShareNet : amountOf(netOfPart(new Decimal(advanceGross), quote));
  return {
    net,
    vatRate: quote.vatRate,
    vat: amountOf(new Decimal(advanceGross).minus(net)),
    gross: advanceGross,
    data: {},
  };
}

/** Where lines are under reverse charge, every euro of the share carries the same part of the VAT. */
function netOfPart(
  gross: Decimal,
  { vatRate, vatBase, customerShareNet, customerGross }: KeptQuote,
): Decimal {
  const whole = new Decimal(vatBase).equals(customerShareNet);
  const net = whole
    ? gross.div(new Decimal(vatRate).plus(1))
    : gross.times(customerShareNet).div(customerGross);
  return net.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** Lists what was paid in advance and asks for the rest, also when that is 0.00. */
function finalSums(facts: Facts, { event }: Happened, { law }: Moment): Sums {
  const issuedOn = day(event.today);
  const { quote } = facts.offer!;
  const advances = facts.receipts
    .filter((receipt) => receipt.counts)
    .map((receipt) => ({ gross: receipt.amount, vatRate: quote.vatRate, on: receipt.on }));
  const { value: vatRate } = vatRateOn(issuedOn, law);
  const amounts = finalInvoiceAmounts(
    { customerShareNet: quote.customerShareNet, vatBaseNet: quote.vatBase, vatRate, advances },
    invoiceReadings(law, issuedOn),
  );
  return {
    net: amounts.remainderNet,
    vatRate,
    vat: amounts.remainderVat,
    gross: amounts.amountDue,
    data: { advances, totalGross: amounts.totalGross, advanceTotal: amounts.advanceTotal },
  };
}

export function invoiceRow(
  number: string,
  kind: 'advance' | 'final',
  happened: Happened,
  moment: Moment,
): StepInvoice {
  const { facts } = happened.state;
  const { data, ...sums } = kind === 'advance' ? advanceSums(facts) : finalSums(facts, happened, moment);
  const dueOn =
    kind === 'final' ? facts.finalInvoice!.dueOn : (facts.paymentDueOn ?? facts.offer!.paymentDueOn);
  const gross = new Decimal(sums.gross);
  return {
    number,
    kind,
    seq: happened.event.seq,
    issuedOn: happened.event.today,
    dueOn,
    ...sums,
    reference: creditorReference(number),
    state: gross.isZero() ? 'settled' : 'open',
    data,
  };
}

/** A void invoice asks for nothing any more; the credit note that says so names it. */
export const voided = (invoice: StepInvoice, credit: string): StepInvoice => ({
  ...invoice,
  state: 'void',
  data: { ...(invoice.data as object), creditedBy: credit },
});

export const creditNote = (invoice: StepInvoice, number: string, { event }: Happened): StepInvoice => ({
  ...invoice,
  number,
  kind: 'credit',
  seq: event.seq,
  issuedOn: event.today,
  dueOn: event.today,
  reference: creditorReference(number),
  state: 'settled',
  data: { credits: invoice.number, creditsIssuedOn: invoice.issuedOn },
});
