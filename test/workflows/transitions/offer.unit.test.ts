import { describe, expect, test } from 'vitest';
import {
  act,
  annulled,
  annulmentHeld,
  bothAgree,
  bothSigned,
  clockActs,
  complained,
  costing,
  designReceived,
  downUntil,
  factsOf,
  given,
  givenUnder,
  identified,
  issued,
  letterFailed,
  objected,
  offerIssued,
  paid,
  refundPaid,
  rejected,
  released,
  revised,
  routed,
  signed,
  until,
  warned,
  when,
  withSettings,
} from '../../builders/index.ts';

/** Ledger 2.2, rows 9 to 21: from the offer to its conclusion or annulment. */

const LAPSED = '2025-04-10';
const byHand = withSettings({ 'annulment.mode': 'propose' });

describe('rows 9 and 10 (II.7.6, II.11.5): signatures', () => {
  test.each([
    ['offered', '2025-03-20'],
    ['annulment-warned', '2025-04-15'],
  ])('row 9: the customer signs in %s: the status stays and annulment stops', (status, on) => {
    const story = given(offerIssued('2025-03-10'), signed(on, 'customer'));
    expect(story).toReach(status);
    expect(when(story, until('2025-12-01'))).toReach(status);
  });

  test('row 9: in a lapsed offer too', () => {
    const story = givenUnder(byHand, offerIssued('2025-03-10'), signed('2025-04-12', 'customer'));
    expect(story).toReach('offer-lapsed');
    expect(when(story, warned('2025-04-13'))).toRefuse('annulment.customer-acted', { clause: 'II.11.3' });
  });

  test('row 10: in force on the day of the later signature; Part II is pinned', () => {
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

  test.each(['2025-03-20', '2025-04-15'])('row 10: whoever signs first, also on %s', (on) => {
    const story = given(offerIssued('2025-03-10'), signed(on, 'operator'), signed(on, 'customer'));
    expect(factsOf(story).inForceOn).toBe(on);
  });

  test('row 10: out of a pending objection, which becomes moot', () => {
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

describe('rows 11 and 12 (II.11.5, II.10.2): payment', () => {
  test.each([
    ['offered', '2025-03-20', []],
    ['objected', '2025-03-20', [objected('2025-03-12')]],
    ['annulment-warned', '2025-04-20', []],
  ] as const)('row 11: the full share concludes out of %s on that day', (status, on, before) => {
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

  test('row 11: out of a lapsed offer', () => {
    expect(givenUnder(byHand, offerIssued('2025-03-10'), paid('2025-05-20'))).toReach('in-force');
  });

  test('row 11: booked later, in force from the day on which the total was reached', () => {
    const story = given(
      offerIssued('2025-03-10'),
      paid('2025-03-20', '6000.00'),
      paid('2025-03-28', '50.00', { receivedOn: '2025-03-26' }),
    );
    expect(factsOf(story).inForceOn).toBe('2025-03-26');
  });

  test('row 12: less than the share leaves everything as it is', () => {
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

describe('rows 13 to 16 (II.11.2): objections', () => {
  test('row 13: in time on the last day; the answer is due in fourteen days and nothing lapses', () => {
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

  test.each(['2025-04-10', '2025-04-15'])('row 14: on %s it is late: an ordinary complaint', (on) => {
    const story = given(offerIssued('2025-03-10'), objected(on));
    expect(story).toReach('annulment-warned');
    expect(story).toHaveDeadline('complaint-answer', { awaits: 'operator', clause: 'II.16.5' });
    expect(factsOf(story).complaint).toMatchObject({ on, lateObjection: true });
  });

  test('row 15: rejected while the window runs: it runs on to its own end', () => {
    const story = given(offerIssued('2025-03-10'), objected('2025-03-13'), rejected('2025-03-15'));
    expect(story).toReach('offered');
    expect(story).toHaveSent('N-OBJREJ', { times: 1 });
    expect(story).toHaveDeadline('objection-window', { lastDay: '2025-04-09', state: 'running' });
  });

  test('row 15: rejected after the window: lapsed, and the clock warns at once', () => {
    const story = given(offerIssued('2025-03-10'), objected('2025-04-09'), rejected('2025-04-23'));
    expect(story).toReach('annulment-warned');
    expect(story).toHaveSent('N-ANNWARN', { on: '2025-04-23', times: 1 });
    expect(when(story, until('2025-05-03T23:59'))).toReach('annulment-warned');
    expect(when(story, until('2025-05-04'))).toReach('annulled');
  });

  test('row 15: rejected after the window when the customer has signed: the offer stays', () => {
    const story = given(
      offerIssued('2025-03-10'),
      objected('2025-04-09'),
      signed('2025-04-15', 'customer'),
      rejected('2025-04-20'),
    );
    expect(story).toReach('offered');
    expect(when(story, until('2025-12-01'), signed('2025-12-01', 'operator'))).toReach('in-force');
  });

  test('row 16: founded: a revised contract and invoice, a new window, the old invoice void', () => {
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

  test('row 16: an offer is not revised without a ground', () => {
    expect(when(given(offerIssued('2025-03-10')), revised('2025-03-20'))).toRefuse(
      'offer.no-ground-to-revise',
      { clause: 'II.11.2' },
    );
  });
});

describe('rows 17 to 19 (II.11.3): the clock', () => {
  test('row 17 and 18: the window ends at midnight, the warning goes out at once', () => {
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

  test('row 18: the warning takes the channel of the offer', () => {
    const story = given(offerIssued('2025-03-10', { channel: 'post' }), until('2025-06-01'));
    expect(factsOf(story).warning).toMatchObject({
      channel: 'post',
      sentOn: '2025-04-17',
      deemedReceivedOn: '2025-04-24',
    });
    expect(story).toHaveEnded({ reason: 'annulled', clause: 'II.11.3', by: 'operator', on: '2025-05-05' });
  });

  test('row 18: under “propose” nothing happens by itself after the lapse', () => {
    const story = givenUnder(byHand, offerIssued('2025-03-10'), until('2025-12-01'));
    expect(story).toReach('offer-lapsed');
    expect(when(story, warned('2025-12-01'), until('2026-02-01'))).toReach('annulment-warned');
  });

  test('row 18: not by hand before the window has ended', () => {
    expect(when(given(offerIssued('2025-03-10')), warned('2025-04-09'))).toRefuse('warning.window-runs', {
      clause: 'II.11.3',
      allowedFrom: LAPSED,
    });
  });

  test('row 19: not without a warning, not before its ten complete days', () => {
    const story = givenUnder(byHand, offerIssued('2025-03-10'), until('2025-05-01'));
    expect(when(story, annulled('2025-05-01'))).toRefuse('annulment.no-warning', { clause: 'II.11.3' });
    const warnedStory = when(story, warned('2025-05-01'));
    expect(when(warnedStory, annulled('2025-05-11'))).toRefuse('annulment.too-early', {
      allowedFrom: '2025-05-12',
    });
    expect(when(warnedStory, annulled('2025-05-12'))).toReach('annulled');
  });

  test('row 19: annulled on the earliest lawful day; a part that was paid is owed back', () => {
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

describe('rows 20 and 21 (II.11.4): after the annulment', () => {
  const annulledCase = given(offerIssued('2025-03-10'), until('2025-05-01'));

  test('row 20: money founds no contract and is owed back', () => {
    const story = when(annulledCase, paid('2025-05-05'));
    expect(story).toReach('annulled');
    expect(story).toHaveMoney({ refundDue: '6050.00' });
    expect(story).toBeFlagged('money-after-ending');
    expect(story).toHaveSent('N-ANN', { on: '2025-05-05' });
  });

  test('row 20: money that was on the account before is shown to staff', () => {
    expect(when(annulledCase, paid('2025-05-05', '6050.00', { receivedOn: '2025-04-18' }))).toBeFlagged(
      'paid-before-ending',
    );
  });

  test('row 21: both agree to reinstate: evaluating, and a new offer opens a new window', () => {
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

  test('row 21: one side alone reinstates nothing, nor twice the same side', () => {
    const consents = (role: string) =>
      act('2025-05-10', 'application.reinstated', { agreement: 'we go on' }, { role });
    expect(when(annulledCase, consents('customer'))).toReach('annulled');
    expect(when(annulledCase, consents('customer'), consents('customer'))).toReach('annulled');
    expect(when(annulledCase, consents('customer'), consents('service'))).toReach('evaluating');
    expect(when(annulledCase, consents('service'), consents('customer'))).toReach('evaluating');
  });

  test('row 21: money that went back does not pay for the new offer; money that stayed does', () => {
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
