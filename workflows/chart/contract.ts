import { and } from 'xstate';
import { link, readiness } from './readiness.ts';
import { payment } from './payment.ts';
import { chart, notice } from './setup.ts';
import { works } from './works.ts';

/** The contract in force: payment, works, readiness, connection and withdrawal stand side by side (II.2 to II.17). */

const joint = (effect: object, clause: string) =>
  [
    { guard: 'otherSideHasConsented', ...effect, meta: { clause } },
    { actions: 'recordConsent', meta: { clause }, description: 'The first consent waits for the other side.' },
  ] as const;

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
    'contract.withdrawn': [
      {
        target: 'terminated',
        guard: and(['noticeDateCanBe', 'isWithinWithdrawalPeriod']),
        actions: ['recordWithdrawal', 'voidInvoice', notice('N-CONF')],
        meta: { clause: 'II.15' },
        description: 'Withdrawal within fourteen days of entry into force.',
      },
      {
        target: 'terminated',
        guard: and(['noticeDateCanBe', 'isNotConnected']),
        actions: ['recordExit', 'voidInvoice', notice('N-CONF')],
        meta: { clause: 'II.14.5' },
        description: 'The customer leaves by written notice at any time.',
      },
    ],
    'owner.changed': {
      target: 'terminated',
      guard: and(['ownerDateCanBe', 'isNotConnected']),
      actions: ['recordOwnerChange', 'voidInvoice', notice('N-END')],
      meta: { clause: 'II.4.3' },
      description: 'The owner of the object has changed: the contract ends at once, without connecting.',
    },
    'contract.terminated': {
      target: 'terminated',
      guard: 'groundIsThere',
      actions: ['recordTermination', notice('N-END')],
      meta: { clause: 'II.14.3' },
      description: 'The operator ends the contract by a right of its own; a person decides, with reasons.',
    },
    'termination.agreed': joint({ target: 'terminated', actions: ['recordMutualEnd', 'voidInvoice', notice('N-END')] }, 'II.14.1'),
    'term.extended': [
      { guard: and(['termMovesLater', 'isNotConnected', 'otherSideHasConsented']), actions: 'recordTermExtension', meta: { clause: 'II.4.6' } },
      { guard: and(['termMovesLater', 'isNotConnected']), actions: 'recordConsent', meta: { clause: 'II.4.6' } },
    ],
    'usage.agreed': [
      { guard: and(['termMovesLater', 'isNotConnected', 'otherSideHasConsented']), actions: 'recordUsage', meta: { clause: 'II.4.6' } },
      { guard: and(['termMovesLater', 'isNotConnected']), actions: 'recordConsent', meta: { clause: 'II.4.6' } },
    ],
    'contract.amended': [
      { guard: and(['termMovesLater', 'otherSideHasConsented']), actions: 'recordAmendment', meta: { clause: 'II.12.2' } },
      { guard: 'termMovesLater', actions: 'recordConsent', meta: { clause: 'II.12.1' } },
    ],
    'force-majeure.notified': { guard: 'forceMajeureIsFounded', actions: ['recordForceMajeure', notice('N-FM')], meta: { clause: 'II.17.2' } },
    'force-majeure.ended': { guard: 'forceMajeureRuns', actions: 'recordForceMajeureEnd', meta: { clause: 'II.17.2' } },
    'ending.held': { actions: 'recordEndingHold', meta: { clause: 'II.14.3.2' } },
    'hold.released': { guard: 'isHeld', actions: 'releaseEndingHold', meta: { clause: 'II.14.3.2' } },
    'notice.failed': [
      {
        guard: and([{ type: 'failedNoticeIs', params: { notice: 'N-DEBTWARN' } }, 'failedNoticeIsCurrent']),
        actions: ['recordDebtWarningFailed', 'resendByPost'],
        meta: { clause: 'II.16.4.3' },
      },
      { actions: ['recordUndelivered', 'resendByPost'], meta: { clause: 'II.16.4.3' } },
    ],
    'deadline.passed': [
      {
        target: 'terminated',
        guard: and([{ type: 'deadlineIs', params: { name: 'force-majeure-end' } }, 'endsForForceMajeure']),
        actions: ['recordForceMajeureTermination', notice('N-END')],
        meta: { clause: 'II.14.2.3' },
        description: 'Works had started, the circumstances last longer than a month and no new term is agreed.',
      },
      {
        target: 'terminated',
        guard: and([{ type: 'deadlineIs', params: { name: 'term' } }, 'endsUnreadyByClause']),
        actions: ['recordUnreadyEnd', notice('N-END')],
        meta: { clause: 'II.4.6' },
        description: 'Only where the operator has chosen that the contract ends without its notice (OQ-LC-5).',
      },
      { actions: 'recordPassed', meta: { clause: null } },
    ],
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
          meta: { clause: 'II.15' },
          on: {
            'deadline.passed': { target: 'closed', guard: { type: 'deadlineIs', params: { name: 'withdrawal' } }, actions: 'recordPassed', meta: { clause: 'II.15' } },
          },
        },
        closed: {
          description: 'The fourteen days are over; the customer may still leave under II.14.5.',
          meta: { clause: 'II.14.5' },
          always: { target: 'open', guard: 'withdrawalPeriodRunsAnew', meta: { clause: 'II.15' }, description: 'Only where an amendment opens a new period (OQ-LC-7).' },
        },
      },
    },
    performance: {
      initial: 'open',
      description: 'Whether both sides have fulfilled (II.14.6); the connection itself is not in the list (T-22).',
      meta: { clause: 'II.14.6' },
      states: {
        open: {
          description: 'One side at least has not fulfilled.',
          meta: { clause: 'II.14.6' },
          always: { target: 'fulfilled', guard: 'bothSidesHaveFulfilled', meta: { clause: 'II.14.6' } },
        },
        fulfilled: {
          description: 'Completion notice, full payment and readiness stand together.',
          meta: { clause: 'II.14.6' },
          always: { target: 'open', guard: 'oneSideHasNotFulfilled', meta: { clause: 'II.4.5' } },
        },
      },
    },
  },
});
