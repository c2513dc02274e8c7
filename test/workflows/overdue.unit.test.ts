import { describe, expect, test } from 'vitest';
import { type DeadlineName, deadlinesOf, isOverdue } from '../../workflows/deadlines/index.ts';
import { situationOf } from '../../workflows/step.ts';
import {
  applicationWithdrawn,
  bothAgree,
  building,
  buildingUnpaid,
  complained,
  complaintAnswered,
  completed,
  connected,
  dataRequestAnswered,
  dataRequested,
  evaluating,
  given,
  issued,
  objected,
  offerIssued,
  type Part,
  paid,
  paidContract,
  ready,
  rejected,
  resumed,
  submitted,
  suspended,
  terminated,
  until,
  worksCompleted,
} from '../builders/index.ts';

/** Overdue: the day has passed and the act is still to come. What was done late is missed, and no longer overdue. */

const overdueIn = (...parts: Part[]): readonly DeadlineName[] => {
  const { state, law } = given(...parts);
  return deadlinesOf(situationOf(state), law)
    .filter((deadline) => isOverdue(deadline, state.facts))
    .map(({ name }) => name);
};

describe('the offer', () => {
  const late = [evaluating('2025-03-01'), until('2025-03-22')];
  test('that was not issued by its day is overdue until it is issued or the application withdrawn', () => {
    expect(overdueIn(evaluating('2025-03-01'), until('2025-03-21'))).toEqual([]);
    expect(overdueIn(...late)).toEqual(['offer']);
    expect(overdueIn(...late, issued('2025-03-23'))).toEqual([]);
    expect(overdueIn(...late, applicationWithdrawn('2025-03-23'))).toEqual([]);
  });
});

describe('the answer to an objection', () => {
  const late = [offerIssued('2025-03-10'), objected('2025-03-20'), until('2025-04-04')];
  test('is overdue until it is given', () => {
    expect(overdueIn(...late)).toEqual(['objection-answer']);
    expect(overdueIn(...late, rejected('2025-04-05'))).toEqual([]);
  });
});

describe('the payment', () => {
  const late = [buildingUnpaid('2024-12-11', { paymentDueOn: '2025-01-10' }), until('2025-01-11')];
  test('is overdue until it is made', () => {
    expect(overdueIn(...late)).toEqual(['payment-due']);
    expect(overdueIn(...late, paid('2025-01-12'))).toEqual([]);
    expect(overdueIn(...late, terminated('2025-01-20', 'nonPayment'))).toEqual([]);
  });
});

describe('the remedy', () => {
  const late = [
    building('2025-03-10'),
    suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
    until('2025-05-02'),
  ];
  test('is overdue until the works resume', () => {
    expect(overdueIn(...late)).toEqual(['remedy']);
    expect(overdueIn(...late, resumed('2025-05-03', 'design-flaws'))).toEqual([]);
  });

  test('stays overdue beside a suspension without one, and goes with its own', () => {
    const two = [
      building('2025-03-10'),
      suspended('2025-03-30', 'digging-ban'),
      suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
      until('2025-05-02'),
    ];
    expect(overdueIn(...two)).toEqual(['remedy']);
    expect(overdueIn(...two, resumed('2025-05-03', 'design-flaws'))).toEqual([]);
    expect(overdueIn(...two, resumed('2025-05-03', 'digging-ban'))).toEqual(['remedy']);
  });
});

describe('the term', () => {
  test('is overdue while the connection is not completed, or the customer not ready', () => {
    expect(overdueIn(building('2025-03-10'), until('2025-11-11'))).toEqual(['term']);
    expect(overdueIn(building('2025-03-10'), until('2025-11-11'), worksCompleted('2025-11-12'))).toEqual([
      'term',
    ]);
    expect(overdueIn(completed('2025-03-10', '2025-08-10'), until('2025-11-11'))).toEqual(['term']);
    expect(overdueIn(building('2025-03-10'), ready('2025-09-01'), until('2025-11-11'))).toEqual(['term']);
  });

  test('is missed and not overdue where both were late', () => {
    const story = [
      completed('2025-03-10', '2025-08-10'),
      bothAgree('2025-10-01', 'usage.agreed', { agreement: 'use' }),
      ready('2025-12-01'),
    ];
    expect(given(...story)).toHaveDeadline('term', { state: 'missed' });
    expect(overdueIn(...story)).toEqual([]);
  });
});

describe('the connection', () => {
  const late = [completed('2025-03-10', '2025-08-10'), ready('2025-08-12'), until('2025-08-23')];
  test('is overdue until it is made', () => {
    expect(overdueIn(...late)).toEqual(['connection']);
    expect(overdueIn(...late, connected('2025-08-24'))).toEqual([]);
  });

  test('made late under a contract that runs on it is missed, and the payment alone is overdue', () => {
    const story = [
      buildingUnpaid('2025-03-10'),
      worksCompleted('2025-08-10'),
      ready('2025-08-12'),
      connected('2025-08-24'),
    ];
    expect(given(...story)).toHaveDeadline('connection', { state: 'missed' });
    expect(overdueIn(...story)).toEqual(['payment-due']);
  });
});

describe('the answer to a complaint', () => {
  const late = [
    evaluating('2025-03-01'),
    issued('2025-03-05'),
    complained('2025-03-10'),
    until('2025-03-26'),
  ];
  test('is overdue until it is given', () => {
    expect(overdueIn(...late)).toEqual(['complaint-answer']);
    expect(overdueIn(...late, complaintAnswered('2025-03-27'))).toEqual([]);
  });
});

describe('the answer to a request about personal data', () => {
  const late = [
    submitted('2025-03-10'),
    dataRequested('2025-03-10', 'access'),
    dataRequested('2025-03-10', 'erasure'),
    until('2025-03-26'),
  ];
  test('is overdue while one of several is still to be given', () => {
    expect(overdueIn(...late)).toContain('data-request-answer');
    const one = [...late, dataRequestAnswered('2025-03-27', 'access')];
    expect(overdueIn(...one)).toContain('data-request-answer');
    expect(overdueIn(...one, dataRequestAnswered('2025-03-28', 'erasure'))).not.toContain(
      'data-request-answer',
    );
  });
});

test('nothing is overdue of what the customer may but need not do', () => {
  expect(overdueIn(offerIssued('2025-03-10'), until('2025-04-10'))).toEqual([]);
  expect(overdueIn(paidContract('2025-03-10'), until('2025-03-25'))).toEqual([]);
});
