import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { amountOf } from '../../../src/law/money.ts';
import { say } from '../../../src/law/words.ts';
import { type Asking, notInTheFuture, refuse, type Standing } from '../../conditions/verdict.ts';
import { isoDay, positiveAmount } from '../../data.ts';
import { refundDue } from '../../derived.ts';
import { bookRefund } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ on: isoDay, amount: positiveAmount });
type Paid = Happening<string, z.output<typeof data>>;

const somethingIsToGoBack: Standing = (facts) =>
  refundDue(facts).gt(0)
    ? null
    : refuse({
        code: 'refund.none',
        clause: 'II.14.4',
        detail: say('Nav nekā, kas būtu atmaksājams.', 'There is nothing to be refunded.'),
      });

const noMoreThanIsOwed: Asking<Paid> = (facts, { data: { amount } }) => {
  const due = refundDue(facts);
  return due.lt(amount)
    ? refuse({
        code: 'refund.too-much',
        clause: 'II.14.4',
        detail: say(
          `Atmaksājami ir ${due.toFixed(2)} EUR, nevis ${amount} EUR.`,
          `${due.toFixed(2)} EUR is to be refunded, not ${amount} EUR.`,
        ),
      })
    : null;
};

const dayOfRefundCanBe: Asking<Paid> = (_facts, { data: { on }, today }) =>
  notInTheFuture('on', on, today, 'II.14.4');

/** Who decides what goes back does not pay it alone: a second person approves it, or, where the operator has nobody approve,
 *  another one pays. */
const notByWhoDecided: Asking<Paid> = (_facts, { actor, computed }) =>
  computed.refundDecidedBy === actor
    ? refuse({
        code: 'refund.second-person',
        clause: 'II.14.4',
        detail: say(
          'Atmaksu veic cita persona, nevis tā, kas par to lēma.',
          'Another person pays the refund, not the one who decided on it.',
        ),
      })
    : null;

const write: Writing<Paid> = (facts, { data: { amount } }) => {
  const before = facts.refund ?? { due: null, retained: '0.00', paid: '0.00', reasons: 'overpayment' };
  return { refund: { ...before, paid: amountOf(new Decimal(before.paid).plus(amount)) } };
};

/** Money has gone back to the customer (II.10.2, II.14.4). */
export const refundPaid = act({
  type: 'refund.paid',
  clause: 'II.14.4',
  data,
  form: { on: { first: 'today' }, amount: { first: 'refund-due' } },
  by: { finance: 'operator' },
  approval: { setting: 'approval.refund.paid' },
  looksUp: 'decider-of-refund',
  weight: 'carries-on',
  ways: {
    afterTheEnd: {
      says: 'Money has gone back to the customer.',
      possible: { somethingIsToGoBack },
      allowed: { notByWhoDecided, noMoreThanIsOwed, dayOfRefundCanBe },
      write,
      effects: [bookRefund],
    },
    aboveTheShare: {
      clause: 'II.10.2',
      says: 'What was paid above the share has gone back.',
      possible: { somethingIsToGoBack },
      allowed: { notByWhoDecided, noMoreThanIsOwed, dayOfRefundCanBe },
      write,
      effects: [bookRefund],
    },
  },
});
