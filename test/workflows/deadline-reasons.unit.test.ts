import { expect, test } from 'vitest';
import type { DeadlineName } from '../../workflows/deadlines/index.ts';
import {
  building,
  buildingUnpaid,
  complained,
  complaintAnswered,
  completed,
  contractorDetermined,
  deadlineOf,
  debtWarned,
  evaluating,
  forceMajeure,
  given,
  issued,
  objected,
  offerIssued,
  type Part,
  paid,
  paidContract,
  ready,
  resumed,
  routed,
  signedContract,
  submitted,
  suspended,
  until,
  worksCompleted,
} from '../builders/index.ts';

/** A deadline tells its arithmetic and the figures and readings that it rests on. */

interface Reason {
  readonly name: DeadlineName;
  readonly because: string;
  readonly used: readonly string[];
  readonly parts: readonly Part[];
}

const reason = (name: DeadlineName, because: string, used: readonly string[], ...parts: Part[]): Reason => ({
  name,
  because,
  used,
  parts,
});

const REASONS: readonly Reason[] = [
  reason(
    'offer',
    '20 days from receipt of the application on 2025-03-01: until 2025-03-21.',
    ['offerDays', 'offerClock.start'],
    evaluating('2025-03-01'),
  ),
  reason(
    'offer',
    '30 days from the design or contractor of 2025-03-05: until 2025-04-04.',
    ['offerDaysAfterDesign', 'offerClock.start'],
    submitted('2025-03-01'),
    routed('2025-03-01', { contractorNeeded: true }),
    contractorDetermined('2025-03-05'),
  ),
  reason(
    'objection-window',
    '30 days from 2025-03-10 (offer issued on 2025-03-10): until the end of 2025-04-09.',
    ['objectionDays', 'offerWindow.start'],
    offerIssued('2025-03-10'),
  ),
  reason(
    'objection-answer',
    '14 days from the objection of 2025-03-20: until 2025-04-03.',
    ['objectionAnswerDays'],
    offerIssued('2025-03-10'),
    objected('2025-03-20'),
  ),
  reason(
    'annulment-earliest',
    'The warning was received on 2025-04-10; 10 complete days must pass, so annulment is lawful from 2025-04-21.',
    ['annulmentWarningDays', 'annulment.mode'],
    offerIssued('2025-03-10'),
    until('2025-04-12'),
  ),
  reason(
    'complaint-answer',
    '15 days from the submission of 2025-03-10: until 2025-03-25.',
    ['complaintDays'],
    submitted('2025-03-01'),
    complained('2025-03-10'),
  ),
  reason(
    'complaint-answer',
    '30 days from the submission of 2025-03-10 with extra checks: until 2025-04-09.',
    ['complaintDaysExtraChecks'],
    submitted('2025-03-01'),
    complained('2025-03-10'),
    complaintAnswered('2025-03-11', true),
  ),
  reason(
    'withdrawal',
    '14 days from entry into force on 2025-03-10: until 2025-03-24.',
    ['withdrawalDays', 'days.consumerWithdrawalRoll'],
    paidContract('2025-03-10'),
  ),
  reason(
    'payment-due',
    'The due date on the invoice is 2025-04-09.',
    ['dueDate.daysAfterConclusion'],
    signedContract('2025-03-10'),
  ),
  reason(
    'payment-due',
    'After conclusion on 2025-03-10 the due date moved to 2025-04-09; it is not before the end of the objection window.',
    ['dueDate.daysAfterConclusion'],
    signedContract('2025-03-10', { paymentDueOn: '2025-03-20' }),
  ),
  reason(
    'non-payment-end',
    'The due date was 2025-01-10; the next working day is 2025-01-13, and with it the contract is deemed ended.',
    ['nonPayment.auto', 'calendar.movedWorkingDays'],
    signedContract('2024-12-11', { paymentDueOn: '2025-01-10' }),
    until('2025-01-14'),
  ),
  reason(
    'debt-handover-earliest',
    'The first day of delay is 2025-01-11; 60 days must pass and a warning must have been received: lawful from 2025-03-12.',
    ['debtDelayDays'],
    buildingUnpaid('2024-12-11', { paymentDueOn: '2025-01-10' }),
    until('2025-01-12'),
  ),
  reason(
    'debt-handover-earliest',
    'The first day of delay is 2025-01-11; 60 days must pass and a warning must have been received (2025-01-12): lawful from 2025-03-12.',
    ['debtDelayDays'],
    buildingUnpaid('2024-12-11', { paymentDueOn: '2025-01-10' }),
    debtWarned('2025-01-12'),
  ),
  reason(
    'remedy',
    'The operator set 2025-05-01 for the remedy.',
    [],
    building('2025-03-10'),
    suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
  ),
  reason(
    'conditions-notice',
    'The conditions began on 2025-04-01; notice was due within 5 days, until 2025-04-06. Notified on 2025-04-03.',
    ['adverseConditionsNoticeDays', 'suspension.noticeCounting'],
    building('2025-03-10'),
    suspended('2025-04-03', 'adverse-conditions', { from: '2025-04-01' }),
  ),
  reason(
    'force-majeure-notice',
    'Force majeure began on 2025-04-01; notice was due until 2025-04-06. Notified on 2025-04-03.',
    ['forceMajeureNoticeDays'],
    building('2025-03-10'),
    forceMajeure('2025-04-03', '2025-04-01'),
  ),
  reason(
    'force-majeure-end',
    'The circumstances began on 2025-04-01; if they last longer than 1 month and no new term is agreed, the contract ends on 2025-05-02.',
    ['forceMajeureMonths'],
    building('2025-03-10'),
    forceMajeure('2025-04-03', '2025-04-01'),
  ),
  reason('term', 'The agreed term is 2025-11-10.', ['suspension.length'], building('2025-03-10')),
  reason(
    'term',
    'The agreed term is 2025-11-10; 19 days of suspension move it to 2025-11-29.',
    ['suspension.length'],
    building('2025-03-10'),
    suspended('2025-04-01', 'digging-ban'),
    resumed('2025-04-20', 'digging-ban'),
  ),
  reason(
    'connection',
    '10 days from 2025-08-12 (the later of readiness and completion): until 2025-08-22.',
    ['connectionDays', 'connectionClock.start'],
    completed('2025-03-10', '2025-08-10'),
    ready('2025-08-12'),
  ),
];

