import { z } from 'zod';
import type { StepInvoice } from '../../../db/commit.ts';
import { amount, isoDay, words } from '../fields.ts';

/** How to pay an invoice: account and bank stand in the head. */
export const paymentFields = z.strictObject({
  invoice: words,
  invoiceIssuedOn: isoDay,
  reference: words,
  amount,
});

export const paymentOf = (invoice: StepInvoice | null, due: string): z.input<typeof paymentFields> | null =>
  invoice && {
    invoice: invoice.number,
    invoiceIssuedOn: invoice.issuedOn,
    reference: invoice.reference,
    amount: due,
  };
