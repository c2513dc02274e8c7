import { describe, expect, test } from 'vitest';
import {
  act,
  bothSigned,
  costing,
  evaluating,
  factsOf,
  given,
  givenUnder,
  issued,
  objected,
  offerIssued,
  paid,
  revised,
  when,
  withSettings,
} from '../../builders/index.ts';

/** What an offer must be, and which money concludes the contract. */

describe('II.11.1: an offer', () => {
  test('is refused without a priced fee', () => {
    const offer = act('2025-03-10', 'offer.issued', {
      quote: costing('5000.00'),
      termOn: '2025-11-10',
      paymentDueOn: '2025-04-09',
      channel: 'portal',
      ownershipBoundary: 'spailes',
    });
    expect(when(given(evaluating('2025-03-10')), offer)).toRefuse('invalid.quote', { clause: 'II.11.1' });
  });

  test('on figures that are only reported is refused as a whole, one with a deferral for its deferral', () => {
    const offered = (quote: ReturnType<typeof costing>) =>
      when(given(evaluating('2025-03-10')), issued('2025-03-10', { quote }));
    expect(offered(costing('5000.00', { edition: 'reported' }))).toRefuse('invalid.quote');
    expect(offered(costing('5000.00', { deferral: { months: 12, annualRate: '0.05' } }))).toRefuse(
      'invalid.quote.deferral',
    );
  });
});

describe('II.11.5, T-14: conclusion by payment', () => {
  test('more than the share, on the day of issue, concludes it', () => {
    expect(given(offerIssued('2025-03-10'), paid('2025-03-10', '6050.01'))).toReach('in-force');
  });

  test('money from before a revised offer counts with what came after it, also where it is too much', () => {
    const story = given(
      offerIssued('2025-03-10'),
      paid('2025-03-11', '1000.00'),
      objected('2025-03-12'),
      revised('2025-03-20'),
    );
    expect(story).toReach('offered');
    expect(when(story, paid('2025-03-21', '6000.00'))).toReach('in-force');
    expect(factsOf(when(story, paid('2025-03-21', '6000.00'))).inForceOn).toBe('2025-03-21');
  });

  test('a share of nothing is concluded by signatures, never by money that was not asked for', () => {
    const story = given(offerIssued('2025-03-10', { gross: '0.00' }));
    expect(when(story, paid('2025-03-11', '10.00'))).toReach('offered');
    expect(when(story, bothSigned('2025-03-11'))).toReach('in-force');
  });
});

describe('a payment by another than the customer', () => {
  const law = withSettings({ thirdPartyPayment: 'holdUntilConfirmed' });
  const byOther = paid('2025-04-05', '6050.00', { payer: 'Banka AS' });

  test('concludes the contract as delivered, and waits under the other reading', () => {
    expect(given(offerIssued('2025-03-10'), byOther)).toReach('in-force');
    expect(givenUnder(law, offerIssued('2025-03-10'), byOther)).toReach('offered');
  });

  test('waits whatever else is flagged, and nothing else that is flagged makes a payment wait', () => {
    const late = [evaluating('2025-03-01'), issued('2025-03-31')];
    const flagged = givenUnder(law, ...late);
    expect(flagged).toBeFlagged('offer-breach');
    expect(when(flagged, byOther)).toReach('offered');
    expect(when(flagged, paid('2025-04-05', '6050.00'))).toReach('in-force');
  });
});
