import { describe, expect, test } from 'vitest';
import {
  act,
  building,
  factsOf,
  given,
  paid,
  resumed,
  suspended,
  terminated,
  until,
  when,
} from '../../../builders/index.ts';

describe('II.13.2: the remedy date passes', () => {
  const story = given(
    building('2025-03-10'),
    suspended('2025-06-01', 'design-flaws', { remedyBy: '2025-07-01' }),
  );

  test('it is noted for staff; nothing ends by itself', () => {
    expect(story).toHaveDeadline('remedy', {
      lastDay: '2025-07-01',
      awaits: 'customer',
      clause: 'II.13.1.1',
      state: 'running',
    });
    const missed = when(story, until('2025-12-01'));
    expect(missed).toReach('suspended');
    expect(missed).toHaveDeadline('remedy', { state: 'missed' });
    expect(missed).toBeFlagged('remedy-missed');
  });

  test('a person ends it from the day after, and the paid share is kept', () => {
    expect(when(story, terminated('2025-07-01', 'unremedied'))).toRefuse('ending.remedy-runs', {
      clause: 'II.13.2',
      allowedFrom: '2025-07-02',
    });
    const ended = when(story, terminated('2025-07-02', 'unremedied'));
    expect(ended).toHaveEnded({ reason: 'unremedied', clause: 'II.13.2', by: 'operator', on: '2025-07-02' });
    expect(ended).toHaveMoney({ refundDue: '0.00', received: '6050.00' });
    expect(factsOf(ended).refund).toMatchObject({ due: '0.00', retained: '6050.00' });
    expect(
      when(ended, act('2025-07-03', 'refund.decided', { refund: '1.00', retained: '6049.00', reasons: 'x' })),
    ).toRefuse('refund.excluded');
  });

  test('what was paid above the share goes back all the same', () => {
    const overpaid = given(
      building('2025-03-10'),
      paid('2025-04-01', '100.00'),
      suspended('2025-06-01', 'design-flaws', { remedyBy: '2025-07-01' }),
    );
    expect(when(overpaid, terminated('2025-07-02', 'unremedied'))).toHaveMoney({ refundDue: '100.00' });
  });

  test('not for the grounds without a remedy date (II.13.1.3, II.13.1.4)', () => {
    for (const reason of ['adverse-conditions', 'digging-ban'] as const) {
      const other = given(building('2025-03-10'), suspended('2025-06-01', reason));
      expect(when(other, terminated('2025-12-01', 'unremedied'))).toRefuse('ending.no-remedy-date', {
        clause: 'II.13.2',
      });
    }
  });

  test('the earliest of several remedy dates is shown', () => {
    const two = when(story, suspended('2025-06-02', 'preparatory-works', { remedyBy: '2025-06-20' }));
    expect(two).toHaveDeadline('remedy', { lastDay: '2025-06-20', clause: 'II.13.1.2' });
    expect(when(two, resumed('2025-06-19', 'preparatory-works'))).toHaveDeadline('remedy', {
      lastDay: '2025-07-01',
      state: 'running',
    });
  });
});
