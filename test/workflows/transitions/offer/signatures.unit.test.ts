import { describe, expect, test } from 'vitest';
import {
  annulmentByHand,
  factsOf,
  given,
  givenUnder,
  objected,
  offerIssued,
  signed,
  until,
  warned,
  when,
} from '../../../builders/index.ts';

describe('II.7.6, II.11.5: signatures', () => {
  test.each([
    ['offered', '2025-03-20'],
    ['annulment-warned', '2025-04-15'],
  ])('the customer signs in %s: the status stays and annulment stops', (status, on) => {
    const story = given(offerIssued('2025-03-10'), signed(on, 'customer'));
    expect(story).toReach(status);
    expect(when(story, until('2025-12-01'))).toReach(status);
  });

  test('in a lapsed offer too', () => {
    const story = givenUnder(annulmentByHand, offerIssued('2025-03-10'), signed('2025-04-12', 'customer'));
    expect(story).toReach('offer-lapsed');
    expect(when(story, warned('2025-04-13'))).toRefuse('annulment.customer-acted', { clause: 'II.11.3' });
  });

  test('in force on the day of the later signature; Part II is pinned', () => {
    const story = given(
      offerIssued('2025-03-10'),
      signed('2025-03-20', 'customer'),
      signed('2025-03-24', 'operator'),
    );
    expect(story).toReach('in-force');
    expect(factsOf(story)).toMatchObject({
      inForceOn: '2025-03-24',
      inForceBy: 'signatures',
      termsVersion: '2018-01-01',
    });
    expect(story).toHaveSent('N-INFORCE', { times: 1 });
  });

  test.each(['2025-03-20', '2025-04-15'])('whoever signs first, also on %s', (on) => {
    const story = given(offerIssued('2025-03-10'), signed(on, 'operator'), signed(on, 'customer'));
    expect(factsOf(story).inForceOn).toBe(on);
  });

  test('out of a pending objection, which becomes moot', () => {
    const story = given(
      offerIssued('2025-03-10'),
      objected('2025-03-12'),
      signed('2025-03-20', 'customer'),
      signed('2025-03-21', 'operator'),
    );
    expect(story).toReach('in-force');
    expect(factsOf(story).objectionsBefore.at(-1)).toMatchObject({ outcome: 'moot' });
    expect(story).toHaveDeadline('objection-answer', { state: 'void' });
  });

  test('nobody signs twice, in the future or before the offer', () => {
    const story = given(offerIssued('2025-03-10'), signed('2025-03-20', 'customer'));
    expect(when(story, signed('2025-03-21', 'customer'))).toRefuse('contract.already-signed');
    expect(when(story, signed('2025-03-21', 'operator', { signedAt: '2025-03-22T10:00:00Z' }))).toRefuse(
      'invalid.signedAt',
    );
    expect(when(story, signed('2025-03-21', 'operator', { signedAt: '2025-03-09T10:00:00Z' }))).toRefuse(
      'too-early.signedAt',
      {
        allowedFrom: '2025-03-10',
      },
    );
  });

  test('II.7.6.3: a declared e-signature is marked until containers are verified', () => {
    const story = given(
      offerIssued('2025-03-10'),
      signed('2025-03-20', 'customer', { form: 'esign-timestamped', timestamped: true }),
    );
    expect(story).toBeFlagged('declared-signature');
  });
});
