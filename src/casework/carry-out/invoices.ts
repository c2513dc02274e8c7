import { Decimal } from 'decimal.js';
import type { StepInvoice } from '../../../db/commit.ts';
import type { Connection, Transaction } from '../../../db/database.ts';
import { invoicesOf } from '../../../db/money.ts';
import { drawNumbers } from '../../../db/numbers.ts';
import { columnsOf, type InvoiceRow } from '../../../db/rows.ts';
import { invoices } from '../../../db/schema.ts';
import type { Facts } from '../../../workflows/facts.ts';
import { creditorReference } from '../../law/creditor-reference.ts';
import { day, type IsoDay } from '../../law/days.ts';
import { finalInvoiceAmounts, invoiceReadings } from '../../law/fees/final-invoice.ts';
import type { KeptQuote } from '../../law/fees/kept-quote.ts';
import { vatRateOn } from '../../law/fees/vat.ts';
import { amountOf } from '../../law/money.ts';
import type { Happened, Moment } from '../happened.ts';

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

function invoiceRow(
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
const voided = (invoice: StepInvoice, credit: string): StepInvoice => ({
  ...invoice,
  state: 'void',
  data: { ...(invoice.data as object), creditedBy: credit },
});

const creditNote = (invoice: StepInvoice, number: string, { event }: Happened): StepInvoice => ({
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

const invoiceOf = ({ caseId: _, ...row }: InvoiceRow): StepInvoice => row;

/** Invoices and credit notes bear numbers of one series, so that whoever draws waits for one row alone. */
async function nextNumber(tx: Connection, on: IsoDay): Promise<string> {
  const year = on.slice(0, 4);
  const drawn = await drawNumbers(tx, `invoice-${year}`);
  return `${year}${drawn.toString().padStart(7, '0')}`;
}

/** The invoices of a case around a step. */
export interface StepInvoices {
  /** What the step stores: new invoices and credit notes, and known ones that it voids. */
  readonly written: readonly StepInvoice[];
  /** Every invoice of the case as the step leaves it, for the letters that name one; none where no letter does. */
  readonly standing: readonly StepInvoice[];
}

export const NO_INVOICES: StepInvoices = { written: [], standing: [] };

/** The invoices of a step. Draws their numbers inside the transaction, so that the series has no gap: lock the case first. */
export async function invoicesOfStep(
  tx: Transaction,
  caseId: string,
  happened: readonly Happened[],
  moment: Moment,
): Promise<StepInvoices> {
  const known = (await invoicesOf(tx, caseId)).map(invoiceOf);
  const written = new Map<string, StepInvoice>();
  const write = (invoice: StepInvoice) => written.set(invoice.number, invoice);
  const open = () =>
    [...known.filter(({ number }) => !written.has(number)), ...written.values()].filter(
      ({ state }) => state === 'open',
    );
  for (const one of happened) {
    for (const effect of one.effects) {
      if (effect.type === 'voidInvoice') {
        for (const invoice of open()) {
          const number = await nextNumber(tx, one.event.today);
          write(voided(invoice, number));
          write(creditNote(invoice, number, one));
        }
      }
      if (effect.type === 'issueInvoice')
        write(invoiceRow(await nextNumber(tx, one.event.today), effect.kind, one, moment));
    }
  }
  const untouched = known.filter(({ number }) => !written.has(number));
  return { written: [...written.values()], standing: [...untouched, ...written.values()] };
}

/** Letters that name an invoice which the step itself does not issue: how to pay, and what is owed. Any letter may be an
 *  invoice that goes out again, if it still stands. */
const NAMES_AN_INVOICE: ReadonlySet<string> = new Set(['N-ANNWARN', 'N-DEBTWARN']);

export const namesInvoices = (happened: readonly Happened[]): boolean =>
  happened.some((one) =>
    one.effects.some(
      (effect) =>
        effect.type === 'resendByPost' ||
        (effect.type === 'sendNotice' && NAMES_AN_INVOICE.has(effect.notice)),
    ),
  );

const OF_CASES = `select ${columnsOf(invoices, 'i')} from invoices i where i.case_id = any($1::uuid[]) order by i.seq, i.number`;

/** Invoices as they stand, of many cases in one query. */
export async function standingInvoices(
  connection: Connection,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StepInvoices>> {
  const rows = caseIds.length === 0 ? [] : await connection.query<InvoiceRow>(OF_CASES, [caseIds]);
  const byCase = Map.groupBy(rows, (row) => row.caseId);
  return new Map(
    [...byCase].map(([caseId, ofCase]) => [caseId, { written: [], standing: ofCase.map(invoiceOf) }]),
  );
}
