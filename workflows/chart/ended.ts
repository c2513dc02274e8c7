import { applicationReinstated } from '../acts/agreement/application-reinstated.ts';
import { oldSupplyCut } from '../acts/connection/old-supply-cut.ts';
import { deadlinePassed } from '../acts/deadline-passed.ts';
import { noticeFailed } from '../acts/delivery/notice-failed.ts';
import { debtHandedOver } from '../acts/money/debt-handed-over.ts';
import { debtWarned } from '../acts/money/debt-warned.ts';
import { paymentReceived } from '../acts/money/payment-received.ts';
import { refundDecided } from '../acts/money/refund-decided.ts';
import { refundPaid } from '../acts/money/refund-paid.ts';
import { leads, type StateConfig } from './leads.ts';

/** Ends: they accept money, correspondence and corrections only; the way back is reinstatement (II.11.4). */

export const ENDED_ACTS = [applicationReinstated] as const;

const goesBack = [[refundDecided.ways.decided], [refundPaid.ways.afterTheEnd]] as const;
const passes = [deadlinePassed.ways.afterTheEnd] as const;
const reinstated = [
  [applicationReinstated.ways.agreed, 'application.evaluating'],
  [applicationReinstated.ways.firstConsent],
] as const;

export const annulled: StateConfig = {
  description: 'The application is annulled; a new one is needed unless both agree otherwise.',
  meta: { clause: 'II.11.3', end: true },
  on: leads(...goesBack, [paymentReceived.ways.afterAnnulment], passes, ...reinstated),
};

export const withdrawn: StateConfig = {
  description: 'The customer withdrew the application before conclusion.',
  meta: { clause: null, end: true },
  on: leads(...goesBack, [paymentReceived.ways.afterTheEnd], passes),
};

export const closed: StateConfig = {
  description: 'Fulfilled by both sides, connected and settled.',
  meta: { clause: 'II.14.2.1', end: true },
  on: leads(...goesBack, [paymentReceived.ways.aboveTheShare], passes, [oldSupplyCut.ways.cut]),
};

export const terminated: StateConfig = {
  description: 'The contract has ended; a debt or a refund may remain.',
  meta: { clause: 'II.14', end: true },
  initial: 'as-it-stood',
  on: leads(
    ...goesBack,
    [paymentReceived.ways.paysTheDebt, '.paid'],
    [paymentReceived.ways.afterTheEnd],
    passes,
    ...reinstated,
    [noticeFailed.ways.warningOfDebt],
    [noticeFailed.ways.other],
    [debtWarned.ways.afterTheEnd, '.debt-warned'],
    [debtHandedOver.ways.afterTheEnd, '.handed-over'],
  ),
  states: {
    'as-it-stood': {
      description: 'What was paid and what was owed stands as it did when the contract ended.',
      meta: { clause: 'II.10.4' },
    },
    'debt-warned': {
      description: 'The debt outlives the contract, and the customer has been warned of its hand-over.',
      meta: { clause: 'II.10.5' },
    },
    'handed-over': {
      description: 'The debt is with a recovery provider acting in the operator’s name.',
      meta: { clause: 'II.10.5' },
    },
    paid: {
      description: 'The customer share has been paid after the end.',
      meta: { clause: 'II.10.2' },
    },
  },
};
