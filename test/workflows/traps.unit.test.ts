import { describe, expect, test } from 'vitest';
import { lawBook } from '../../src/law/law-book.ts';
import { DELIVERED_TERMS } from '../../src/law/terms/delivered.ts';
import {
  act,
  anApplication,
  bothAgree,
  bothSigned,
  building,
  buildingUnpaid,
  complained,
  completed,
  connected,
  contractWithdrawn,
  costing,
  debtWarned,
  evaluating,
  factsOf,
  given,
  givenUnder,
  handedOver,
  identified,
  issued,
  letterFailed,
  objected,
  offerIssued,
  ownerChanged,
  type Part,
  paid,
  paidContract,
  ready,
  rejected,
  resumed,
  revised,
  routed,
  signed,
  signedContract,
  submitted,
  supplied,
  suspended,
  terminated,
  until,
  warned,
  when,
  withCalendar,
  withSettings,
  worksCompleted,
  worksStarted,
} from '../builders/index.ts';

/** Traps of docs/law/readings.md, each with its adopted reading, as far as it touches the life of a case. */

describe('A. offer, objection, annulment', () => {
  const offer = given(offerIssued('2025-03-10'));

  test.each([
    ['signed', signed('2025-03-20', 'customer')],
    ['paid the advance', paid('2025-03-20')],
    ['objected', objected('2025-03-20')],
  ] as const)('T-01: who has %s is not annulled, whatever else was left undone', (_what, part) => {
    const story = when(offer, part as Part, until('2026-01-01'));
    expect(story).not.toReach('annulled');
    expect(story).toHaveSent('N-ANNWARN', { times: 0 });
  });

  test('T-02: an objection on day 30 is in time; its answer is due on day 44 and nothing is annulled in between', () => {
    const story = when(offer, objected('2025-04-09'));
    expect(story).toHaveDeadline('objection-answer', { lastDay: '2025-04-23' });
    expect(when(story, until('2025-04-23'))).toReach('objected');
  });

  test('T-03: a day-3 objection rejected on day 5: the window goes on until day 30', () => {
    const story = when(offer, objected('2025-03-13'), rejected('2025-03-15'));
    expect(story).toHaveDeadline('objection-window', { lastDay: '2025-04-09', state: 'running' });
    expect(when(story, until('2025-04-10'))).toReach('annulment-warned');
  });

  test('T-04: a second objection while one is pending is added to it and moves no answer', () => {
    const story = when(offer, objected('2025-03-12', 'the route'), objected('2025-03-20', 'the price'));
    expect(factsOf(story).objection).toMatchObject({ on: '2025-03-12', reasons: ['the route', 'the price'] });
    expect(story).toHaveDeadline('objection-answer', { lastDay: '2025-03-26' });
  });

  test('T-04: after a rejection within the window one may object again; outside it is a complaint', () => {
    const once = when(offer, objected('2025-03-12'), rejected('2025-03-15'));
    expect(when(once, objected('2025-04-01'))).toHaveDeadline('objection-answer', {
      lastDay: '2025-04-15',
      state: 'running',
    });
    expect(when(once, objected('2025-04-12'))).toHaveDeadline('complaint-answer', { state: 'running' });
    const late = when(once, objected('2025-04-01'), objected('2025-04-12'));
    expect(late).toReach('objected');
    expect(late).toHaveDeadline('complaint-answer');
  });

  test('T-05: a filed objection blocks until it is decided in writing, however late', () => {
    const story = when(offer, objected('2025-03-12', 'no reason at all'), until('2026-03-01'));
    expect(story).toReach('objected');
    expect(when(story, warned('2026-03-01'))).toRefuse('case.not-possible-now');
  });

  test('T-07: paying during the warning, or on day 40 without one, concludes', () => {
    expect(when(offer, paid('2025-04-20T23:59'))).toReach('in-force');
    const law = withSettings({ 'annulment.mode': 'propose' });
    expect(givenUnder(law, offerIssued('2025-03-10'), paid('2025-04-19'))).toReach('in-force');
  });

  test('T-08: money of somebody whose identification fell away waits for it', () => {
    const story = given(
      offerIssued('2025-03-10'),
      ownerChanged('2025-03-12'),
      supplied('2025-03-13'),
      routed('2025-03-13'),
    );
    expect(when(story, issued('2025-03-14'))).toRefuse('customer.not-identified', { clause: 'II.5.1' });
    expect(when(story, identified('2025-03-14'), issued('2025-03-15'), paid('2025-03-16'))).toReach(
      'in-force',
    );
  });

  test('T-09: a third party pays in full: concluded and shown; under the other reading it waits for the customer', () => {
    const story = when(offer, paid('2025-03-20', '6050.00', { payer: 'SIA Draugs' }));
    expect(story).toReach('in-force');
    expect(story).toBeFlagged('third-party-payment');
    expect(story).toHaveSent('N-INFORCE', { on: '2025-03-20' });
    const held = givenUnder(
      withSettings({ thirdPartyPayment: 'holdUntilConfirmed' }),
      offerIssued('2025-03-10'),
      paid('2025-03-20', '6050.00', { payer: 'SIA Draugs' }),
    );
    expect(held).toReach('offered');
    expect(when(held, bothSigned('2025-03-25'))).toReach('in-force');
  });

  test('T-11: money after the annulment is owed back and founds nothing', () => {
    const story = when(offer, paid('2025-04-21'));
    expect(story).toReach('annulled');
    expect(story).toHaveMoney({ refundDue: '6050.00', outstanding: '0.00' });
  });

  test('T-12: payment makes a pending objection moot; after it an objection is none of 11.2', () => {
    const story = when(offer, objected('2025-03-20'), paid('2025-03-30'));
    expect(story).toReach('in-force');
    expect(factsOf(story).objectionsBefore.at(-1)).toMatchObject({
      outcome: 'moot',
      decidedOn: '2025-03-30',
    });
    expect(when(story, objected('2025-03-31'))).toRefuse('case.not-possible-now');
    expect(when(story, complained('2025-03-31'))).toHaveDeadline('complaint-answer', {
      lastDay: '2025-04-15',
    });
  });

  test('T-12a: signed, then objected: the operator does not sign until it is decided; then the signature stands', () => {
    const story = when(offer, signed('2025-03-15', 'customer'), objected('2025-03-20'));
    expect(story).toReach('objected');
    expect(when(story, signed('2025-03-21', 'operator'))).toRefuse('objection.pending', {
      clause: 'II.11.2',
    });
    expect(when(story, rejected('2025-03-22'), signed('2025-03-23', 'operator'))).toReach('in-force');
    expect(factsOf(when(story, revised('2025-03-22'))).signatures).toEqual({});
  });

  test('T-12a: objected, then signed: the signature affirms and the operator may sign', () => {
    const story = when(
      offer,
      objected('2025-03-15'),
      signed('2025-03-20', 'customer'),
      signed('2025-03-21', 'operator'),
    );
    expect(story).toReach('in-force');
  });

  test('T-12b: contract and invoice go out in one act', () => {
    const effects = offer.happened
      .at(-1)
      ?.effects.map((one) => (one.type === 'sendNotice' ? one.notice : one.type));
    expect(effects).toEqual(['N-OFFER', 'issueInvoice', 'N-ADVINV']);
  });

  test('T-13: an objection by phone is a complaint until it is filed as one', () => {
    const story = when(
      offer,
      act('2025-03-15', 'complaint.filed', { text: 'by phone' }, { role: 'service' }),
    );
    expect(story).toReach('offered');
    expect(when(story, until('2025-04-10'))).toReach('annulment-warned');
  });

  test('T-14: a payment before the revision counts only where it equals the new total, else the customer is asked', () => {
    const objecting = (amount: string) =>
      given(offerIssued('2025-03-10'), paid('2025-03-12', amount), objected('2025-03-15'));
    const equal = when(objecting('4840.00'), revised('2025-03-20', { quote: costing('4000.00') }));
    expect(equal).toReach('in-force');
    expect(factsOf(equal).inForceOn).toBe('2025-03-20');
    const more = when(objecting('5000.00'), revised('2025-03-20', { quote: costing('4000.00') }));
    expect(more).toReach('offered');
    expect(when(more, bothSigned('2025-03-25'))).toReach('in-force');
    const less = when(objecting('1000.00'), revised('2025-03-20', { quote: costing('4000.00') }));
    expect(less).toReach('offered');
    expect(when(less, paid('2025-03-25', '3840.00'))).toReach('in-force');
  });

  test('T-15: a posted offer: the operator is met on dispatch, the window starts on the 7th day', () => {
    const story = given(evaluating('2024-02-10'), issued('2024-03-01', { channel: 'post' }));
    expect(story).toHaveDeadline('offer', { lastDay: '2024-03-01', state: 'met' });
    expect(story).toHaveDeadline('objection-window', { lastDay: '2024-04-07' });
  });
});

