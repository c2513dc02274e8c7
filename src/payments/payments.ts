import { randomUUID } from 'node:crypto';
import { findAccount } from '../../db/accounts.ts';
import { findCase } from '../../db/cases.ts';
import type { Database } from '../../db/database.ts';
import { invoicesByReference } from '../../db/money.ts';
import {
  addPayment,
  begunPayment,
  findPayment,
  isBooked,
  noteBooked,
  notePaidNothing,
  noteProviderReference,
  noteSettled,
  paymentsBy,
} from '../../db/payments.ts';
import { provenCodeOf } from '../../db/proofs.ts';
import type { PaymentRow } from '../../db/rows.ts';
import type { CaseState } from '../../workflows/step.ts';
import type { Caller } from '../casework/caller.ts';
import type { Casework } from '../casework/casework.ts';
import type { Clock } from '../casework/clocks.ts';
import { readReference } from '../law/creditor-reference.ts';
import { dayOf } from '../law/days.ts';
import type { LawBook } from '../law/law-book.ts';
import type { Amount } from '../law/money.ts';
import { standingOf } from './owed.ts';
import type { Outcome, PaymentProvider, ProviderMessage } from './provider.ts';
import {
  alreadyBegun,
  beganOtherwise,
  noProvider,
  noSuchPayment,
  notFromTheProvider,
  nothingToPay,
} from './refusals.ts';

/** Paying an invoice by its reference (PO-06): anyone may, and learns the amount and nothing else. What a provider confirms
 *  is booked to the case once, under the payment's id. */
export interface Payments {
  /** Whether payments can be begun here; without a provider people pay by credit transfer. */
  readonly isOpen: boolean;
  /** @throws Refusal `payment.nothing-to-pay`, the same for what is unknown and what is paid */
  asked(reference: string): Promise<Asked>;
  /** Begins a payment of all that the invoice still asks for, or goes on with the one that the payer has begun.
   *  @throws Refusal `payment.already-begun` where somebody else has: the rest would be an overpayment */
  begin(payer: Caller | null, order: Order): Promise<Begun>;
  /** @throws Refusal `payment.not-found`, also where somebody else who is signed in began it */
  find(caller: Caller | null, id: string): Promise<PaymentView>;
  /** What somebody who is signed in has begun, the latest first: their receipts. */
  begunBy(payer: Caller): Promise<PaymentView[]>;
  /** A message of the provider. @throws Refusal `payment.message-not-genuine` */
  told(provider: string, message: ProviderMessage): Promise<void>;
  /** Books what a provider has confirmed and a crash left unbooked; asks after the rest; gives up what is too old. */
  settle(payment: PaymentRow): Promise<void>;
}

interface Order {
  readonly reference: string;
  /** Asked again under it, it is the same payment. */
  readonly id?: string;
  /** The payer knows that a payment of the invoice has begun, and pays all the same. */
  readonly besides?: boolean;
}

export interface Asked {
  readonly reference: string;
  readonly amount: Amount;
}

export interface PaymentView extends Asked {
  readonly id: string;
  /** `confirmed`: the provider has the money, and it is being booked. */
  readonly state: 'begun' | 'confirmed' | 'paid' | 'failed' | 'abandoned';
  readonly provider: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

interface Begun extends PaymentView {
  /** Where the payer goes on: a path of ours, or an address of the provider. */
  readonly goTo: string;
}

export interface PaymentParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly lawBook: () => LawBook;
  readonly casework: Pick<Casework, 'post'>;
  readonly provider: PaymentProvider | null;
  /** Told what a person has to look into. */
  readonly warn: (message: string, details: Readonly<Record<string, string>>) => void;
}

/** A payment nobody has heard of for so long is given up; a late confirmation is still booked. */
const GIVEN_UP_AFTER = Temporal.Duration.from({ hours: 24 });

/** Money of which a provider tells is booked as finance books it, in the provider's name. */
const booker = (provider: string): Caller => ({
  accountId: `payments/${provider}`,
  username: `payments/${provider}`,
  roles: ['finance'],
  level: '0',
  method: 'none',
  kind: 'staff',
  partyCode: null,
});

/** How many receipts a page lists. */
const MOST_SHOWN = 50;

/** Named where the money is not known to be the customer's own (T-09); who paid stands with the payment alone. */
const SOMEBODY_ELSE = 'cita persona';

