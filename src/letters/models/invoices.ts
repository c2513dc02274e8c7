import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { StepInvoice } from '../../../db/commit.ts';
import { deferralIsAgreed } from '../../../workflows/derived.ts';
import type { LetterAsked } from '../../casework/carry-out/letter.ts';
import { amountOf } from '../../law/money.ts';
import { creditNotesOf, factsOf, issuedInvoice, offerOf } from '../asked.ts';
import { letter } from '../definition.ts';
import { creditNotesFor } from '../documents/credit-note.ts';
import { partyFields, partyOf } from '../documents/shapes.ts';
import { amount, isoDay, ratio, words } from '../fields.ts';

const line = z.strictObject({ what: z.enum(['share', 'part-of-share', 'reverse-charge']), net: amount });

/** What every invoice shows: net, VAT at the rate of its day (II.10.3), gross, account and reference. */
const invoiceFields = z.strictObject({
  number: words,
  issuedOn: isoDay,
  dueOn: isoDay,
  buyer: partyFields,
  lines: z.array(line).min(1),
  hasReverseCharge: z.boolean(),
  net: amount,
  vatRate: ratio,
  vat: amount,
  gross: amount,
  reference: words,
});

/** The part of the net amount whose VAT the customer accounts for (VAT Act 142). */
function linesOf(asked: LetterAsked, net: string, whole: boolean): z.input<typeof line>[] {
  const { customerShareNet, vatBase } = offerOf(asked).quote;
  const what = whole ? 'share' : 'part-of-share';
  const share = new Decimal(customerShareNet);
  if (share.isZero() || share.equals(vatBase)) return [{ what, net }];
  const reversed = new Decimal(net)
    .times(share.minus(vatBase))
    .div(share)
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const charged = new Decimal(net).minus(reversed);
  const reverse = { what: 'reverse-charge', net: amountOf(reversed) } as const;
  return charged.isZero() ? [reverse] : [{ what, net: amountOf(charged) }, reverse];
}

function invoiceOf(
  asked: LetterAsked,
  invoice: StepInvoice,
  net: string,
  whole: boolean,
): z.input<typeof invoiceFields> {
  const lines = linesOf(asked, net, whole);
  return {
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    buyer: partyOf(asked),
    lines,
    hasReverseCharge: lines.some(({ what }) => what === 'reverse-charge'),
    net: invoice.net,
    vatRate: invoice.vatRate,
    vat: invoice.vat,
    gross: invoice.gross,
    reference: invoice.reference,
  };
}

/** A void invoice is not sent again. */
const stands = (asked: LetterAsked, { number }: { readonly number: string }): boolean =>
  asked.invoices.some((one) => one.number === number && one.state !== 'void');

/** The advance invoice, issued with the offer, and again where a late conclusion moves its due date (T-20a). */
export const advanceInvoice = letter({
  fields: invoiceFields.extend({
    /** Full payment concludes the contract (II.11.5). */
    concludes: z.boolean(),
    wholeShare: z.boolean(),
    deferred: z.boolean(),
    /** Numbers of the invoices that this one replaces. */
    replaces: z.array(words),
  }),
  fill(asked) {
    const facts = factsOf(asked);
    const invoice = issuedInvoice(asked, 'advance');
    const wholeShare = new Decimal(invoice.gross).equals(offerOf(asked).quote.customerGross);
    return {
      ...invoiceOf(asked, invoice, invoice.net, wholeShare),
      concludes: facts.inForceOn === null && wholeShare,
      wholeShare,
      deferred: deferralIsAgreed(facts),
      replaces: creditNotesOf(asked).map(({ data }) => (data as { credits: string }).credits),
    };
  },
  stands,
  enclose: (asked) => creditNotesFor(asked).map((fields) => ({ document: 'credit-note', fields })),
});

interface FinalData {
  readonly advances: readonly { readonly gross: string; readonly vatRate: string; readonly on: string }[];
  readonly totalGross: string;
  readonly advanceTotal: string;
}

/** The final invoice lists what was paid and asks for the rest, also when that is 0.00 (II.def.invoice). */
export const finalInvoice = letter({
  fields: invoiceFields.extend({
    shareNet: amount,
    totalVat: amount,
    totalGross: amount,
    advances: z.array(z.strictObject({ on: isoDay, gross: amount })),
    advanceTotal: amount,
    overpaid: amount,
  }),
  fill(asked) {
    const invoice = issuedInvoice(asked, 'final');
    const { advances, totalGross, advanceTotal } = invoice.data as FinalData;
    const shareNet = offerOf(asked).quote.customerShareNet;
    return {
      ...invoiceOf(asked, invoice, shareNet, true),
      shareNet,
      totalVat: amountOf(new Decimal(totalGross).minus(shareNet)),
      totalGross,
      advances: advances.map(({ on, gross }) => ({ on, gross })),
      advanceTotal,
      overpaid: amountOf(Decimal.max(new Decimal(advanceTotal).minus(totalGross), 0)),
    };
  },
  stands,
});