describe('B. conclusion and withdrawal', () => {
  test.each([
    ['natural', true, 'II.15.2'],
    ['natural', false, 'II.15.2'],
    ['legal', false, 'II.15.1'],
    ['operator', false, 'II.15.1'],
  ] as const)('T-17: a %s person (household: %s) has fourteen days', (kind, household, clause) => {
    const story = given(
      paidContract('2025-03-10', { application: anApplication({ customer: { kind, household } }) }),
    );
    expect(story).toHaveDeadline('withdrawal', { lastDay: '2025-03-24', clause });
  });

  test('T-20: signing over midnight UTC, and late by the operator: the customer’s timely signature keeps the offer alive', () => {
    const story = given(
      offerIssued('2025-03-10'),
      signed('2025-04-09T23:59', 'customer'),
      until('2026-03-01'),
    );
    expect(story).toReach('offered');
    const concluded = when(story, signed('2026-03-01T22:30:00Z', 'operator'));
    expect(factsOf(concluded).inForceOn).toBe('2026-03-02');
  });

  test('T-20a: signed on day 29, the invoice due on day 14: due anew at the later of window end and ten days, by a new invoice', () => {
    const story = given(offerIssued('2025-03-10', { paymentDueOn: '2025-03-24' }), bothSigned('2025-04-08'));
    expect(story).toReach('in-force');
    expect(story).toHaveDeadline('payment-due', { lastDay: '2025-04-18', state: 'running' });
    expect(story.happened.at(-1)?.effects.map(({ type }) => type)).toEqual([
      'voidInvoice',
      'issueInvoice',
      'sendNotice',
      'sendNotice',
    ]);
    expect(
      given(offerIssued('2025-03-10', { paymentDueOn: '2025-03-24' }), bothSigned('2025-03-12')),
    ).toHaveDeadline('payment-due', { lastDay: '2025-04-09' });
  });

  test('T-20a: a due date that lies late enough stands, and so does its invoice', () => {
    const story = given(offerIssued('2025-03-10', { paymentDueOn: '2025-05-30' }), bothSigned('2025-04-08'));
    expect(story).toHaveDeadline('payment-due', { lastDay: '2025-05-30' });
    expect(story.happened.at(-1)?.effects).toEqual([{ type: 'sendNotice', notice: 'N-INFORCE' }]);
  });

  test('T-27: the Part II of the offer binds, not the one that took effect meanwhile', () => {
    const parameters = { ...DELIVERED_TERMS.parameters, withdrawalDays: 21 };
    const newTerms = {
      ...DELIVERED_TERMS,
      version: '2025-04-01',
      publishedOn: '2025-02-20',
      effectiveOn: '2025-04-01',
      parameters,
    };
    const offer = offerIssued('2025-03-10');
    const story = givenUnder(lawBook({ terms: [newTerms] }), offer, paid('2025-04-05'));
    expect(factsOf(story).termsVersion).toBe('2018-01-01');
    expect(story).toHaveDeadline('withdrawal', { lastDay: '2025-04-19' });
    const atConclusion = {
      name: 'offer.termsVersion',
      value: 'atConclusion',
      since: '2018-01-01',
      source: 'test',
      status: 'verified',
    } as const;
    const other = givenUnder(
      lawBook({ terms: [newTerms], settings: [atConclusion] }),
      offer,
      paid('2025-04-05'),
    );
    expect(factsOf(other).termsVersion).toBe('2025-04-01');
    expect(other).toHaveDeadline('withdrawal', { lastDay: '2025-04-26' });
  });

  test('C1.1: Part I stands above Part II: 20 days to connect', () => {
    const partOne = { connectionDays: { value: 20, reason: 'agreed with the customer' } };
    const story = given(completed('2025-03-10', '2025-08-10', { partOne }), ready('2025-08-20'));
    expect(story).toHaveDeadline('connection', { lastDay: '2025-09-09' });
  });
});

