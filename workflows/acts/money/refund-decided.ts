import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { say } from '../../../src/law/words.ts';
import { type Asking, fieldRefusal, refuse, type Standing } from '../../conditions/verdict.ts';
import { amount, text } from '../../data.ts';
import { countedReceipts } from '../../derived.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';

const data = z.strictObject({ refund: amount, retained: amount, reasons: text });

const refundIsNotExcluded: Standing = (facts) =>
  facts.ending?.reason === 'unremedied'
    ? refuse({
        code: 'refund.excluded',
        clause: 'II.13.2',
        detail: say(
          'Izbeidzot pēc 13.2. punkta, samaksātā daļa netiek atmaksāta.',
          'After an end under clause 13.2 the paid share is not refunded.',
        ),
      })
    : null;

/** Refund and what is kept are together the money received. */
const refundAddsUp: Asking<Happening<string, z.output<typeof data>>> = (facts, { data }) => {
  const received = countedReceipts(facts);
  const total = new Decimal(data.refund).plus(data.retained);
  const paid = facts.refund?.paid ?? '0.00';
  if (new Decimal(data.refund).lt(paid))
    return fieldRefusal(
      'refund',
      'II.14.4',
      say(`Atmaksāti jau ir ${paid} EUR.`, `${paid} EUR has already been paid back.`),
    );
  if (total.equals(received)) return null;
  return fieldRefusal(
    'refund',
    'II.14.4',
    say(
      `Atmaksa un ieturējums kopā ir ${total.toFixed(2)} EUR, bet saņemts ${received.toFixed(2)} EUR.`,
      `Refund and retained amount add up to ${total.toFixed(2)} EUR, and ${received.toFixed(2)} EUR was received.`,
    ),
  );
};

/** Finance decides what goes back and what is kept, with reasons (T-43). */
export const refundDecided = act({
  type: 'refund.decided',
  clause: 'II.14.4',
  data,
  form: { refund: { first: 'money-received' }, retained: { first: 'zero' } },
  by: { finance: 'operator' },
  weight: 'carries-on',
  ways: {
    decided: {
      says: 'Finance decides what goes back and what is kept, with reasons.',
      possible: { refundIsNotExcluded },
      allowed: { refundAddsUp },
      write: (facts, { data: { refund, retained, reasons } }) => ({
        refund: { due: refund, retained, paid: facts.refund?.paid ?? '0.00', reasons },
      }),
    },
  },
});
