import { expect, test } from 'vitest';
import { awaitsOf } from '../../../workflows/awaits.ts';
import { situationOf } from '../../../workflows/step.ts';
import {
  bothSigned,
  connected,
  costing,
  deadlineOf,
  evaluating,
  given,
  issued,
  ready,
  when,
  worksCompleted,
  worksStarted,
} from '../../builders/index.ts';

/** II.def.fee-1/7.3: the share is paid by instalments after conclusion, so no invoice is due before. */

const quote = costing('5000.00', {
  connection: { ampere: '160', volt: '400', distanceM: '200' },
  costs: { construction: '5000.00' },
  deferral: { months: 12, annualRate: '0.05', guaranteesProvided: true },
});
const deferred = given(
  evaluating('2025-03-10'),
  issued('2025-03-10', { quote, worksInWithdrawalPeriod: true }),
  bothSigned('2025-03-10'),
);

test('nothing is demanded, and it is the operator’s turn', () => {
  expect(deferred).toReach('in-force');
  expect(deadlineOf(deferred, 'payment-due')).toBeUndefined();
  expect(awaitsOf(situationOf(deferred.state))).toBe('operator');
});

test('the works start and the connection is made before the share is paid; then it is the customer’s turn', () => {
  const done = when(
    deferred,
    worksStarted('2025-03-12'),
    worksCompleted('2025-08-10'),
    ready('2025-08-12'),
    connected('2025-08-13'),
  );
  expect(done).toStand({ link: 'connected' });
  expect(awaitsOf(situationOf(done.state))).toBe('customer');
});
