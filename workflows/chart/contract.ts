import { contractAmended } from '../acts/agreement/contract-amended.ts';
import { termExtended } from '../acts/agreement/term-extended.ts';
import { terminationAgreed } from '../acts/agreement/termination-agreed.ts';
import { usageAgreed } from '../acts/agreement/usage-agreed.ts';
import { projectJoined } from '../acts/connection/project-joined.ts';
import { deadlinePassed } from '../acts/deadline-passed.ts';
import { noticeFailed } from '../acts/delivery/notice-failed.ts';
import { contractTerminated } from '../acts/ending/contract-terminated.ts';
import { contractWithdrawn } from '../acts/ending/contract-withdrawn.ts';
import { forceMajeureEnded } from '../acts/ending/force-majeure-ended.ts';
import { forceMajeureNotified } from '../acts/ending/force-majeure-notified.ts';
import { endingHeld } from '../acts/ending/held.ts';
import { holdReleased } from '../acts/ending/hold-released.ts';
import { ownerChanged } from '../acts/ending/owner-changed.ts';
import { byItself } from '../acts/way.ts';
import { choose, type Standing } from '../conditions/verdict.ts';
import { circumstancesLast, circumstancesLastInvoiceStands } from '../deadlines/force-majeure-end.ts';
import { endsUnready } from '../deadlines/term.ts';
import { periodIsOver } from '../deadlines/withdrawal.ts';
import { connectionIsMade, shareIsPaid, withdrawalLastDay } from '../derived.ts';
import type { Facts } from '../facts.ts';
import { always, leads, type StateConfig } from './leads.ts';
import { payment } from './payment.ts';
import { link, readiness } from './readiness.ts';
import { works } from './works.ts';

/** The contract in force: payment, works, readiness, connection and withdrawal stand side by side (II.2 to II.17). */

export const CONTRACT_ACTS = [
  termExtended,
  usageAgreed,
  contractAmended,
  forceMajeureNotified,
  forceMajeureEnded,
  endingHeld,
  holdReleased,
  ownerChanged,
  contractWithdrawn,
  contractTerminated,
  terminationAgreed,
] as const;

const haveFulfilled = (facts: Facts): boolean =>
  facts.completedOn !== null && facts.readiness !== null && shareIsPaid(facts);

const bothSidesHaveFulfilled: Standing = choose(haveFulfilled);
const oneSideHasNotFulfilled: Standing = choose((facts) => !haveFulfilled(facts));
const connectedAndSettled: Standing = choose(
  (facts) => connectionIsMade(facts) && facts.finalInvoice !== null && haveFulfilled(facts),
);
const withdrawalPeriodRunsAnew: Standing = choose((facts, { law }) => {
  const last = withdrawalLastDay(facts, law);
  return facts.amendedOn !== null && last !== null && facts.passed.withdrawal !== last.toString();
});

const settledAndConnected = byItself('connected and settled', {
  clause: 'II.14.2.1',
  says: 'Both sides have fulfilled, the connection is made and the final invoice is settled.',
  possible: { connectedAndSettled },
  write: (facts, { today }) => ({
    ending: { reason: 'fulfilled', clause: 'II.14.2.1', by: 'clause', on: today, reasons: null },
    consents: {},
    refund: facts.refund,
  }),
});
const fulfilledByBoth = byItself('fulfilled by both', {
  clause: 'II.14.6',
  says: 'The last of completion notice, full payment and readiness has come.',
  possible: { bothSidesHaveFulfilled },
});
const noLongerFulfilled = byItself('no longer fulfilled', {
  clause: 'II.4.5',
  says: 'Readiness was disproved, or an amendment raised the share.',
  possible: { oneSideHasNotFulfilled },
});
const periodBeginsAnew = byItself('a new period of withdrawal', {
  clause: 'II.15',
  says: 'Only where an amendment opens a new period.',
  possible: { withdrawalPeriodRunsAnew },
});

export const contract: StateConfig = {
  description: 'The contract is in force.',
  meta: { clause: 'II.11.5' },
  type: 'parallel',
  always: always([settledAndConnected, 'closed']),
  on: leads(
    [contractWithdrawn.ways.withinItsDays, 'terminated'],
    [contractWithdrawn.ways.laterInvoiceStands, 'terminated'],
    [contractWithdrawn.ways.laterInvoiceVoid, 'terminated'],
    [ownerChanged.ways.invoiceStands, 'terminated'],
    [ownerChanged.ways.invoiceVoid, 'terminated'],
    [contractTerminated.ways.invoiceStands, 'terminated'],
    [contractTerminated.ways.invoiceVoid, 'terminated'],
    [circumstancesLastInvoiceStands, 'terminated'],
    [circumstancesLast, 'terminated'],
    [endsUnready, 'terminated'],
    [deadlinePassed.ways.underTheContract],
    [terminationAgreed.ways.agreed, 'terminated'],
    [terminationAgreed.ways.firstConsent],
    [termExtended.ways.agreed],
    [termExtended.ways.firstConsent],
    [usageAgreed.ways.agreed],
    [usageAgreed.ways.firstConsent],
    [contractAmended.ways.agreed],
    [contractAmended.ways.firstConsent],
    [projectJoined.ways.joined],
    [forceMajeureNotified.ways.notified],
    [forceMajeureEnded.ways.ended],
    [endingHeld.ways.held],
    [holdReleased.ways.ofTheEnd],
    [noticeFailed.ways.warningOfDebt],
    [noticeFailed.ways.other],
  ),
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
          on: leads([periodIsOver, 'closed']),
        },
        closed: {
          description: 'The fourteen days are over; the customer may still leave under II.14.5.',
          meta: { clause: 'II.14.5' },
          always: always([periodBeginsAnew, 'open']),
        },
      },
    },
    performance: {
      initial: 'open',
      description: 'Whether both sides have fulfilled (II.14.6); the connection itself is not in the list.',
      meta: { clause: 'II.14.6' },
      states: {
        open: {
          description: 'One side at least has not fulfilled.',
          meta: { clause: 'II.14.6' },
          always: always([fulfilledByBoth, 'fulfilled']),
        },
        fulfilled: {
          description: 'Completion notice, full payment and readiness stand together.',
          meta: { clause: 'II.14.6' },
          always: always([noLongerFulfilled, 'open']),
        },
      },
    },
  },
};
