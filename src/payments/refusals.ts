import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

/** One answer for a reference that nobody has, one that is mistyped and one that is paid: who guesses learns nothing. */
export const nothingToPay = (): Refusal => {
  const message = say(
    'Ar šādu atsauci nav neviena apmaksājama rēķina. Pārbaudiet atsauci rēķinā: tā sākas ar RF. Ja rēķins jau ir apmaksāts, vairs nekas nav jādara.',
    'No invoice under this reference waits to be paid. Check the reference on the invoice: it begins with RF. If the invoice has been paid, nothing more is needed.',
  );
  return new Refusal({
    code: 'payment.nothing-to-pay',
    kind: 'invalid',
    clause: 'II.10.1',
    detail: message,
    errors: [{ field: 'reference', message }],
  });
};

export const noSuchPayment = (): Refusal =>
  new Refusal({
    code: 'payment.not-found',
    kind: 'not-found',
    detail: say('Šāda maksājuma nav.', 'There is no such payment.'),
  });

export const noProvider = (): Refusal =>
  new Refusal({
    code: 'payment.no-provider',
    detail: say(
      'Tiešsaistē šobrīd maksāt nevar. Maksājiet ar pārskaitījumu: konts un atsauce ir rēķinā.',
      'Paying on-line is not possible at present. Pay by credit transfer: account and reference stand on the invoice.',
    ),
  });

/** Told before the payer pays: what comes above the share only goes back (II.10.2). */
export const alreadyBegun = (): Refusal => {
  const message = say(
    'Šī rēķina apmaksa jau ir sākta. Ja to pabeigs, jūsu maksājums būs pārmaksa, un tā būs jāatmaksā. Pagaidiet vai maksājiet tik un tā.',
    'A payment of this invoice has begun already. If it is completed, yours is an overpayment that has to go back. Wait, or pay all the same.',
  );
  return new Refusal({ code: 'payment.already-begun', clause: 'II.10.2', detail: message });
};

export const beganOtherwise = (): Refusal =>
  new Refusal({
    code: 'payment.began-otherwise',
    detail: say(
      'Ar šo atslēgu jau ir sākts cits maksājums. Nekas nav mainīts; sāciet no jauna.',
      'Another payment was begun under this key. Nothing was changed; begin again.',
    ),
  });

export const notFromTheProvider = (): Refusal =>
  new Refusal({
    code: 'payment.message-not-genuine',
    kind: 'invalid',
    detail: say(
      'Ziņojums nav no maksājumu pakalpojuma sniedzēja, vai to nevar izlasīt.',
      'The message does not come from the payment provider, or cannot be read.',
    ),
  });
