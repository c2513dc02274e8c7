import { describe, expect, test } from 'vitest';
import { DEADLINE_NAMES, type DeadlineName } from '../../workflows/deadlines/index.ts';
import {
  building,
  buildingUnpaid,
  clockActs,
  complained,
  complaintAnswered,
  completed,
  contractorDetermined,
  dataRequested,
  deadlineOf,
  downUntil,
  evaluating,
  forceMajeure,
  given,
  objected,
  offerIssued,
  type Part,
  paidContract,
  ready,
  routed,
  signedContract,
  submitted,
  suspended,
  until,
  when,
} from '../builders/index.ts';

/** Every timer, with its start, its last or earliest day, and what the clock does on it. */

interface Timer {
  readonly timer: string;
  readonly name: DeadlineName;
  readonly parts: readonly Part[];
  readonly lastDay?: string;
  readonly earliestDay?: string;
  readonly clause: string;
  readonly awaits: string;
}

const TIMERS: readonly Timer[] = [
  {
    timer: 'TM-OFFER20',
    name: 'offer',
    parts: [evaluating('2025-03-01')],
    lastDay: '2025-03-21',
    clause: 'II.11.1.1',
    awaits: 'operator',
  },
  {
    timer: 'TM-OFFER30',
    name: 'offer',
    parts: [
      submitted('2025-03-01'),
      routed('2025-03-01', { contractorNeeded: true }),
      contractorDetermined('2025-03-05'),
    ],
    lastDay: '2025-04-04',
    clause: 'II.11.1.2',
    awaits: 'operator',
  },
  {
    timer: 'TM-WINDOW',
    name: 'objection-window',
    parts: [offerIssued('2025-03-10')],
    lastDay: '2025-04-09',
    clause: 'II.11.2',
    awaits: 'customer',
  },
  {
    timer: 'TM-OBJ14',
    name: 'objection-answer',
    parts: [offerIssued('2025-03-10'), objected('2025-03-12')],
    lastDay: '2025-03-26',
    clause: 'II.11.2',
    awaits: 'operator',
  },
  {
    timer: 'TM-WARN',
    name: 'annulment-earliest',
    parts: [offerIssued('2025-03-10'), until('2025-04-10')],
    earliestDay: '2025-04-21',
    clause: 'II.11.3',
    awaits: 'customer',
  },
  {
    timer: 'TM-WD14',
    name: 'withdrawal',
    parts: [paidContract('2025-03-10')],
    lastDay: '2025-03-24',
    clause: 'II.15.2',
    awaits: 'customer',
  },
  {
    timer: 'TM-DUE',
    name: 'payment-due',
    parts: [signedContract('2025-03-10', { paymentDueOn: '2025-04-09' })],
    lastDay: '2025-04-09',
    clause: 'II.10.2',
    awaits: 'customer',
  },
  {
    timer: 'TM-END',
    name: 'non-payment-end',
    parts: [signedContract('2025-03-21', { paymentDueOn: '2025-04-20' }), until('2025-04-21')],
    earliestDay: '2025-04-22',
    clause: 'II.14.3.2',
    awaits: 'customer',
  },
  {
    timer: 'TM-DEBT',
    name: 'debt-handover-earliest',
    parts: [buildingUnpaid('2025-03-10', { paymentDueOn: '2025-04-09' }), until('2025-04-10')],
    earliestDay: '2025-06-09',
    clause: 'II.10.5',
    awaits: 'operator',
  },
  {
    timer: 'TM-REMEDY',
    name: 'remedy',
    parts: [building('2025-03-10'), suspended('2025-06-01', 'preparatory-works', { remedyBy: '2025-07-01' })],
    lastDay: '2025-07-01',
    clause: 'II.13.1.2',
    awaits: 'customer',
  },
  {
    timer: 'TM-WNOTICE',
    name: 'conditions-notice',
    parts: [building('2025-03-10'), suspended('2025-06-03', 'adverse-conditions', { from: '2025-06-01' })],
    lastDay: '2025-06-06',
    clause: 'II.13.1.3',
    awaits: 'nobody',
  },
  {
    timer: 'TM-FMNOTICE',
    name: 'force-majeure-notice',
    parts: [building('2025-03-10'), forceMajeure('2025-06-03', '2025-06-01')],
    lastDay: '2025-06-06',
    clause: 'II.17.2',
    awaits: 'nobody',
  },
  {
    timer: 'TM-FM',
    name: 'force-majeure-end',
    parts: [building('2025-03-10'), forceMajeure('2025-06-03', '2025-06-01')],
    earliestDay: '2025-07-02',
    clause: 'II.14.2.3',
    awaits: 'nobody',
  },
  {
    timer: 'TM-T',
    name: 'term',
    parts: [building('2025-03-10', { termOn: '2025-09-30' })],
    lastDay: '2025-09-30',
    clause: 'II.2.6',
    awaits: 'operator',
  },
  {
    timer: 'TM-CONN10',
    name: 'connection',
    parts: [completed('2025-03-10', '2025-08-10'), ready('2025-08-20')],
    lastDay: '2025-08-30',
    clause: 'II.4.1',
    awaits: 'operator',
  },
  {
    timer: 'TM-CONN30',
    name: 'connection',
    parts: [
      completed('2025-03-10', '2025-08-10', {
        application: { connection: { replacesOldInstallation: true } },
      }),
      ready('2025-08-20'),
    ],
    lastDay: '2025-09-19',
    clause: 'II.4.2',
    awaits: 'operator',
  },
  {
    timer: 'TM-CMPL',
    name: 'complaint-answer',
    parts: [paidContract('2025-03-10'), complained('2025-03-12')],
    lastDay: '2025-03-27',
    clause: 'II.16.5',
    awaits: 'operator',
  },
  {
    timer: 'II.9.3',
    name: 'data-request-answer',
    parts: [paidContract('2025-03-10'), dataRequested('2025-03-12')],
    lastDay: '2025-03-27',
    clause: 'II.16.5',
    awaits: 'operator',
  },
];

