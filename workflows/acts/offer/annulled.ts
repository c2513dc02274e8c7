import { z } from 'zod';
import { amountOf } from '../../../src/law/money.ts';
import { annulmentIsNotHeld, customerDidNothing, warningHasRunItsCourse } from '../../conditions/offer.ts';
import type { Reason } from '../../conditions/verdict.ts';
import { text } from '../../data.ts';
import { countedReceipts } from '../../derived.ts';
import { notice, voidInvoice } from '../../effects.ts';
import type { Facts } from '../../facts.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import { isReason } from '../way.ts';

/** Of an offer that still stands: it is never annulled without a warning that has run its course. */
function whyNotYet(facts: Facts, event: Happening): Reason | null {
  if (!facts.offer || facts.inForceOn !== null || facts.ending !== null) return null;
  for (const condition of [customerDidNothing, annulmentIsNotHeld, warningHasRunItsCourse]) {
    const verdict = condition(facts, event);
    if (isReason(verdict)) return verdict;
  }
  return null;
}

/** The warning has run its course and the customer did none of sign, pay, object: the application is annulled (II.11.3). By
 *  the clock, or by hand. */
export const applicationAnnulled = act({
  type: 'application.annulled',
  clause: 'II.11.3',
  data: z.strictObject({ reasons: text.optional() }),
  by: { clock: 'operator', service: 'operator' },
  approval: { setting: 'approval.application.annulled' },
  weight: 'ends',
  elsewhere: whyNotYet,
  adverse: true,
  ways: {
    annulled: {
      says: 'The warning has run its course and the customer did none of the three: the application is annulled.',
      possible: { customerDidNothing, annulmentIsNotHeld, warningHasRunItsCourse },
      write: (facts, { data, today }) => ({
        ending: {
          reason: 'annulled',
          clause: 'II.11.3',
          by: 'operator',
          on: today,
          reasons: data.reasons ?? null,
        },
        refund: {
          due: amountOf(countedReceipts(facts)),
          retained: '0.00',
          paid: '0.00',
          reasons: 'II.11.3',
        },
      }),
      effects: [voidInvoice, notice('N-ANN')],
    },
  },
});