describe('C. works, term, readiness', () => {
  test('T-22: fulfilled is not the end: the connection is still due', () => {
    const story = given(completed('2025-03-10', '2025-08-10'), ready('2025-08-20'), until('2026-03-01'));
    expect(story).toReach('fulfilled');
    expect(story).toHaveDeadline('connection', { lastDay: '2025-08-30', state: 'missed' });
    expect(when(story, connected('2026-03-01'))).toReach('closed');
  });

  test('T-23: ready before completion: ten days from the later day', () => {
    const story = given(building('2025-03-10'), ready('2025-08-01'));
    expect(story).not.toHaveDeadline('connection');
    expect(when(story, worksCompleted('2025-08-10'))).toHaveDeadline('connection', { lastDay: '2025-08-20' });
  });

  test('T-32: a ban that outlasts the term only moves it; the customer has 14.5', () => {
    const story = given(
      building('2025-03-10', { termOn: '2025-05-01' }),
      suspended('2025-04-01', 'digging-ban'),
      until('2027-04-01'),
    );
    expect(story).toReach('suspended');
    expect(when(story, contractWithdrawn('2027-04-01'))).toHaveEnded({ reason: 'customerExit' });
    expect(when(story, resumed('2027-04-01', 'digging-ban'))).toHaveDeadline('term', {
      lastDay: '2027-05-01',
    });
  });
});

