import type { Decimal } from 'decimal.js';
import type { Day } from '../days.ts';
import type { LawBook } from '../law-book.ts';
import { type Amount, amountOf } from '../money.ts';
import type { SettingValue } from '../settings/settings.ts';
import { exact, ONE, type Rounding, toCents, total, ZERO } from './exact.ts';

/** An advance received, with the VAT rate of the invoice that asked for it. */
interface AdvancePaid {
  readonly gross: Amount;
  readonly vatRate: string;
}

export interface FinalInvoiceBasis {
  /** The share of the contract, or of a signed amendment: a cost that differs changes nothing by itself (OQ-FEE-11). */
  readonly customerShareNet: Amount;
  /** Rate in force on the day of issue of the final invoice (II.10.3). */
  readonly vatRate: string;
  /** Part of the share that the operator charges VAT on (`vatBase` of the quote); the whole share where no line is under
   *  reverse charge. */
  readonly vatBaseNet?: Amount;
  readonly advances: readonly AdvancePaid[];
}

export interface FinalInvoiceAmounts {
  readonly totalGross: Amount;
  readonly totalVat: Amount;
  readonly advanceTotal: Amount;
  /** What is left to pay; 0.00 is invoiced as well. */
  readonly amountDue: Amount;
  readonly remainderNet: Amount;
  readonly remainderVat: Amount;
  /** Paid beyond the total: refunded or credited as the customer chooses (OQ-FEE-15). */
  readonly overpaid: Amount;
}

export interface InvoiceReadings {
  readonly vatOnFinal: SettingValue<'vat.onFinal'>;
  readonly rounding: Rounding;
}

export const invoiceReadings = (book: LawBook, on: Day): InvoiceReadings => ({
  vatOnFinal: book.setting('vat.onFinal', on),
  rounding: book.setting('money.rounding', on),
});

/** The final invoice shows the advances and asks for the rest (II.def.invoice). Where the rate changed between the two,
 *  an advance keeps the rate of its own invoice and the new rate meets the remainder alone (OQ-FEE-10).
 *  Share 10000.00 at 22 %, 6050.00 paid at 21 %: 5000.00 is settled, 5000.00 × 1.22 = 6100.00 is due. */
export function finalInvoiceAmounts(
  basis: FinalInvoiceBasis,
  readings: InvoiceReadings,
): FinalInvoiceAmounts {
  const share = exact(basis.customerShareNet);
  const charged = chargedPart(basis);
  const rate = charged.times(basis.vatRate);
  const advanceTotal = total(basis.advances.map(({ gross }) => exact(gross)));
  const settled = settledAtOtherRates(basis, charged, readings);
  const openNet = share.minus(settled.net);
  const totalGross = settled.gross.plus(openNet).plus(toCents(openNet.times(rate), readings.rounding));
  const balance = totalGross.minus(advanceTotal);
  const due = balance.isNegative() ? ZERO : balance;
  const remainderNet = toCents(due.dividedBy(ONE.plus(rate)), readings.rounding);
  return {
    totalGross: amountOf(totalGross),
    totalVat: amountOf(totalGross.minus(share)),
    advanceTotal: amountOf(advanceTotal),
    amountDue: amountOf(due),
    remainderNet: amountOf(remainderNet),
    remainderVat: amountOf(due.minus(remainderNet)),
    overpaid: amountOf(balance.isNegative() ? balance.negated() : ZERO),
  };
}

/** How much of each euro of the share carries VAT: all of it, or less where lines are under reverse charge. Every payment
 *  is taken to settle the lines evenly. */
function chargedPart({ customerShareNet, vatBaseNet }: FinalInvoiceBasis): Decimal {
  const share = exact(customerShareNet);
  return vatBaseNet === undefined || share.isZero() ? ONE : exact(vatBaseNet).dividedBy(share);
}

/** Part of the share that advances of another rate have settled, net and with their own VAT. Advances of the same rate
 *  need no such part: they stand against the same total to the cent. */
function settledAtOtherRates(
  basis: FinalInvoiceBasis,
  charged: Decimal,
  { vatOnFinal, rounding }: InvoiceReadings,
) {
  let net = ZERO;
  let gross = ZERO;
  if (vatOnFinal === 'whole') return { net, gross };
  for (const advance of basis.advances) {
    if (exact(advance.vatRate).equals(basis.vatRate)) continue;
    const rate = charged.times(advance.vatRate);
    const left = exact(basis.customerShareNet).minus(net);
    const paidNet = toCents(exact(advance.gross).dividedBy(ONE.plus(rate)), rounding);
    const isWhole = paidNet.lessThanOrEqualTo(left);
    const part = isWhole ? paidNet : left;
    net = net.plus(part);
    gross = gross.plus(isWhole ? advance.gross : part.plus(toCents(part.times(rate), rounding)));
  }
  return { net, gross };
}
