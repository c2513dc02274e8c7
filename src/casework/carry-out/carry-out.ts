import type { Effect } from '../../../workflows/effects.ts';
import { leftOn } from './deliveries.ts';
import type { Errand, Occasion } from './errand.ts';
import { namesChannel } from './letter-way.ts';
import { letterSent, letterSentAgain, namesInvoice } from './letters.ts';
import { readdressLetters } from './readdress.ts';
import { lineReceived, moneyPaidBack, moneyReceived } from './receipts.ts';

/** The one place that knows what is done for each kind of effect, by the step of a person and by the clock alike. A new kind
 *  does not compile until it has its case here. */
export function errandOf(effect: Effect, occasion: Occasion): Errand {
  const { happened } = occasion;
  switch (effect.type) {
    case 'sendNotice':
      return {
        asksWish: !namesChannel(happened),
        asksInvoices: namesInvoice(effect.notice),
        write: (known) => letterSent(effect.notice, occasion, known),
      };
    case 'resendByPost':
      // Any letter may be an invoice, which goes out again if it still stands.
      return { asksInvoices: true, write: (known) => letterSentAgain(occasion, known) };
    case 'noteDispatch':
      return { write: ({ named }) => (named ? { deliveries: [leftOn(named, occasion)] } : {}) };
    case 'readdressLetters':
      return { change: (tx, stored) => readdressLetters(tx, stored, occasion.step) };
    case 'issueInvoice':
      return { draw: (ledger) => ledger.issue(effect.kind, happened) };
    case 'voidInvoice':
      return { draw: (ledger) => ledger.voidOpen(happened) };
    case 'bookPayment':
      return {
        write: () => ({ receipts: [moneyReceived(happened)] }),
        ...lineReceived(happened, occasion.step.place.id),
      };
    case 'bookRefund':
      return { write: () => ({ receipts: [moneyPaidBack(happened)] }) };
    default: {
      const never: never = effect;
      throw new Error(`Nobody carries out ${JSON.stringify(never)}.`);
    }
  }
}
