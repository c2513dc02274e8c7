import { and } from 'xstate';
import { chart, notice } from './setup.ts';

/** Payment of the customer share (II.10). */

const paidInFull = {
  target: 'paid',
  guard: 'shareIsPaidInFull',
  meta: { clause: 'II.10.2' },
  description: 'The customer share is on the account in full.',
} as const;
const overdueOnDeadline = {
  target: 'overdue',
  guard: and([{ type: 'deadlineIs', params: { name: 'payment-due' } }, 'demandIsNotMet']),
  actions: 'recordPassed',
  meta: { clause: 'II.10.2' },
  description: 'The due date has passed and what was demanded is not on the account.',
} as const;

/** What was overdue is paid, or is to be paid later by agreement: the next invoice has its own clock (T-41). */
const noLongerOverdue = {
  target: 'due',
  guard: and(['lateCureCounts', 'nothingIsOverdue']),
  actions: 'forgetDebtWarning',
  meta: { clause: 'II.10.2' },
  description: 'Nothing is overdue any more; the rest is due later.',
} as const;

export const payment = chart.createStateConfig({
  description: 'Payment of the customer share.',
  meta: { clause: 'II.10' },
  initial: 'due',
  on: {
    'payment.received': {
      guard: 'receiptDateCanBe',
      actions: 'recordPayment',
      meta: { clause: 'II.10.2' },
      description: 'Money counts on the day it is on the account named in the invoice.',
    },
    'refund.paid': {
      guard: 'refundIsOwed',
      actions: 'recordRefund',
      meta: { clause: 'II.10.2' },
      description: 'What was paid above the share has gone back.',
    },
    'debt.warned': {
      target: '.debt-warned',
      guard: and(['debtRouteIsOpen', 'invoiceIsOverdue', 'debtIsNotHandedOver', 'debtIsNotWarned']),
      actions: ['recordDebtWarning', notice('N-DEBTWARN')],
      meta: { clause: 'II.10.5' },
      description: 'An overdue customer is warned in writing before the debt is handed over.',
    },
    'debt.handed-over': {
      target: '.handed-over',
      guard: and(['debtRouteIsOpen', 'invoiceIsOverdue', 'debtMayBeHandedOver', 'debtIsNotHandedOver']),
      actions: 'recordHandover',
      meta: { clause: 'II.10.5' },
      description: 'After the warning and sixty complete days of delay.',
    },
  },
  states: {
    due: {
      description: 'The customer share is to be paid by the date on the invoice.',
      meta: { clause: 'II.10.2', awaits: 'customer' },
      always: [
        paidInFull,
        {
          target: 'deferred',
          guard: 'paymentIsDeferred',
          meta: { clause: 'II.def.fee-1/7' },
          description: 'The share is paid by the agreed schedule.',
        },
        {
          target: 'partial',
          guard: 'somethingIsPaid',
          meta: { clause: 'II.10.2' },
          description: 'A part of the share is on the account.',
        },
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
      always: {
        target: 'due',
        guard: 'shareIsNotPaidInFull',
        meta: { clause: 'II.12.2' },
        description: 'An amendment raised the share: the rest is due.',
      },
    },
    overdue: {
      description:
        'The due date has passed. Without works the contract ends with the next working day; with works the debt stays.',
      meta: { clause: 'II.14.3.2', awaits: 'customer' },
      always: [{ ...paidInFull, guard: and(['lateCureCounts', 'shareIsPaidInFull']) }, noLongerOverdue],
      on: {
        'deadline.passed': {
          target: '#case.terminated',
          guard: and([{ type: 'deadlineIs', params: { name: 'non-payment-end' } }, 'endsForNonPayment']),
          actions: ['recordNonPayment', 'voidInvoice', notice('N-END')],
          meta: { clause: 'II.14.3.2' },
          description: 'Deemed ended with the next working day.',
        },
      },
    },
    'debt-warned': {
      description: 'The customer has been warned that the debt may be handed over.',
      meta: { clause: 'II.10.5', awaits: 'customer' },
      always: [paidInFull, noLongerOverdue],
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
