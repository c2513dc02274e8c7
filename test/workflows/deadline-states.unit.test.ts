import { describe, expect, test } from 'vitest';
import type { DeadlineName } from '../../workflows/deadlines/index.ts';
import {
  annulmentHeld,
  applicationWithdrawn,
  bothAgree,
  bothSigned,
  building,
  buildingUnpaid,
  complained,
  complaintAnswered,
  completed,
  connected,
  contractWithdrawn,
  debtWarned,
  endingHeld,
  evaluating,
  forceMajeure,
  forceMajeureEnded,
  given,
  handedOver,
  issued,
  objected,
  offerIssued,
  type Part,
  paid,
  paidContract,
  ready,
  rejected,
  released,
  resumed,
  revised,
  signed,
  signedContract,
  submitted,
  suspended,
  terminated,
  until,
  worksCompleted,
  worksStarted,
} from '../builders/index.ts';

/** What becomes of each deadline: it runs, is met or missed, stands still, or no longer matters. */

const DUE = '2025-01-10';
const unpaid = signedContract('2024-12-11', { paymentDueOn: DUE });
const unpaidWithWorks = buildingUnpaid('2024-12-11', { paymentDueOn: DUE });
const mutualEnd = (on: string) => bothAgree(on, 'termination.agreed', { agreement: 'both agree' });

type State = 'running' | 'met' | 'missed' | 'frozen' | 'void';

interface Fate {
  readonly how: string;
  readonly state: State;
  readonly parts: readonly Part[];
}

const fate = (how: string, state: State, ...parts: Part[]): Fate => ({ how, state, parts });

