import { describe, expect, test } from 'vitest';
import {
  act,
  buildingUnpaid,
  debtWarned,
  dispatched,
  factsOf,
  given,
  letterFailed,
  objected,
  offerIssued,
  revised,
  until,
  when,
} from '../../builders/index.ts';

/** II.16.4, T-31: a letter counts from the day on which it really left the house. By post: the seventh day after. */

describe('an offer by post', () => {
  const posted = given(offerIssued('2025-03-10', { channel: 'post' }));

  test('that left two days later opens its window two days later', () => {
    expect(posted).toHaveDeadline('objection-window', { lastDay: '2025-04-16' });
    expect(when(posted, dispatched('2025-03-12', '2025-03-12', 'N-OFFER'))).toHaveDeadline(
      'objection-window',
      { lastDay: '2025-04-18' },
    );
  });

  test('that left earlier than was assumed, or on the day itself, gains nothing', () => {
    for (const leftOn of ['2025-03-09', '2025-03-10'])
      expect(when(posted, dispatched('2025-03-12', leftOn, 'N-OFFER'))).toHaveDeadline('objection-window', {
        lastDay: '2025-04-16',
      });
  });

  test('another letter of the same act moves nothing, nor does an offer that a later one has replaced', () => {
    expect(when(posted, dispatched('2025-03-12', '2025-03-12', 'N-ADVINV', { seq: 4 }))).toHaveDeadline(
      'objection-window',
      { lastDay: '2025-04-16' },
    );
    const again = when(posted, objected('2025-03-12'), revised('2025-03-20', { channel: 'post' }));
    expect(again).toHaveDeadline('objection-window', { lastDay: '2025-04-26' });
    expect(when(again, dispatched('2025-03-25', '2025-03-25', 'N-OFFER'))).toHaveDeadline(
      'objection-window',
      {
        lastDay: '2025-04-26',
      },
    );
    expect(when(again, dispatched('2025-03-25', '2025-03-25', 'N-REVOFFER'))).toHaveDeadline(
      'objection-window',
      { lastDay: '2025-05-01' },
    );
  });

  test('a letter that nobody knows moves nothing', () => {
    const unknown = act('2025-03-12', 'notice.dispatched', { noticeId: 'x', on: '2025-03-12' });
    expect(when(posted, unknown)).toHaveDeadline('objection-window', { lastDay: '2025-04-16' });
  });
});

describe('a warning by post', () => {
  const warnedByPost = given(offerIssued('2025-03-10', { channel: 'post' }), until('2025-04-18'));

  test('that left later makes the annulment lawful later', () => {
    expect(warnedByPost).toHaveSent('N-ANNWARN', { on: '2025-04-17' });
    expect(warnedByPost).toHaveDeadline('annulment-earliest', { earliestDay: '2025-05-05' });
    const later = when(warnedByPost, dispatched('2025-04-22', '2025-04-22', 'N-ANNWARN'));
    expect(later).toHaveDeadline('annulment-earliest', { earliestDay: '2025-05-10' });
    expect(factsOf(later).warning).toMatchObject({ sentOn: '2025-04-22', deemedReceivedOn: '2025-04-29' });
    expect(when(warnedByPost, dispatched('2025-04-22', '2025-04-16', 'N-ANNWARN'))).toHaveDeadline(
      'annulment-earliest',
      { earliestDay: '2025-05-05' },
    );
  });

  test('an older warning moves nothing', () => {
    expect(
      when(warnedByPost, dispatched('2025-04-22', '2025-04-22', 'N-ANNWARN', { seq: 1 })),
    ).toHaveDeadline('annulment-earliest', { earliestDay: '2025-05-05' });
    expect(
      when(
        warnedByPost,
        dispatched('2025-04-22', '2025-04-22', 'N-OTHER', { seq: factsOf(warnedByPost).warning!.seq }),
      ),
    ).toHaveDeadline('annulment-earliest', { earliestDay: '2025-05-05' });
  });
});

describe('a warning of debt by post', () => {
  const owing = buildingUnpaid('2024-12-11', { paymentDueOn: '2025-01-10' });
  const warnedLate = given(owing, debtWarned('2025-03-10', 'post'));

  test('that left later makes the hand-over lawful later', () => {
    expect(warnedLate).toHaveDeadline('debt-handover-earliest', { earliestDay: '2025-03-18' });
    const later = when(warnedLate, dispatched('2025-03-12', '2025-03-12', 'N-DEBTWARN'));
    expect(later).toHaveDeadline('debt-handover-earliest', { earliestDay: '2025-03-20' });
    expect(factsOf(later).debtWarning?.sentOn).toBe('2025-03-12');
    expect(when(warnedLate, dispatched('2025-03-12', '2025-03-10', 'N-DEBTWARN'))).toHaveDeadline(
      'debt-handover-earliest',
      { earliestDay: '2025-03-18' },
    );
  });

  test('that left later, but within the days of delay, lets their end pass once', () => {
    const story = given(
      owing,
      debtWarned('2025-03-01', 'post'),
      until('2025-03-12'),
      dispatched('2025-03-12', '2025-03-03', 'N-DEBTWARN'),
      until('2025-03-20'),
    );
    expect(factsOf(story).debtWarning?.deemedReceivedOn).toBe('2025-03-10');
    const passed = story.happened
      .filter(({ event }) => event.type === 'deadline.passed')
      .map(({ event }) => (event.data as { name: string }).name);
    expect(passed.filter((name) => name === 'debt-handover-earliest')).toHaveLength(1);
  });

  test('an older one, or another letter, moves nothing', () => {
    for (const part of [
      dispatched('2025-03-12', '2025-03-12', 'N-DEBTWARN', { seq: 1 }),
      dispatched('2025-03-12', '2025-03-12', 'N-OTHER', { seq: factsOf(warnedLate).debtWarning!.seq }),
    ])
      expect(when(warnedLate, part)).toHaveDeadline('debt-handover-earliest', { earliestDay: '2025-03-18' });
  });

  test('one that was never received is not received by leaving', () => {
    const lost = when(
      warnedLate,
      letterFailed('2025-03-11', 'N-DEBTWARN', { channel: 'hand', postalAddressKnown: false }),
    );
    expect(factsOf(lost).debtWarning?.deemedReceivedOn).toBeNull();
    const seq = factsOf(lost).debtWarning!.seq;
    expect(
      factsOf(when(lost, dispatched('2025-03-12', '2025-03-12', 'N-DEBTWARN', { seq }))).debtWarning
        ?.deemedReceivedOn,
    ).toBeNull();
  });
});
