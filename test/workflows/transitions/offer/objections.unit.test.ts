import { describe, expect, test } from 'vitest';
import {
  costing,
  factsOf,
  given,
  objected,
  offerIssued,
  rejected,
  revised,
  signed,
  until,
  when,
} from '../../../builders/index.ts';

describe('II.11.2: objections', () => {
  test('in time on the last day; the answer is due in fourteen days and nothing lapses', () => {
    const story = given(offerIssued('2025-03-10'), objected('2025-04-09T23:59'));
    expect(story).toReach('objected');
    expect(story).toHaveDeadline('objection-answer', {
      lastDay: '2025-04-23',
      awaits: 'operator',
      state: 'running',
    });
    expect(when(story, until('2025-08-01'))).toReach('objected');
  });

  test('an answer that is late is a breach, and still an answer', () => {
    const story = given(offerIssued('2025-03-10'), objected('2025-03-12'), until('2025-03-27'));
    expect(story).toHaveDeadline('objection-answer', { lastDay: '2025-03-26', state: 'missed' });
    expect(story).toBeFlagged('objection-answer-breach');
    const answered = when(story, rejected('2025-03-28'));
    expect(answered).toReach('offered');
    expect(answered).not.toBeFlagged('objection-answer-breach');
  });

  test.each(['2025-04-10', '2025-04-15'])('on %s it is late: an ordinary complaint', (on) => {
    const story = given(offerIssued('2025-03-10'), objected(on));
    expect(story).toReach('annulment-warned');
    expect(story).toHaveDeadline('complaint-answer', { awaits: 'operator', clause: 'II.16.5' });
    expect(factsOf(story).complaint).toMatchObject({ on, lateObjection: true });
  });

  test('rejected while the window runs: it runs on to its own end', () => {
    const story = given(offerIssued('2025-03-10'), objected('2025-03-13'), rejected('2025-03-15'));
    expect(story).toReach('offered');
    expect(story).toHaveSent('N-OBJREJ', { times: 1 });
    expect(story).toHaveDeadline('objection-window', { lastDay: '2025-04-09', state: 'running' });
  });

  test('rejected after the window: lapsed, and the clock warns at once', () => {
    const story = given(offerIssued('2025-03-10'), objected('2025-04-09'), rejected('2025-04-23'));
    expect(story).toReach('annulment-warned');
    expect(story).toHaveSent('N-ANNWARN', { on: '2025-04-23', times: 1 });
    expect(when(story, until('2025-05-03T23:59'))).toReach('annulment-warned');
    expect(when(story, until('2025-05-04'))).toReach('annulled');
  });

  test('rejected after the window when the customer has signed: the offer stays', () => {
    const story = given(
      offerIssued('2025-03-10'),
      objected('2025-04-09'),
      signed('2025-04-15', 'customer'),
      rejected('2025-04-20'),
    );
    expect(story).toReach('offered');
    expect(when(story, until('2025-12-01'), signed('2025-12-01', 'operator'))).toReach('in-force');
  });

  test('founded: a revised contract and invoice, a new window, the old invoice void', () => {
    const story = given(
      offerIssued('2025-03-10'),
      objected('2025-04-09'),
      revised('2025-04-20', { quote: costing('4000.00') }),
    );
    expect(story).toReach('offered');
    expect(story).toHaveDeadline('objection-window', { lastDay: '2025-05-20', state: 'running' });
    expect(story).toHaveSent('N-REVOFFER', { on: '2025-04-20', times: 1 });
    expect(story.happened.at(-1)?.effects.map(({ type }) => type)).toEqual([
      'voidInvoice',
      'sendNotice',
      'issueInvoice',
      'sendNotice',
    ]);
    expect(factsOf(story)).toMatchObject({ signatures: {}, warning: null, objection: null });
    expect(story).toHaveMoney({ customerShareGross: '4840.00' });
  });

  test('an offer is not revised without a ground', () => {
    expect(when(given(offerIssued('2025-03-10')), revised('2025-03-20'))).toRefuse(
      'offer.no-ground-to-revise',
      { clause: 'II.11.2' },
    );
  });
});