const FATES: Readonly<Partial<Record<DeadlineName, readonly Fate[]>>> = {
  offer: [
    fate('until its day', 'running', evaluating('2025-03-01'), until('2025-03-21')),
    fate('issued on its day', 'met', evaluating('2025-03-01'), issued('2025-03-21')),
    fate('issued a day late', 'missed', evaluating('2025-03-01'), issued('2025-03-22')),
    fate('never issued', 'missed', evaluating('2025-03-01'), until('2025-03-22')),
    fate(
      'the application is withdrawn',
      'void',
      evaluating('2025-03-01'),
      applicationWithdrawn('2025-03-05'),
    ),
    fate('withdrawn after the offer', 'met', offerIssued('2025-03-01'), applicationWithdrawn('2025-03-05')),
    fate(
      'a revised offer does not make the first one late',
      'met',
      offerIssued('2025-03-10'),
      objected('2025-03-20'),
      revised('2025-04-10'),
    ),
  ],
  'objection-window': [
    fate('until its day', 'running', offerIssued('2025-03-10'), until('2025-04-09')),
    fate('the customer signs', 'met', offerIssued('2025-03-10'), signed('2025-03-11', 'customer')),
    fate('the customer objects', 'met', offerIssued('2025-03-10'), objected('2025-03-11')),
    fate(
      'an objection is rejected within it',
      'running',
      offerIssued('2025-03-10'),
      objected('2025-03-11'),
      rejected('2025-03-12'),
    ),
    fate(
      'paid in full where no advance was asked',
      'met',
      offerIssued('2025-03-10', { advanceGross: '0.00' }),
      paid('2025-03-11'),
    ),
    fate('lapsed', 'missed', offerIssued('2025-03-10'), until('2025-04-10')),
    fate('annulled', 'missed', offerIssued('2025-03-10'), until('2025-06-01')),
    fate(
      'the application is withdrawn',
      'void',
      offerIssued('2025-03-10'),
      applicationWithdrawn('2025-03-11'),
    ),
  ],
  'objection-answer': [
    fate('until its day', 'running', offerIssued('2025-03-10'), objected('2025-03-20'), until('2025-04-03')),
    fate('never answered', 'missed', offerIssued('2025-03-10'), objected('2025-03-20'), until('2025-05-01')),
    fate('rejected', 'met', offerIssued('2025-03-10'), objected('2025-03-20'), rejected('2025-03-21')),
    fate('upheld', 'met', offerIssued('2025-03-10'), objected('2025-03-20'), revised('2025-03-21')),
    fate(
      'the application is withdrawn',
      'void',
      offerIssued('2025-03-10'),
      objected('2025-03-20'),
      applicationWithdrawn('2025-03-21'),
    ),
    fate(
      'rejected, then withdrawn',
      'met',
      offerIssued('2025-03-10'),
      objected('2025-03-20'),
      rejected('2025-03-21'),
      applicationWithdrawn('2025-03-22'),
    ),
    fate(
      'both sign in spite of it',
      'void',
      offerIssued('2025-03-10'),
      objected('2025-03-20'),
      bothSigned('2025-03-21'),
    ),
  ],
  'annulment-earliest': [
    fate('warned', 'running', offerIssued('2025-03-10'), until('2025-04-12')),
    fate('held', 'frozen', offerIssued('2025-03-10'), until('2025-04-12'), annulmentHeld('2025-04-13')),
    fate('annulled', 'met', offerIssued('2025-03-10'), until('2025-06-01')),
    fate(
      'the customer signs after all',
      'void',
      offerIssued('2025-03-10'),
      until('2025-04-12'),
      signed('2025-04-13', 'customer'),
    ),
    fate(
      'the application is withdrawn',
      'void',
      offerIssued('2025-03-10'),
      until('2025-04-12'),
      applicationWithdrawn('2025-04-13'),
    ),
  ],
  'complaint-answer': [
    fate('until its day', 'running', submitted('2025-03-01'), complained('2025-03-10'), until('2025-03-25')),
    fate('never answered', 'missed', evaluating('2025-03-01'), complained('2025-03-10'), until('2025-06-01')),
    fate(
      'answered',
      'met',
      submitted('2025-03-01'),
      complained('2025-03-10'),
      complaintAnswered('2025-03-11'),
    ),
  ],
  withdrawal: [
    fate('until its day', 'running', paidContract('2025-03-10'), until('2025-03-24')),
    fate('the customer withdraws', 'met', paidContract('2025-03-10'), contractWithdrawn('2025-03-24')),
    fate('nobody withdraws', 'missed', paidContract('2025-03-10'), until('2025-03-25')),
    fate('both end the contract within it', 'void', paidContract('2025-03-10'), mutualEnd('2025-03-12')),
    fate(
      'all is done within it and the contract closed',
      'void',
      paidContract('2025-03-10', { worksInWithdrawalPeriod: true }),
      worksStarted('2025-03-11'),
      worksCompleted('2025-03-12'),
      ready('2025-03-13'),
      connected('2025-03-14'),
    ),
    fate('both end the contract after it', 'missed', paidContract('2025-03-10'), mutualEnd('2025-03-30')),
  ],
  'payment-due': [
    fate('until its day', 'running', unpaid, until(DUE)),
    fate('paid', 'met', unpaid, paid('2025-01-10')),
    fate('unpaid', 'missed', unpaidWithWorks, until('2025-01-11')),
    fate('paid late', 'missed', unpaidWithWorks, paid('2025-01-20')),
    fate('both end the contract before it', 'void', unpaid, mutualEnd('2024-12-20')),
  ],
  'non-payment-end': [
    fate('held', 'frozen', unpaid, endingHeld(DUE), until('2025-01-12')),
    fate(
      'released',
      'met',
      unpaid,
      endingHeld(DUE),
      until('2025-01-20'),
      released('2025-01-21'),
      until('2025-01-22'),
    ),
    fate('nobody holds it', 'met', unpaid, until('2025-01-14')),
    fate('paid while it is held', 'void', unpaid, endingHeld(DUE), until('2025-01-12'), paid('2025-01-13')),
    fate('the works had started', 'void', unpaidWithWorks, until('2025-01-14')),
  ],
  'debt-handover-earliest': [
    fate('unpaid', 'running', unpaidWithWorks, until('2025-01-12')),
    fate('paid', 'void', unpaidWithWorks, until('2025-01-12'), paid('2025-01-13')),
    fate('handed over', 'met', unpaidWithWorks, debtWarned('2025-01-12'), handedOver('2025-04-01')),
    fate(
      'ended for non-payment: the debt survives',
      'running',
      unpaidWithWorks,
      terminated('2025-02-01', 'nonPayment'),
    ),
    fate(
      'both end the contract: nothing is owed',
      'void',
      unpaidWithWorks,
      until('2025-01-12'),
      mutualEnd('2025-01-20'),
    ),
  ],
  remedy: [
    fate(
      'until its day',
      'running',
      building('2025-03-10'),
      suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
    ),
    fate(
      'cured',
      'met',
      building('2025-03-10'),
      suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
      resumed('2025-05-01', 'design-flaws'),
    ),
    fate(
      'cured late',
      'missed',
      building('2025-03-10'),
      suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
      resumed('2025-05-02', 'design-flaws'),
    ),
    fate(
      'not cured',
      'missed',
      building('2025-03-10'),
      suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
      until('2025-05-02'),
    ),
    fate(
      'both end the contract',
      'void',
      building('2025-03-10'),
      suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
      mutualEnd('2025-04-10'),
    ),
    fate(
      'cured, and both end the contract',
      'met',
      building('2025-03-10'),
      suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
      resumed('2025-04-05', 'design-flaws'),
      mutualEnd('2025-04-10'),
    ),
  ],
  'conditions-notice': [
    fate(
      'in time',
      'met',
      building('2025-03-10'),
      suspended('2025-04-05', 'adverse-conditions', { from: '2025-04-01' }),
    ),
    fate(
      'late',
      'missed',
      building('2025-03-10'),
      suspended('2025-04-20', 'adverse-conditions', { from: '2025-04-01' }),
    ),
  ],
  'force-majeure-notice': [
    fate('in time', 'met', building('2025-03-10'), forceMajeure('2025-04-05', '2025-04-01')),
  ],
  'force-majeure-end': [
    fate('it lasts', 'running', building('2025-03-10'), forceMajeure('2025-04-01')),
    fate(
      'it has ended',
      'void',
      building('2025-03-10'),
      forceMajeure('2025-04-01'),
      forceMajeureEnded('2025-04-10'),
    ),
    fate('before the works', 'void', paidContract('2025-03-10'), forceMajeure('2025-03-12')),
    fate(
      'a new term is agreed',
      'void',
      building('2025-03-10'),
      forceMajeure('2025-04-01'),
      bothAgree('2025-04-10', 'term.extended', { termOn: '2026-03-10' }),
    ),
    fate(
      'longer than a month',
      'met',
      building('2025-03-10'),
      forceMajeure('2025-04-01'),
      until('2025-05-02'),
    ),
    fate(
      'both end the contract',
      'void',
      building('2025-03-10'),
      forceMajeure('2025-04-01'),
      mutualEnd('2025-04-10'),
    ),
  ],
  term: [
    fate('until its day', 'running', building('2025-03-10'), until('2025-11-10')),
    fate('passed', 'missed', building('2025-03-10'), until('2025-11-11')),
    fate('suspended', 'frozen', building('2025-03-10'), suspended('2025-04-01', 'digging-ban')),
    fate('completed and ready by it', 'met', completed('2025-03-10', '2025-08-10'), ready('2025-11-10')),
    fate(
      'ready late, as agreed',
      'missed',
      completed('2025-03-10', '2025-08-10'),
      bothAgree('2025-10-01', 'usage.agreed', { agreement: 'use' }),
      ready('2025-12-01'),
    ),
    fate(
      'use of the services agreed',
      'void',
      completed('2025-03-10', '2025-08-10'),
      bothAgree('2025-10-01', 'usage.agreed', { agreement: 'use' }),
    ),
    fate('both end the contract', 'void', building('2025-03-10'), mutualEnd('2025-04-10')),
    fate(
      'ended because the customer’s installations were not built',
      'missed',
      completed('2025-03-10', '2025-08-10'),
      until('2025-11-11'),
      terminated('2025-11-12', 'notInstalled'),
    ),
    fate(
      'ended because the customer was not ready',
      'missed',
      completed('2025-03-10', '2025-08-10'),
      until('2025-11-11'),
      terminated('2025-11-12', 'notReady'),
    ),
  ],
  connection: [
    fate('until its day', 'running', completed('2025-03-10', '2025-08-10'), ready('2025-08-12')),
    fate(
      'connected',
      'met',
      completed('2025-03-10', '2025-08-10'),
      ready('2025-08-12'),
      connected('2025-08-13'),
    ),
    fate(
      'connected, and the load of the old installation still to switch',
      'running',
      completed('2025-03-10', '2025-08-10', {
        application: { connection: { replacesOldInstallation: true } },
      }),
      ready('2025-08-12'),
      connected('2025-08-13', { loadSwitched: false }),
    ),
    fate(
      'never connected',
      'missed',
      completed('2025-03-10', '2025-08-10'),
      ready('2025-08-12'),
      until('2025-10-01'),
    ),
    fate(
      'both end the contract',
      'void',
      completed('2025-03-10', '2025-08-10'),
      ready('2025-08-12'),
      mutualEnd('2025-08-13'),
    ),
  ],
};

describe.each(Object.entries(FATES))('%s', (name, fates) => {
  test.each(fates.map(({ how, state, parts }) => [how, state, parts] as const))(
    '%s: %s',
    (_how, state, parts) => {
      expect(given(...parts)).toHaveDeadline(name as DeadlineName, { state });
    },
  );
});
