import { and } from 'xstate';
import { chart, notice } from './setup.ts';

/** Ends: they accept money, correspondence and corrections only; the way back is reinstatement (II.11.4). */

const refunds = {
  'refund.decided': { guard: 'refundAddsUp', actions: 'recordRefundDecision', meta: { clause: 'II.14.4' } },
  'refund.paid': { guard: 'refundIsOwed', actions: 'recordRefund', meta: { clause: 'II.14.4' } },
  'payment.received': { guard: 'receiptDateCanBe', actions: 'recordLateMoney', meta: { clause: 'II.11.4' } },
  'deadline.passed': { actions: 'recordPassed', meta: { clause: 'II.16.5' } },
} as const;

export const annulled = chart.createStateConfig({
  description: 'The application is annulled; a new one is needed unless both agree otherwise.',
  meta: { clause: 'II.11.3', awaits: 'nobody' },
  on: {
    ...refunds,
    'payment.received': {
      guard: 'receiptDateCanBe',
      actions: ['recordLateMoney', notice('N-ANN')],
      meta: { clause: 'II.11.4' },
      description: 'Money after the annulment founds no contract and is owed back.',
    },
    'application.reinstated': [
      { target: 'application.evaluating', guard: 'otherSideHasConsented', actions: 'recordReinstatement', meta: { clause: 'II.11.4' } },
      { actions: 'recordConsent', meta: { clause: 'II.11.4' } },
    ],
  },
});

export const withdrawn = chart.createStateConfig({
  description: 'The customer withdrew the application before conclusion.',
  meta: { clause: null, awaits: 'nobody' },
  on: refunds,
});

export const closed = chart.createStateConfig({
  description: 'Fulfilled by both sides, connected and settled.',
  meta: { clause: 'II.14.2.1', awaits: 'nobody' },
  on: {
    ...refunds,
    'payment.received': { guard: 'receiptDateCanBe', actions: 'recordLateMoney', meta: { clause: 'II.10.2' } },
    'old-supply.cut': { guard: 'loadIsSwitched', actions: ['recordOldSupplyCut', notice('N-CUTOLD')], meta: { clause: 'II.4.2' } },
  },
});

export const terminated = chart.createStateConfig({
  description: 'The contract has ended; a debt or a refund may remain.',
  meta: { clause: 'II.14', awaits: 'nobody' },
  on: {
    ...refunds,
    'debt.warned': {
      guard: and(['debtSurvivesTheEnd', 'debtRouteIsOpen', 'invoiceIsOverdue', 'debtIsNotWarned']),
      actions: ['recordDebtWarning', notice('N-DEBTWARN')],
      meta: { clause: 'II.10.5' },
    },
    'debt.handed-over': {
      guard: and(['debtSurvivesTheEnd', 'debtRouteIsOpen', 'debtMayBeHandedOver', 'debtIsNotHandedOver']),
      actions: 'recordHandover',
      meta: { clause: 'II.10.5' },
      description: 'The duty to pay outlives the contract (T-42).',
    },
  },
});
