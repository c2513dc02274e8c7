import { describe, expect, test } from 'vitest';
import {
  annulled,
  given,
  letterFailed,
  objected,
  offerIssued,
  rejected,
  until,
  warned,
  when,
} from '../../../builders/index.ts';

describe('T-31 (II.16.4.3): letters that come back', () => {
  const bouncing = offerIssued('2025-03-10', { channel: 'email' });

  test('an offer by e-mail: the window starts anew on receipt by post', () => {
    const story = given(bouncing, letterFailed('2025-03-12', 'N-OFFER'));
    expect(story).toHaveDeadline('objection-window', { lastDay: '2025-04-18' });
    expect(story).toBeFlagged('letter-undelivered');
    expect(story.happened.at(-1)?.effects).toEqual([{ type: 'resendByPost' }]);
  });

  test('a warning: its ten days start anew; out of a warned case the offer’s own bounce opens the window again', () => {
    const story = given(bouncing, letterFailed('2025-04-12', 'N-ANNWARN'));
    expect(story).toHaveDeadline('annulment-earliest', { earliestDay: '2025-04-30', state: 'running' });
    const reopened = given(bouncing, letterFailed('2025-04-12', 'N-OFFER'));
    expect(reopened).toReach('offered');
    expect(reopened).toHaveDeadline('objection-window', { lastDay: '2025-05-19' });
    expect(reopened).not.toHaveDeadline('annulment-earliest');
  });

  test('a customer who has objected has the offer in hand: the objection stays pending', () => {
    const story = given(bouncing, objected('2025-03-15'), letterFailed('2025-03-16', 'N-OFFER'));
    expect(story).toReach('objected');
    expect(when(story, rejected('2025-03-20'))).toReach('offered');
  });

  test('16.6: a posted letter counts on the 7th day also where it comes back', () => {
    const story = given(offerIssued('2025-03-10', { channel: 'post' }));
    const bounced = when(story, letterFailed('2025-03-20', 'N-OFFER', { channel: 'post' }));
    expect(bounced).toHaveDeadline('objection-window', { lastDay: '2025-04-16' });
    expect(bounced).toBeFlagged('letter-undelivered');
  });

  test('a warning that cannot go by post founds nothing until it is sent again', () => {
    const story = given(
      bouncing,
      letterFailed('2025-04-12', 'N-ANNWARN', { postalAddressKnown: false }),
      until('2025-06-01'),
    );
    expect(story).toReach('annulment-warned');
    expect(story).not.toHaveDeadline('annulment-earliest');
    expect(when(story, annulled('2025-06-01'))).toRefuse('annulment.no-warning');
    const again = when(story, warned('2025-06-01', 'hand'));
    expect(again).toHaveDeadline('annulment-earliest', { earliestDay: '2025-06-12' });
    expect(when(again, warned('2025-06-02', 'hand'))).toRefuse('warning.already-sent');
  });

  test('an older letter that comes back changes nothing now', () => {
    const story = given(bouncing, letterFailed('2025-03-12', 'N-RECEIPT'));
    expect(story).toHaveDeadline('objection-window', { lastDay: '2025-04-09' });
    expect(story).toBeFlagged('letter-undelivered');
  });
});