export function createPayments(parts: PaymentParts): Payments {
  const { db, clock, lawBook, casework, provider, warn } = parts;

  async function invoiceAsked(typed: string) {
    const reference = readReference(typed);
    if (reference === null) throw nothingToPay();
    const [invoice] = (await invoicesByReference(db, reference)).filter(({ state }) => state === 'open');
    const row = invoice && (await findCase(db, invoice.caseId));
    if (!invoice || !row) throw nothingToPay();
    const today = dayOf(await clock.now(), lawBook().operator.timeZone).toString();
    const { outstanding } = standingOf(invoice, (row.snapshot as CaseState).facts, today);
    if (outstanding === '0.00') throw nothingToPay();
    return { invoice, reference, amount: outstanding };
  }

  async function askProvider(payment: PaymentRow): Promise<Begun> {
    if (!provider) throw noProvider();
    const { providerReference, goTo } = await provider.begin(payment);
    if (payment.providerReference !== providerReference)
      await noteProviderReference(db, payment, providerReference);
    return { ...shown(payment), goTo };
  }

  /** Posts what was received, under the id of the payment; whoever comes second gets the first one's answer. */
  async function book(payment: PaymentRow, confirmedAt: string): Promise<void> {
    if (!(await isBooked(db, payment))) {
      const receivedOn = dayOf(confirmedAt, lawBook().operator.timeZone).toString();
      const own = await isTheCustomers(payment);
      const data = {
        amount: payment.amount,
        receivedOn,
        reference: `${payment.reference} ${payment.provider} ${payment.id}`,
        account: 'main',
        ...(own ? {} : { payer: SOMEBODY_ELSE }),
      };
      await casework.post(
        booker(payment.provider),
        payment.caseId,
        { type: 'payment.received', data },
        { idempotencyKey: `payment ${payment.id}`, language: 'lv' },
      );
    }
    await noteBooked(db, payment);
  }

  async function isTheCustomers({ caseId, payer }: PaymentRow): Promise<boolean> {
    if (payer === null) return false;
    const [row, account] = await Promise.all([findCase(db, caseId), findAccount(db, payer)]);
    const code = account && (await provenCodeOf(db, account));
    return code !== null && code === row?.partyCode;
  }

  async function happened(payment: PaymentRow, outcome: Outcome): Promise<void> {
    switch (outcome.kind) {
      case 'pending':
        return;
      case 'cancelled':
        return notePaidNothing(db, payment, 'failed', (await clock.now()).toString());
      case 'paid': {
        if (outcome.amount !== payment.amount) {
          warn('a payment was confirmed with another amount and is not booked', {
            payment: payment.id,
            provider: payment.provider,
          });
          return notePaidNothing(db, payment, 'failed', (await clock.now()).toString());
        }
        const settled = await noteSettled(db, payment, outcome.at.toString());
        if (settled?.endedAt) await book(settled, settled.endedAt);
      }
    }
  }

  async function settle(payment: PaymentRow): Promise<void> {
    if (payment.state !== 'begun') return;
    if (payment.endedAt !== null) return book(payment, payment.endedAt);
    if (provider?.name === payment.provider) {
      const outcome = await provider.look(payment);
      if (outcome.kind !== 'pending') return happened(payment, outcome);
    }
    const now = await clock.now();
    const lost = Temporal.Instant.compare(payment.createdAt, now.subtract(GIVEN_UP_AFTER)) < 0;
    if (lost) await notePaidNothing(db, payment, 'abandoned', now.toString());
  }

  async function begin(payer: Caller | null, order: Order): Promise<Begun> {
    const { reference: typed, id = randomUUID(), besides = false } = order;
    const before = await findPayment(db, id);
    if (before) {
      const same = before.payer === (payer?.accountId ?? null) && before.reference === readReference(typed);
      if (!same) throw beganOtherwise();
      return askProvider(before);
    }
    const { invoice, reference, amount } = await invoiceAsked(typed);
    if (!provider) throw noProvider();
    const now = (await clock.now()).toString();
    const begun = await begunPayment(db, invoice);
    const goesOn = begun !== null && begun.endedAt === null && begun.payer === payer?.accountId;
    if (goesOn && begun.amount === amount) return askProvider(begun);
    // A part was paid meanwhile: what was asked for is too much.
    if (goesOn) await notePaidNothing(db, begun, 'abandoned', now);
    else if (begun && !besides) throw alreadyBegun();
    const payment: PaymentRow = {
      caseId: invoice.caseId,
      id,
      invoiceNumber: invoice.number,
      reference,
      amount,
      payer: payer?.accountId ?? null,
      provider: provider.name,
      providerReference: null,
      state: 'begun',
      besides: begun !== null && !goesOn,
      createdAt: now,
      endedAt: null,
    };
    // Where another one came first, it is looked at anew.
    return (await addPayment(db, payment)) ? askProvider(payment) : begin(payer, { ...order, id });
  }

  return {
    isOpen: provider !== null,
    async asked(typed) {
      const { reference, amount } = await invoiceAsked(typed);
      return { reference, amount };
    },
    begin,
    async find(caller, id) {
      const payment = await findPayment(db, id);
      if (!payment || (payment.payer !== null && payment.payer !== caller?.accountId)) throw noSuchPayment();
      const waits = payment.state === 'begun' && payment.endedAt !== null;
      if (waits) await settle(payment).catch(() => undefined);
      return shown(waits ? ((await findPayment(db, id)) ?? payment) : payment);
    },
    begunBy: async ({ accountId }) => (await paymentsBy(db, accountId, MOST_SHOWN)).map(shown),
    async told(name, message) {
      const answer = provider?.name === name ? await provider.read(message).catch(() => null) : null;
      const payment = answer && (await findPayment(db, answer.paymentId));
      if (!payment || payment.provider !== name) throw notFromTheProvider();
      await happened(payment, answer.outcome);
    },
    settle,
  };
}

const shown = ({ id, reference, amount, provider, createdAt, endedAt, state }: PaymentRow): PaymentView => ({
  id,
  reference,
  amount,
  provider,
  createdAt,
  endedAt,
  state: state === 'begun' && endedAt !== null ? 'confirmed' : state,
});