test.each(REASONS)('$name: $because', ({ name, because, used, parts }) => {
  const deadline = deadlineOf(given(...parts), name);
  expect(deadline?.because().en).toBe(because);
  expect(deadline?.used().map((one) => one.name)).toEqual(used);
});

test('II.10.2: once the final invoice is issued its own due date is told, wherever the advance had moved to', () => {
  const story = given(
    buildingUnpaid('2025-03-10', { paymentDueOn: '2025-03-20' }),
    paid('2025-03-25'),
    worksCompleted('2025-08-10'),
  );
  expect(deadlineOf(story, 'payment-due')?.because().en).toBe('The due date on the invoice is 2025-08-30.');
});

test('what has not begun has no deadline', () => {
  expect(
    deadlineOf(given(signedContract('2024-12-11', { paymentDueOn: '2025-01-10' })), 'non-payment-end'),
  ).toBeUndefined();
  expect(deadlineOf(given(buildingUnpaid('2024-12-11')), 'debt-handover-earliest')).toBeUndefined();
  const banned = given(building('2025-03-10'), suspended('2025-04-01', 'digging-ban'));
  expect(deadlineOf(banned, 'conditions-notice')).toBeUndefined();
  expect(deadlineOf(banned, 'remedy')).toBeUndefined();
});

test('the right of withdrawal of a household is that of a consumer, that of a company its own', () => {
  const company = paidContract('2025-03-10', {
    application: { customer: { kind: 'legal', household: false } },
  });
  expect(given(paidContract('2025-03-10'))).toHaveDeadline('withdrawal', { clause: 'II.15.2' });
  expect(given(company)).toHaveDeadline('withdrawal', { clause: 'II.15.1' });
});

test('every deadline is awaited from the one whose turn it is', () => {
  const awaited = (name: DeadlineName, ...parts: Part[]) => deadlineOf(given(...parts), name)?.awaits;
  expect(awaited('term', building('2025-03-10'))).toBe('operator');
  expect(awaited('term', completed('2025-03-10', '2025-08-10'))).toBe('customer');
  expect(awaited('term', completed('2025-03-10', '2025-08-10'), ready('2025-08-12'))).toBe('operator');
});

test('an offer issued on the day that it is counted to has met it, by dispatch as well as by receipt', () => {
  const story = given(evaluating('2025-03-01'), issued('2025-03-21'));
  expect(story).toHaveDeadline('offer', { lastDay: '2025-03-21', state: 'met' });
});
