import { describe, expect, test } from 'vitest';
import {
  building,
  buildingUnpaid,
  completed,
  connected,
  given,
  notReady,
  offerIssued,
  paid,
  ready,
  terminated,
  when,
  worksCompleted,
} from '../../../builders/index.ts';

describe('II.14.6, II.14.2.1: fulfilled and closed', () => {
  test('the last of completion notice, payment and readiness fulfils; the connection may be pending', () => {
    const byReadiness = given(completed('2025-03-10', '2025-08-10'), ready('2025-08-20'));
    expect(byReadiness).toReach('fulfilled');
    const byPayment = given(buildingUnpaid('2025-03-10'), worksCompleted('2025-08-10'), ready('2025-08-20'));
    expect(byPayment).toReach('in-force');
    expect(when(byPayment, paid('2025-09-01'))).toReach('fulfilled');
    const byCompletion = given(building('2025-03-10'), ready('2025-08-01'));
    expect(when(byCompletion, worksCompleted('2025-08-10'))).toReach('fulfilled');
  });

  test('readiness disproved takes it back', () => {
    expect(given(completed('2025-03-10', '2025-08-10'), ready('2025-08-20'), notReady('2025-08-21'))).toReach(
      'in-force',
    );
  });

  test('closed by the connection; later money goes back, the rest is correspondence', () => {
    const story = given(completed('2025-03-10', '2025-08-10'), ready('2025-08-20'), connected('2025-08-25'));
    expect(story).toHaveEnded({ reason: 'fulfilled', clause: 'II.14.2.1', by: 'clause', on: '2025-08-25' });
    expect(when(story, paid('2025-09-01', '10.00'))).toHaveMoney({ refundDue: '10.00' });
    expect(when(story, terminated('2025-09-01', 'misled'))).toRefuse('case.not-possible-now');
    expect(when(story, offerIssued('2025-09-01'))).toRefuse('case.not-possible-now');
  });
});
