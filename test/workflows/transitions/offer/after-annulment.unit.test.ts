import { describe, expect, test } from 'vitest';
import {
  act,
  bothAgree,
  bothSigned,
  complained,
  designReceived,
  factsOf,
  given,
  identified,
  issued,
  objected,
  offerIssued,
  paid,
  refundPaid,
  routed,
  signed,
  until,
  when,
} from '../../../builders/index.ts';

describe('II.11.4: after the annulment', () => {
  const annulledCase = given(offerIssued('2025-03-10'), until('2025-05-01'));

  test('money founds no contract and is owed back', () => {
    const story = when(annulledCase, paid('2025-05-05'));
    expect(story).toReach('annulled');
    expect(story).toHaveMoney({ refundDue: '6050.00' });
    expect(story).toBeFlagged('money-after-ending');
    expect(story).toHaveSent('N-ANN', { on: '2025-05-05' });
  });

  test('money that was on the account before is shown to staff', () => {
    expect(when(annulledCase, paid('2025-05-05', '6050.00', { receivedOn: '2025-04-18' }))).toBeFlagged(
      'paid-before-ending',
    );
  });

  test('both agree to reinstate: evaluating, and a new offer opens a new window', () => {
    const back = when(
      annulledCase,
      bothAgree('2025-05-10', 'application.reinstated', { agreement: 'we go on' }),
    );
    expect(back).toReach('evaluating');
    expect(factsOf(back)).toMatchObject({
      ending: null,
      offer: null,
      refund: null,
      reinstatedOn: '2025-05-10',
    });
    expect(back).toHaveDeadline('offer', { lastDay: '2025-05-30', state: 'running' });
    const rerouted = when(back, routed('2025-05-12', { designNeeded: true }));
    expect(rerouted).not.toHaveDeadline('offer');
    expect(when(rerouted, designReceived('2025-06-01'))).toHaveDeadline('offer', { lastDay: '2025-07-01' });
    expect(when(back, issued('2025-05-15'))).toHaveDeadline('objection-window', { lastDay: '2025-06-14' });
  });

  test('one side alone reinstates nothing, nor twice the same side', () => {
    const consents = (role: string) =>
      act('2025-05-10', 'application.reinstated', { agreement: 'we go on' }, { role });
    expect(when(annulledCase, consents('customer'))).toReach('annulled');
    expect(when(annulledCase, consents('customer'), consents('customer'))).toReach('annulled');
    expect(when(annulledCase, consents('customer'), consents('service'))).toReach('evaluating');
    expect(when(annulledCase, consents('service'), consents('customer'))).toReach('evaluating');
  });

  test('money that went back does not pay for the new offer; money that stayed does', () => {
    const kept = when(
      annulledCase,
      paid('2025-05-05'),
      bothAgree('2025-05-10', 'application.reinstated', { agreement: 'we go on' }),
    );
    expect(kept).toHaveMoney({ received: '6050.00' });
    const gone = when(
      annulledCase,
      paid('2025-05-05'),
      refundPaid('2025-05-06', '6000.00'),
      bothAgree('2025-05-10', 'application.reinstated', { agreement: 'we go on' }),
      issued('2025-05-15'),
    );
    expect(gone).toReach('offered');
    expect(gone).toHaveMoney({ received: '50.00', outstanding: '6000.00' });
  });

  test('nothing else leads on from an annulment', () => {
    for (const part of [
      issued('2025-05-10'),
      signed('2025-05-10', 'customer'),
      bothSigned('2025-05-10'),
      objected('2025-05-10'),
    ])
      expect(when(annulledCase, part)).toRefuse('case.not-possible-now');
    for (const part of [complained('2025-05-10'), identified('2025-05-10')])
      expect(when(annulledCase, part)).toReach('annulled');
  });
});
