import { leftOn } from './deliveries.ts';
import type { Errand, Occasion } from './errand.ts';
import { namesChannel } from './letter-way.ts';
import { letterSent, letterSentAgain, namesInvoice } from './letters.ts';
import type { Order } from './orders.ts';
import { readdressLetters } from './readdress.ts';
import { moneyPaidBack, moneyReceived } from './receipts.ts';

/** The one place that knows what is done for each kind of order, by the step of a person and by the clock alike. A new kind
 *  does not compile until it has its case here. */
export function errandOf(order: Order, occasion: Occasion): Errand {
  const { happened } = occasion;
  switch (order.type) {
    case 'sendNotice':
      return {
        asksWish: !namesChannel(happened),
        asksInvoices: namesInvoice(order.notice),
        write: (known) => letterSent(order.notice, occasion, known),
      };
    case 'resendByPost':
      // Any letter may be an invoice, which goes out again if it still stands.
      return { asksInvoices: true, write: (known) => letterSentAgain(occasion, known) };
    case 'noteDispatch':
      return { write: ({ named }) => (named ? { deliveries: [leftOn(named, order.on, occasion)] } : {}) };
    case 'readdressLetters':
      return { change: (tx, stored) => readdressLetters(tx, stored, occasion.step) };
    case 'issueInvoice':
      return { draw: (ledger) => ledger.issue(order.kind, happened) };
    case 'voidInvoice':
      return { draw: (ledger) => ledger.voidOpen(happened) };
    case 'bookPayment':
      return { write: () => ({ receipts: [moneyReceived(order, happened)] }) };
    case 'bookRefund':
      return { write: () => ({ receipts: [moneyPaidBack(order, happened)] }) };
    default: {
      const never: never = order;
      throw new Error(`Nobody carries out ${JSON.stringify(never)}.`);
    }
  }
}