describe('D. suspension', () => {
  test('T-29: while suspended: by agreement, by the customer, by a new owner, for non-payment, for a missed remedy', () => {
    const story = given(
      building('2025-03-10'),
      suspended('2025-06-01', 'design-flaws', { remedyBy: '2025-06-15' }),
    );
    expect(when(story, bothAgree('2025-06-10', 'termination.agreed', { agreement: 'x' }))).toHaveEnded({
      reason: 'mutual',
    });
    expect(when(story, contractWithdrawn('2025-06-10'))).toHaveEnded({ reason: 'customerExit' });
    expect(when(story, ownerChanged('2025-06-10'))).toHaveEnded({ reason: 'ownerChange' });
    expect(when(story, terminated('2025-06-16', 'unremedied'))).toHaveEnded({ reason: 'unremedied' });
    const unpaid = given(buildingUnpaid('2025-03-10'), suspended('2025-04-01', 'digging-ban'));
    expect(when(unpaid, terminated('2025-05-01', 'nonPayment'))).toHaveEnded({ reason: 'nonPayment' });
  });

  test('T-29: readiness is accepted while the term stands still', () => {
    const story = given(
      building('2025-03-10', { termOn: '2025-06-10' }),
      suspended('2025-06-01', 'digging-ban'),
      ready('2025-07-01'),
    );
    expect(story).toStand({ readiness: 'confirmed' });
  });

  test('T-31: a warning of the debt that bounced is posted, and counts from its receipt', () => {
    const story = given(
      buildingUnpaid('2025-03-10', { paymentDueOn: '2025-04-09' }),
      debtWarned('2025-06-05', 'email'),
      letterFailed('2025-06-07', 'N-DEBTWARN'),
    );
    expect(when(story, handedOver('2025-06-14'))).toRefuse('debt.too-early', { allowedFrom: '2025-06-15' });
  });

  test('T-36: a suspension moves neither due date, withdrawal, debt nor force majeure', () => {
    const story = given(
      buildingUnpaid('2025-03-10', { paymentDueOn: '2025-04-09' }),
      suspended('2025-03-12', 'digging-ban'),
      until('2025-04-11'),
    );
    expect(story).toReach('suspended');
    expect(story).toStand({ withdrawal: 'closed', payment: 'overdue', works: 'suspended' });
    expect(story).toHaveDeadline('debt-handover-earliest', { earliestDay: '2025-06-09' });
    const unworked = given(
      paidContract('2025-03-10', { worksInWithdrawalPeriod: true }),
      worksStarted('2025-03-11'),
      suspended('2025-03-12', 'digging-ban'),
    );
    expect(when(unworked, contractWithdrawn('2025-03-24'))).toHaveEnded({
      clause: 'II.15.2',
      reason: 'withdrawal',
    });
    expect(when(unworked, contractWithdrawn('2025-03-25'))).toHaveEnded({
      clause: 'II.14.5',
      reason: 'customerExit',
    });
  });
});

