import type { Amount } from '../law/money.ts';

/** Somebody who takes a payment for the operator: a bank or a payment institution. Only one whose confirmation means that
 *  the money is on the account named in the invoice may be used: that day is the day of payment (II.10.2). */
export interface PaymentProvider {
  /** In history and in addresses: `demo-bank`. */
  readonly name: string;
  /** Asks for a payment. Asked again for the same id, it is the same payment. */
  begin(payment: PaymentOrder): Promise<PaymentBegun>;
  /** What a message of the provider says. null: it does not come from the provider, or says nothing that can be read. */
  read(message: ProviderMessage): Promise<ProviderAnswer | null>;
  /** What became of a payment of which no message came. */
  look(payment: { readonly id: string; readonly providerReference: string | null }): Promise<Outcome>;
}

interface PaymentOrder {
  readonly id: string;
  readonly amount: Amount;
  /** Creditor reference of the invoice. */
  readonly reference: string;
}

interface PaymentBegun {
  /** The provider's own name of the payment. */
  readonly providerReference: string;
  /** Where the payer goes on: a path of ours, or an address of the provider. */
  readonly goTo: string;
}

/** As it came in, so that its signature can be checked. */
export interface ProviderMessage {
  readonly signature: string;
  readonly body: string;
}

interface ProviderAnswer {
  readonly paymentId: string;
  readonly outcome: Outcome;
}

export type Outcome =
  /** The money is on the operator's account since an instant. */
  | { readonly kind: 'paid'; readonly amount: Amount; readonly at: Temporal.Instant }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'pending' };
