import { describe, expect, test } from 'vitest';
import {
  costing,
  designReceived,
  factsOf,
  given,
  givenUnder,
  paid,
  paidContract,
  signedContract,
  when,
  withSettings,
  worksCompleted,
  worksStarted,
} from '../../../builders/index.ts';

describe('II.2.2, II.2.3: the works start', () => {
  test('after the full share, and after the withdrawal period (OQ-LC-6)', () => {
    const contract = given(paidContract('2025-03-10'));
    expect(when(contract, worksStarted('2025-03-24'))).toRefuse('works.within-withdrawal-period', {
      clause: 'II.15',
      allowedFrom: '2025-03-25',
    });
    const story = when(contract, worksStarted('2025-03-25'));
    expect(story).toStand({ works: 'building' });
    expect(factsOf(story).worksStartedOn).toBe('2025-03-25');
  });

  test('not at 6049.99 of 6050.00, unless Part I says otherwise', () => {
    const nearly = given(signedContract('2025-03-10'), paid('2025-03-12', '6049.99'));
    expect(when(nearly, worksStarted('2025-04-01'))).toRefuse('works.share-not-paid', { clause: 'II.2.2' });
    const agreed = given(signedContract('2025-03-10', { worksBeforeFullPayment: true }));
    expect(when(agreed, worksStarted('2025-04-01'))).toStand({ works: 'building', payment: 'due' });
  });

  test('not dated before the payment or the contract', () => {
    const story = given(signedContract('2025-03-10'), paid('2025-04-02'));
    expect(when(story, worksStarted('2025-04-03', '2025-04-01'))).toRefuse('too-early.on', {
      clause: 'II.2.2',
      allowedFrom: '2025-04-02',
    });
    expect(when(story, worksStarted('2025-04-03', '2025-04-04'))).toRefuse('invalid.on');
    expect(when(story, worksStarted('2025-04-03', '2025-04-02'))).toStand({ works: 'building' });
  });

  test('T-19: at once where the customer asked in writing, or by setting', () => {
    expect(
      given(paidContract('2025-03-10', { worksInWithdrawalPeriod: true }), worksStarted('2025-03-11')),
    ).toStand({ works: 'building' });
    const law = withSettings({ 'works.inWithdrawalPeriod': 'allowed' });
    expect(givenUnder(law, paidContract('2025-03-10'), worksStarted('2025-03-11'))).toStand({
      works: 'building',
    });
  });

  test('II.2.3: a design that the operator organises is made first', () => {
    const quote = costing('5000.00', { operatorOrganisesDesign: true });
    const story = given(paidContract('2025-03-10', { quote }), worksStarted('2025-03-25'));
    expect(story).toStand({ works: 'designing' });
    expect(when(story, worksCompleted('2025-04-01'))).toRefuse('case.not-possible-now');
    expect(when(story, designReceived('2025-04-01'))).toStand({ works: 'building' });
  });
});