test.each(TIMERS.map((one) => [one.timer, one.name, one] as const))(
  '%s: %s',
  (_timer, name, { parts, timer: _, name: __, ...expected }) => {
    const deadline = deadlineOf(given(...parts), name);
    expect(
      deadline && {
        ...deadline,
        lastDay: deadline.lastDay?.toString(),
        earliestDay: deadline.earliestDay?.toString(),
      },
    ).toMatchObject(expected);
    expect(deadline?.because()).toEqual({ lv: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
    expect(deadline?.used(), 'the figures that it rests on').toBeInstanceOf(Array);
  },
);

test('every deadline of the face is in the list', () => {
  expect(new Set(TIMERS.map(({ name }) => name))).toEqual(new Set(DEADLINE_NAMES));
});

test.each(TIMERS.map((one) => [one.timer, one] as const))(
  '%s wakes the clock at most once',
  (_timer, { name, parts }) => {
    const acts = clockActs(when(given(...parts), until('2027-01-01')));
    const days = acts.filter((done) => done.startsWith(`${name} `));
    expect(days.length).toBeLessThanOrEqual(1);
  },
);

test('II.11.1.1: an offer that is late stays late once, though the application is routed afterwards', () => {
  const late = when(given(submitted('2025-03-01')), until('2025-03-25'), routed('2025-03-25'));
  expect(clockActs(when(late, until('2025-05-01')))).toEqual(['offer 2025-03-22']);
  expect(late).toHaveDeadline('offer', { lastDay: '2025-03-21', state: 'missed' });
});

test('at midnight in Riga, through both clock changes', () => {
  const spring = given(evaluating('2025-03-10'), until('2025-03-31T00:00'));
  expect(spring.happened.at(-1)?.event.at).toBe('2025-03-30T21:00:00Z');
  const autumn = given(evaluating('2025-10-06'), until('2025-10-27T00:00'));
  expect(autumn.happened.at(-1)?.event.at).toBe('2025-10-26T22:00:00Z');
});

describe('after downtime', () => {
  test('what fell due is done in its order, on what the one before left, in one sweep', () => {
    const story = given(
      signedContract('2024-12-11', { paymentDueOn: '2025-01-10' }),
      downUntil('2025-06-01'),
    );
    expect(clockActs(story)).toEqual([
      'withdrawal 2025-06-01',
      'payment-due 2025-06-01',
      'non-payment-end 2025-06-01',
    ]);
    expect(story).toHaveEnded({ reason: 'nonPayment', on: '2025-01-13' });
  });

  test('an act after downtime is decided on what had fallen due before it', () => {
    const story = given(offerIssued('2025-03-10'));
    const down = when(story, downUntil('2025-04-15'), objected('2025-04-15'));
    expect(down).toReach('annulment-warned');
    expect(down).toHaveDeadline('complaint-answer', { lastDay: '2025-04-30' });
  });
});

describe('TM-CMPL (II.16.5)', () => {
  const filed = given(paidContract('2025-03-10'), complained('2025-03-12'));

  test('extra checks announced in time lengthen it to thirty days; the next word is the answer', () => {
    const longer = when(filed, complaintAnswered('2025-03-27', true));
    expect(longer).toHaveDeadline('complaint-answer', { lastDay: '2025-04-11', state: 'running' });
    expect(when(longer, complaintAnswered('2025-04-11'))).toHaveDeadline('complaint-answer', {
      state: 'met',
    });
  });

  test('announced late they are the late answer', () => {
    const late = when(filed, complaintAnswered('2025-03-28', true));
    expect(late).not.toHaveDeadline('complaint-answer', { state: 'running' });
  });

  test('a breach is an event, also after the contract has ended', () => {
    const story = when(filed, until('2025-03-28'));
    expect(story).toHaveDeadline('complaint-answer', { state: 'missed' });
    expect(story).toBeFlagged('complaint-answer-breach');
    expect(when(story, complaintAnswered('2025-03-30'))).not.toBeFlagged('complaint-answer-breach');
  });

  test('a second complaint does not give the first more time', () => {
    expect(when(filed, complained('2025-03-20'))).toHaveDeadline('complaint-answer', {
      lastDay: '2025-03-27',
    });
    const answered = when(filed, complaintAnswered('2025-03-15'), complained('2025-03-20'));
    expect(answered).toHaveDeadline('complaint-answer', { lastDay: '2025-04-04', state: 'running' });
  });

  test('nothing to answer is refused', () => {
    expect(when(given(paidContract('2025-03-10')), complaintAnswered('2025-03-12'))).toRefuse(
      'complaint.none',
      { clause: 'II.16.5' },
    );
  });
});
