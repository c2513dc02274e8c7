import { describe, expect, test } from 'vitest';
import {
  annulmentByHand,
  factsOf,
  given,
  givenUnder,
  objected,
  offerIssued,
  paid,
  until,
  when,
} from '../../../builders/index.ts';

describe('II.11.5, II.10.2: payment', () => {
  test.each([
    ['offered', '2025-03-20', []],
    ['objected', '2025-03-20', [objected('2025-03-12')]],
    ['annulment-warned', '2025-04-20', []],
  ] as const)('the full share concludes out of %s on that day', (status, on, before) => {
    const story = given(offerIssued('2025-03-10'), ...before, until(`${on}T01:00`));
    expect(story).toReach(status);
    const concluded = when(story, paid(on));
    expect(concluded).toReach('in-force');
    expect(factsOf(concluded)).toMatchObject({ inForceOn: on, inForceBy: 'payment', annulmentHold: null });
    expect(concluded).toStand({
      payment: 'paid',
      works: 'not-started',
      readiness: 'none',
      link: 'not-connected',
      withdrawal: 'open',
    });
  });

  test('out of a lapsed offer', () => {
    expect(givenUnder(annulmentByHand, offerIssued('2025-03-10'), paid('2025-05-20'))).toReach('in-force');
  });

  test('booked later, in force from the day on which the total was reached', () => {
    const story = given(
      offerIssued('2025-03-10'),
      paid('2025-03-20', '6000.00'),
      paid('2025-03-28', '50.00', { receivedOn: '2025-03-26' }),
    );
    expect(factsOf(story).inForceOn).toBe('2025-03-26');
  });

  test('less than the share leaves everything as it is', () => {
    const story = given(offerIssued('2025-03-10'), paid('2025-03-20', '6049.99'));
    expect(story).toReach('offered');
    expect(story).toHaveMoney({ received: '6049.99', outstanding: '0.01' });
  });

  test('II.10.2: money on another account is shown to finance and counts for nothing', () => {
    const story = given(offerIssued('2025-03-10'), paid('2025-03-20', '6050.00', { account: 'LV00OLD' }));
    expect(story).toReach('offered');
    expect(story).toBeFlagged('money-on-other-account');
    expect(story).toHaveMoney({ received: '0.00' });
  });

  test('II.10.2: a receipt lies not in the future and not before the application', () => {
    const story = given(offerIssued('2025-03-10'));
    expect(when(story, paid('2025-03-20', '6050.00', { receivedOn: '2025-03-21' }))).toRefuse(
      'invalid.receivedOn',
    );
    expect(when(story, paid('2025-03-20', '6050.00', { receivedOn: '2025-03-09' }))).toRefuse(
      'too-early.receivedOn',
    );
  });

  test('T-01, T-10: an advance paid in its amount and time prevents annulment and concludes nothing', () => {
    const story = given(
      offerIssued('2025-03-10', { advanceGross: '3025.00' }),
      paid('2025-04-09', '3025.00'),
      until('2025-09-01'),
    );
    expect(story).toReach('offered');
    expect(story).toHaveDeadline('objection-window', { state: 'met' });
  });

  test('T-10: an advance paid late does not', () => {
    const terms = { advanceGross: '3025.00', paymentDueOn: '2025-03-20' };
    expect(
      given(offerIssued('2025-03-10', terms), paid('2025-03-21', '3025.00'), until('2025-09-01')),
    ).toReach('annulled');
  });
});
