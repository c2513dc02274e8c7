import { and } from 'xstate';
import { chart, notice } from './setup.ts';

/** Payment of the customer share (II.10). */

const paidInFull = { target: 'paid', guard: 'shareIsPaidInFull', meta: { clause: 'II.10.2' } } as const;
const overdueOnDeadline = {
  target: 'overdue',
  guard: and([{ type: 'deadlineIs', params: { name: 'payment-due' } }, 'demandIsNotMet']),
  actions: 'recordPassed',
  meta: { clause: 'II.10.2' },
} as const;

export const payment = chart.createStateConfig({
  description: 'Payment of the customer share.',
  meta: { clause: 'II.10' },
  initial: 'due',
  on: {
    'payment.received': { guard: 'receiptDateCanBe', actions: 'recordPayment', meta: { clause: 'II.10.2' } },
    'refund.paid': { guard: 'refundIsOwed', actions: 'recordRefund', meta: { clause: 'II.14.4' } },
  },
  states: {
    due: {
      description: 'The customer share is to be paid by the date on the invoice.',
      meta: { clause: 'II.10.2', awaits: 'customer' },
      always: [
        paidInFull,
        { target: 'deferred', guard: 'paymentIsDeferred', meta: { clause: 'II.def.fee-1/7' } },
        { target: 'partial', guard: 'somethingIsPaid', meta: { clause: 'II.10.2' } },
      ],
      on: { 'deadline.passed': overdueOnDeadline },
    },
    partial: {
      description: 'A part has been received.',
      meta: { clause: 'II.10.2', awaits: 'customer' },
      always: paidInFull,
      on: { 'deadline.passed': overdueOnDeadline },
    },
    paid: {
      description: 'The customer share is paid in full.',
      meta: { clause: 'II.14.6.2.1', awaits: 'nobody' },
      always: { target: 'partial', guard: 'shareIsNotPaidInFull', meta: { clause: 'II.12.2' } },
    },
    overdue: {
      description: 'The due date has passed. Without works the contract ends with the next working day; with works the debt stays.',
      meta: { clause: 'II.14.3.2', awaits: 'customer' },
      always: [
        { ...paidInFull, guard: and(['lateCureCounts', 'shareIsPaidInFull']) },
        { target: 'partial', guard: and(['lateCureCounts', 'demandIsMet']), meta: { clause: 'II.10.2' } },
      ],
      on: {
        'deadline.passed': {
          target: '#case.terminated',
          guard: and([{ type: 'deadlineIs', params: { name: 'non-payment-end' } }, 'endsForNonPayment']),
          actions: ['recordNonPayment', 'voidInvoice', notice('N-END')],
          meta: { clause: 'II.14.3.2' },
          description: 'Deemed ended with the next working day.',
        },
        'debt.warned': {
          target: 'debt-warned',
          guard: and(['debtRouteIsOpen', 'invoiceIsOverdue', 'debtIsNotWarned']),
          actions: ['recordDebtWarning', notice('N-DEBTWARN')],
          meta: { clause: 'II.10.5' },
        },
        'debt.handed-over': { target: 'handed-over', guard: and(['debtRouteIsOpen', 'debtMayBeHandedOver']), actions: 'recordHandover', meta: { clause: 'II.10.5' } },
      },
    },
    'debt-warned': {
      description: 'The customer has been warned that the debt may be handed over.',
      meta: { clause: 'II.10.5', awaits: 'customer' },
      always: [paidInFull, { target: 'partial', guard: 'demandIsMet', meta: { clause: 'II.10.2' } }],
      on: {
        'debt.handed-over': { target: 'handed-over', guard: and(['debtRouteIsOpen', 'debtMayBeHandedOver']), actions: 'recordHandover', meta: { clause: 'II.10.5' } },
      },
    },
    'handed-over': {
      description: 'The debt is with a recovery provider acting in the operator’s name.',
      meta: { clause: 'II.10.5', awaits: 'customer' },
      always: { ...paidInFull, actions: 'recordRecall', description: 'Paid: the hand-over is recalled.' },
    },
    deferred: {
      description: 'The parties agreed on deferred payment.',
      meta: { clause: 'II.def.fee-1/7', awaits: 'customer' },
      always: paidInFull,
    },
  },
});