describe('E. money', () => {
  test('T-39: a due date on a holiday stays: booked on the next banking day is late', () => {
    const story = given(
      signedContract('2025-03-21', { paymentDueOn: '2025-04-20' }),
      paid('2025-04-21T09:00'),
    );
    expect(story).toStand({ payment: 'paid' });
    expect(story).toHaveDeadline('payment-due', { lastDay: '2025-04-20', state: 'missed' });
  });

  test('T-40: the debt route lives with works before payment, an unpaid remainder, a common project', () => {
    const remainder = given(
      buildingUnpaid('2025-03-10', { advanceGross: '1050.00' }),
      paid('2025-03-12', '1050.00'),
      worksCompleted('2025-08-10'),
    );
    expect(when(remainder, debtWarned('2025-08-31'))).toStand({ payment: 'debt-warned' });
    expect(when(given(paidContract('2025-03-10')), debtWarned('2025-05-01'))).toRefuse('debt.route-closed', {
      clause: 'II.10.7',
    });
  });
});

describe('F. dates', () => {
  test('T-47: a moved working Saturday ends a contract only where the switch is on', () => {
    const saturday = [{ on: '2025-01-11', kind: 'working-day', name: 'moved' }] as const;
    const unpaid: readonly Part[] = [
      signedContract('2024-12-11', { paymentDueOn: '2025-01-10' }),
      until('2025-02-01'),
    ];
    expect(givenUnder(withCalendar(saturday), ...unpaid)).toHaveEnded({
      reason: 'nonPayment',
      on: '2025-01-13',
    });
    const counting = withCalendar(saturday, { 'calendar.movedWorkingDays': true });
    expect(givenUnder(counting, ...unpaid)).toHaveEnded({ reason: 'nonPayment', on: '2025-01-11' });
  });

  describe('T-48: an offer at the price of technical rules that lapse', () => {
    const byRules = {
      connection: { ampere: '50', volt: '400', distanceM: '200' },
      technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
      costs: { construction: '9000.00', attributable: '600.00', actual: '2000.00' },
      vatRate: '0.21',
    };
    const offer = given(offerIssued('2022-02-10', { quote: byRules }));

    test('the lower regime is offered, and concluded up to the last day of the rules', () => {
      expect(factsOf(offer).offer?.quote).toMatchObject({ regimeApplied: '1/7', customerGross: '1573.00' });
      expect(factsOf(when(offer, paid('2022-02-28'))).inForceOn).toBe('2022-02-28');
    });

    test.each([
      ['payment', [paid('2022-03-01')]],
      ['signatures', [bothSigned('2022-03-01')]],
    ] as const)('after it %s concludes nothing; the offer is to be issued again', (_way, parts) => {
      const story = when(offer, ...(parts as readonly Part[]));
      expect(story).toReach('offered');
      expect(story).toBeFlagged('price-lapsed');
      const anew = when(story, revised('2022-03-02', { quote: { ...byRules, regime: '1/8' } }));
      expect(anew).toReach('offered');
      expect(anew).not.toBeFlagged('price-lapsed');
      expect(factsOf(anew).offer?.quote.regimeApplied).toBe('1/8');
      expect(anew).toHaveDeadline('objection-window', { lastDay: '2022-04-01' });
    });

    test('a late booking of money that came in time concludes on its own day', () => {
      expect(
        factsOf(when(offer, paid('2022-03-02', '1573.00', { receivedOn: '2022-02-28' }))).inForceOn,
      ).toBe('2022-02-28');
    });
  });
});

test('submitted twice for one object: the second is flagged, not refused (D-OBJECT)', () => {
  const story = given(
    act('2025-03-10', 'application.submitted', anApplication(), {
      computed: () => ({ duplicateObject: true }),
    }),
  );
  expect(story).toReach('received');
  expect(story).toBeFlagged('duplicate-object');
  expect(given(submitted('2025-03-10'))).not.toBeFlagged('duplicate-object');
});
