import { describe, expect, test } from 'vitest';
import {
  annulled,
  annulmentByHand,
  annulmentHeld,
  clockActs,
  downUntil,
  factsOf,
  given,
  givenUnder,
  offerIssued,
  paid,
  refundPaid,
  released,
  until,
  warned,
  when,
} from '../../../builders/index.ts';

describe('II.11.3: the clock', () => {
  test('the window ends at midnight, the warning goes out at once', () => {
    const story = given(offerIssued('2025-03-10'), until('2025-04-09T23:59'));
    expect(story).toReach('offered');
    const lapsed = when(story, until('2025-04-10T00:00'));
    expect(lapsed).toReach('annulment-warned');
    expect(clockActs(lapsed).slice(-2)).toEqual([
      'objection-window 2025-04-10',
      'annulment.warned 2025-04-10',
    ]);
    expect(lapsed).toHaveDeadline('annulment-earliest', {
      earliestDay: '2025-04-21',
      state: 'running',
      clause: 'II.11.3',
    });
  });

  test('the warning takes the channel of the offer', () => {
    const story = given(offerIssued('2025-03-10', { channel: 'post' }), until('2025-06-01'));
    expect(factsOf(story).warning).toMatchObject({
      channel: 'post',
      sentOn: '2025-04-17',
      deemedReceivedOn: '2025-04-24',
    });
    expect(story).toHaveEnded({ reason: 'annulled', clause: 'II.11.3', by: 'operator', on: '2025-05-05' });
  });

  test('under “propose” nothing happens by itself after the lapse', () => {
    const story = givenUnder(annulmentByHand, offerIssued('2025-03-10'), until('2025-12-01'));
    expect(story).toReach('offer-lapsed');
    expect(when(story, warned('2025-12-01'), until('2026-02-01'))).toReach('annulment-warned');
  });

  test('not by hand before the window has ended', () => {
    expect(when(given(offerIssued('2025-03-10')), warned('2025-04-09'))).toRefuse('warning.window-runs', {
      clause: 'II.11.3',
      allowedFrom: '2025-04-10',
    });
  });

  test('not without a warning, not before its ten complete days', () => {
    const story = givenUnder(annulmentByHand, offerIssued('2025-03-10'), until('2025-05-01'));
    expect(when(story, annulled('2025-05-01'))).toRefuse('annulment.no-warning', { clause: 'II.11.3' });
    const warnedStory = when(story, warned('2025-05-01'));
    expect(when(warnedStory, annulled('2025-05-11'))).toRefuse('annulment.too-early', {
      allowedFrom: '2025-05-12',
    });
    expect(when(warnedStory, annulled('2025-05-12'))).toReach('annulled');
  });

  test('annulled on the earliest lawful day; a part that was paid is owed back', () => {
    const story = given(offerIssued('2025-03-10'), paid('2025-03-20', '1000.00'), until('2025-04-21T00:00'));
    expect(story).toReach('annulled');
    expect(story).toHaveSent('N-ANN', { on: '2025-04-21' });
    expect(story.happened.at(-1)?.effects).toContainEqual({ type: 'voidInvoice' });
    expect(story).toHaveMoney({ refundDue: '1000.00', outstanding: '0.00' });
    expect(when(story, refundPaid('2025-04-22', '1000.00'))).toHaveMoney({ refundDue: '0.00' });
  });

  test('preface 1: a hold stops warning and annulment until it is released', () => {
    const held = given(offerIssued('2025-03-10'), annulmentHeld('2025-04-01'), until('2025-06-01'));
    expect(held).toReach('offer-lapsed');
    const again = when(held, released('2025-06-01'));
    expect(again).toReach('annulment-warned');
    expect(again).toHaveDeadline('annulment-earliest', { earliestDay: '2025-06-12' });
    const heldLate = given(offerIssued('2025-03-10'), annulmentHeld('2025-04-15'), until('2025-06-01'));
    expect(heldLate).toReach('annulment-warned');
    expect(heldLate).toHaveDeadline('annulment-earliest', { state: 'frozen' });
    expect(when(heldLate, annulled('2025-06-01'))).toRefuse('annulment.held');
    expect(when(heldLate, released('2025-06-01'))).toReach('annulled');
    expect(when(given(offerIssued('2025-03-10')), released('2025-03-11'))).toRefuse('hold.none');
  });

  test('after downtime the warning is dated on the day on which it is really sent', () => {
    const story = given(offerIssued('2025-03-10'), downUntil('2025-05-02'));
    expect(story).toReach('annulment-warned');
    expect(story).toHaveDeadline('annulment-earliest', { earliestDay: '2025-05-13' });
  });
});
