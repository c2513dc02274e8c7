import { day, isBefore } from '../../src/law/days.ts';
import { withFlag } from '../acts/changes.ts';
import { debtHandedOver } from '../acts/money/debt-handed-over.ts';
import { debtWarned } from '../acts/money/debt-warned.ts';
import { paymentReceived } from '../acts/money/payment-received.ts';
import { refundDecided } from '../acts/money/refund-decided.ts';
import { refundPaid } from '../acts/money/refund-paid.ts';
import { byItself } from '../acts/way.ts';
import { choose, type Standing } from '../conditions/verdict.ts';
import { endsUnpaid } from '../deadlines/non-payment-end.ts';
import { becomesOverdue } from '../deadlines/payment-due.ts';
import {
  countedReceipts,
  deferralIsAgreed,
  demanded,
  demandIsMet,
  lateCureCounts,
  shareIsPaid,
} from '../derived.ts';
import { always, leads, type StateConfig } from './leads.ts';

/** Payment of the customer share (II.10). */

export const MONEY_ACTS = [paymentReceived, refundDecided, refundPaid, debtWarned, debtHandedOver] as const;

const shareIsPaidInFull: Standing = choose(shareIsPaid);
const shareIsNotPaidInFull: Standing = choose((facts) => !shareIsPaid(facts));
const somethingIsPaid: Standing = choose((facts) => countedReceipts(facts).gt(0));
const paymentIsDeferred: Standing = choose(deferralIsAgreed);
const lateMoneyCures: Standing = choose((facts, { law, today }) => lateCureCounts(facts, law, day(today)));
const nothingIsOverdue: Standing = choose((facts, { today }) => {
  const demand = demanded(facts);
  return demand === null || demandIsMet(facts) || !isBefore(demand.dueOn, day(today));
});

const paidInFull = byItself('paid in full', {
  clause: 'II.10.2',
  says: 'The customer share is on the account in full.',
  possible: { shareIsPaidInFull },
});
const paidLate = byItself('paid in full, late', {
  clause: 'II.10.2',
  says: 'The customer share is on the account in full.',
  possible: { lateMoneyCures, shareIsPaidInFull },
});
const recalled = byItself('paid after the hand-over', {
  clause: 'II.10.2',
  says: 'Paid: the hand-over is recalled.',
  possible: { shareIsPaidInFull },
  write: (facts, { today }) => ({ flags: withFlag(facts, 'recall-debt-hand-over', today) }),
});
const deferred = byItself('payment is deferred', {
  clause: 'II.def.fee-1/7',
  says: 'The share is paid by the agreed schedule.',
  possible: { paymentIsDeferred },
});
const partlyPaid = byItself('partly paid', {
  clause: 'II.10.2',
  says: 'A part of the share is on the account.',
  possible: { somethingIsPaid },
});
const shareWasRaised = byItself('the share was raised', {
  clause: 'II.12.2',
  says: 'An amendment raised the share: the rest is due.',
  possible: { shareIsNotPaidInFull },
});
/** What was overdue is paid, or is to be paid later by agreement: the next invoice has its own clock, and is warned of by
 *  itself (T-41). */
const noLongerOverdue = byItself('no longer overdue', {
  clause: 'II.10.2',
  says: 'Nothing is overdue any more; the rest is due later.',
  possible: { lateMoneyCures, nothingIsOverdue },
  write: () => ({ debtWarning: null }),
});

export const payment: StateConfig = {
  description: 'Payment of the customer share.',
  meta: { clause: 'II.10' },
  initial: 'due',
  on: leads(
    [paymentReceived.ways.underTheContract],
    [refundPaid.ways.aboveTheShare],
    [debtWarned.ways.underTheContract, '.debt-warned'],
    [debtHandedOver.ways.underTheContract, '.handed-over'],
  ),
  states: {
    due: {
      description: 'The customer share is to be paid by the date on the invoice.',
      meta: { clause: 'II.10.2' },
      always: always([paidInFull, 'paid'], [deferred, 'deferred'], [partlyPaid, 'partial']),
      on: leads([becomesOverdue, 'overdue']),
    },
    partial: {
      description: 'A part has been received.',
      meta: { clause: 'II.10.2' },
      always: always([paidInFull, 'paid']),
      on: leads([becomesOverdue, 'overdue']),
    },
    paid: {
      description: 'The customer share is paid in full.',
      meta: { clause: 'II.14.6.2.1' },
      always: always([shareWasRaised, 'due']),
    },
    overdue: {
      description:
        'The due date has passed. Without works the contract ends with the next working day; with works the debt stays.',
      meta: { clause: 'II.14.3.2' },
      always: always([paidLate, 'paid'], [noLongerOverdue, 'due']),
      on: leads([endsUnpaid, '#case.terminated']),
    },
    'debt-warned': {
      description: 'The customer has been warned that the debt may be handed over.',
      meta: { clause: 'II.10.5' },
      always: always([paidInFull, 'paid'], [noLongerOverdue, 'due']),
    },
    'handed-over': {
      description: 'The debt is with a recovery provider acting in the operator’s name.',
      meta: { clause: 'II.10.5' },
      always: always([recalled, 'paid']),
    },
    deferred: {
      description: 'The parties agreed on deferred payment.',
      meta: { clause: 'II.def.fee-1/7' },
      always: always([paidInFull, 'paid']),
    },
  },
};
