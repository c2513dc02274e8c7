import type { Casework } from '../casework/casework.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import { type DemoBank, openDemoBank } from './demo-bank.ts';
import { createInvoiceDesk, type InvoiceDesk } from './invoice-desk.ts';
import { createPayments, type PaymentParts, type Payments } from './payments.ts';

/** Invoices, and paying them. */
export interface PaymentServices {
  readonly invoices: InvoiceDesk;
  readonly payments: Payments;
  /** The bank of a trial; null in a real installation. */
  readonly demoBank: DemoBank | null;
}

interface Options {
  readonly demo: boolean;
  readonly warn: PaymentParts['warn'];
}

/** A real installation has no provider yet: people then pay by credit transfer, with account, reference and code shown. */
export function createPaymentServices(
  parts: CaseworkParts,
  casework: Pick<Casework, 'post'>,
  { demo, warn }: Options,
): PaymentServices {
  const demoBank = demo ? openDemoBank() : null;
  return {
    invoices: createInvoiceDesk(parts),
    payments: createPayments({ ...parts, casework, provider: demoBank, warn }),
    demoBank,
  };
}
