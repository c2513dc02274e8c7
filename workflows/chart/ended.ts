import { and } from 'xstate';
import { cutsOldSupply } from './readiness.ts';
import { chart, notice } from './setup.ts';
import { bounced, debtWarningBounced } from './throughout.ts';

/** Ends: they accept money, correspondence and corrections only; the way back is reinstatement (II.11.4). */

const money = {
  'refund.decided': {
    guard: 'refundAddsUp',
    actions: 'recordRefundDecision',
    meta: { clause: 'II.14.4' },
    description: 'Finance decides what goes back and what is kept, with reasons (T-43).',
  },
  'refund.paid': {
    guard: 'refundIsOwed',
    actions: 'recordRefund',
    meta: { clause: 'II.14.4' },
    description: 'Money has gone back to the customer.',
  },
  'payment.received': {
    guard: 'receiptDateCanBe',
    actions: 'recordLateMoney',
    meta: { clause: 'II.11.4' },
    description: 'Money after the end founds no contract; it pays what is owed and the rest goes back.',
  },
  'deadline.passed': {
    actions: 'recordPassed',
    meta: { clause: 'II.16.5' },
    description: 'A deadline that outlives the end has passed; staff are told.',
  },
} as const;

/** II.11.4, T-38: an end founded on the customer's silence can be taken back by agreement of both. */
const reinstate = [
  {
    target: 'application.evaluating',
    guard: and(['mayBeReinstated', 'otherSideHasConsented']),
    actions: 'recordReinstatement',
    meta: { clause: 'II.11.4' },
    description: 'Both sides agree to reinstate: a new offer is to be issued.',
  },
  {
    guard: 'mayBeReinstated',
    actions: 'recordConsent',
    meta: { clause: 'II.11.4' },
    description: 'The first consent waits for the other side.',
  },
] as const;

export const annulled = chart.createStateConfig({
  description: 'The application is annulled; a new one is needed unless both agree otherwise.',
  meta: { clause: 'II.11.3', awaits: 'nobody' },
  on: {
    ...money,
    'payment.received': {
      guard: 'receiptDateCanBe',
      actions: ['recordLateMoney', notice('N-ANN')],
      meta: { clause: 'II.11.4' },
      description: 'Money after the annulment founds no contract and is owed back.',
    },
    'application.reinstated': reinstate,
  },
});

export const withdrawn = chart.createStateConfig({
  description: 'The customer withdrew the application before conclusion.',
  meta: { clause: null, awaits: 'nobody' },
  on: money,
});

export const closed = chart.createStateConfig({
  description: 'Fulfilled by both sides, connected and settled.',
  meta: { clause: 'II.14.2.1', awaits: 'nobody' },
  on: {
    ...money,
    'payment.received': {
      ...money['payment.received'],
      meta: { clause: 'II.10.2' },
      description: 'Money above the share goes back.',
    },
    'old-supply.cut': cutsOldSupply,
  },
});

export const terminated = chart.createStateConfig({
  description: 'The contract has ended; a debt or a refund may remain.',
  meta: { clause: 'II.14', awaits: 'nobody' },
  on: {
    ...money,
    'application.reinstated': reinstate,
    'notice.failed': [debtWarningBounced, bounced],
    'debt.warned': {
      guard: and(['debtSurvivesTheEnd', 'debtRouteIsOpen', 'invoiceIsOverdue', 'debtIsNotWarned']),
      actions: ['recordDebtWarning', notice('N-DEBTWARN')],
      meta: { clause: 'II.10.5' },
      description: 'The customer is warned that the debt may be handed over.',
    },
    'debt.handed-over': {
      guard: and(['debtSurvivesTheEnd', 'debtRouteIsOpen', 'debtMayBeHandedOver', 'debtIsNotHandedOver']),
      actions: 'recordHandover',
      meta: { clause: 'II.10.5' },
      description: 'The duty to pay outlives the contract (T-42).',
    },
  },
});
