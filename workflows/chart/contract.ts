import { and } from 'xstate';
import { endings } from './ending.ts';
import { payment } from './payment.ts';
import { link, readiness } from './readiness.ts';
import { chart, notice } from './setup.ts';
import { bounced, debtWarningBounced, joinsProject } from './throughout.ts';
import { works } from './works.ts';

/** The contract in force: payment, works, readiness, connection and withdrawal stand side by side (II.2 to II.17). */

/** Each side posts its own consent and the second one takes effect. */
const firstConsent = (clause: string) =>
  ({
    actions: 'recordConsent',
    meta: { clause },
    description: 'The first consent waits for the other side.',
  }) as const;

export const contract = chart.createStateConfig({
  description: 'The contract is in force.',
  meta: { clause: 'II.11.5', awaits: 'operator' },
  type: 'parallel',
  always: {
    target: 'closed',
    guard: 'connectedAndSettled',
    actions: 'recordFulfilment',
    meta: { clause: 'II.14.2.1' },
    description: 'Both sides have fulfilled, the connection is made and the final invoice is settled (T-22).',
  },
  on: {
    ...endings,
    'termination.agreed': [
      {
        target: 'terminated',
        guard: 'otherSideHasConsented',
        actions: ['recordMutualEnd', 'voidInvoice', notice('N-END')],
        meta: { clause: 'II.14.1' },
        description: 'Both sides agree in writing to end the contract.',
      },
      firstConsent('II.14.1'),
    ],
    'term.extended': [
      {
        guard: and(['isNotConnected', 'termMovesLater', 'otherSideHasConsented']),
        actions: 'recordTermExtension',
        meta: { clause: 'II.4.6' },
        description: 'Both sides agree on a later term.',
      },
      { guard: and(['isNotConnected', 'termMovesLater']), ...firstConsent('II.4.6') },
    ],
    'usage.agreed': [
      {
        guard: and(['isNotConnected', 'termMovesLater', 'otherSideHasConsented']),
        actions: 'recordUsage',
        meta: { clause: 'II.4.6' },
        description: 'Both sides agree on the use of system services until the customer is ready.',
      },
      { guard: and(['isNotConnected', 'termMovesLater']), ...firstConsent('II.4.6') },
    ],
    'contract.amended': [
      {
        guard: and(['termMovesLater', 'dueDateCanBe', 'otherSideHasConsented']),
        actions: 'recordAmendment',
        meta: { clause: 'II.12.2' },
        description: 'Both sides sign an amendment: priced and dated anew where it says so.',
      },
      { guard: and(['termMovesLater', 'dueDateCanBe']), ...firstConsent('II.12.1') },
    ],
    'project.joined': joinsProject,
    'force-majeure.notified': {
      guard: 'forceMajeureIsFounded',
      actions: ['recordForceMajeure', notice('N-FM')],
      meta: { clause: 'II.17.2' },
      description: 'A party gives notice of circumstances that could be neither foreseen nor prevented.',
    },
    'force-majeure.ended': {
      guard: 'forceMajeureRuns',
      actions: 'recordForceMajeureEnd',
      meta: { clause: 'II.17.2' },
      description: 'The circumstances have ended.',
    },
    'ending.held': {
      actions: 'recordEndingHold',
      meta: { clause: 'II.14.3.2' },
      description: 'An employee holds the end for non-payment, with reasons (T-37).',
    },
    'hold.released': {
      guard: 'isHeld',
      actions: 'releaseEndingHold',
      meta: { clause: 'II.14.3.2' },
      description: 'The hold is released.',
    },
    'notice.failed': [debtWarningBounced, bounced],
  },
  states: {
    payment,
    works,
    readiness,
    link,
    withdrawal: {
      initial: 'open',
      description: 'The right of withdrawal.',
      meta: { clause: 'II.15' },
      states: {
        open: {
          description: 'The customer may withdraw.',
          meta: { clause: 'II.15', awaits: 'customer' },
          on: {
            'deadline.passed': {
              target: 'closed',
              guard: { type: 'deadlineIs', params: { name: 'withdrawal' } },
              actions: 'recordPassed',
              meta: { clause: 'II.15' },
              description: 'The fourteen days are over.',
            },
          },
        },
        closed: {
          description: 'The fourteen days are over; the customer may still leave under II.14.5.',
          meta: { clause: 'II.14.5', awaits: 'nobody' },
          always: {
            target: 'open',
            guard: 'withdrawalPeriodRunsAnew',
            meta: { clause: 'II.15' },
            description: 'Only where an amendment opens a new period (OQ-LC-7).',
          },
        },
      },
    },
    performance: {
      initial: 'open',
      description:
        'Whether both sides have fulfilled (II.14.6); the connection itself is not in the list (T-22).',
      meta: { clause: 'II.14.6' },
      states: {
        open: {
          description: 'One side at least has not fulfilled.',
          meta: { clause: 'II.14.6', awaits: 'operator' },
          always: {
            target: 'fulfilled',
            guard: 'bothSidesHaveFulfilled',
            meta: { clause: 'II.14.6' },
            description: 'The last of completion notice, full payment and readiness has come.',
          },
        },
        fulfilled: {
          description: 'Completion notice, full payment and readiness stand together.',
          meta: { clause: 'II.14.6', awaits: 'operator' },
          always: {
            target: 'open',
            guard: 'oneSideHasNotFulfilled',
            meta: { clause: 'II.4.5' },
            description: 'Readiness was disproved, or an amendment raised the share.',
          },
        },
      },
    },
  },
});
