import { describe, expect, test } from 'vitest';
import {
  bothAgree,
  bothSigned,
  buildingUnpaid,
  clockActs,
  contractWithdrawn,
  costing,
  debtWarned,
  endingHeld,
  evaluating,
  factsOf,
  given,
  givenUnder,
  handedOver,
  issued,
  letterFailed,
  offerIssued,
  type Part,
  paid,
  paidContract,
  refundDecided,
  refundPaid,
  released,
  signedContract,
  terminated,
  until,
  when,
  withSettings,
  worksCompleted,
  worksStarted,
} from '../../builders/index.ts';

/** What is owed, and what becomes of it. Signed on 2024-12-11, due on Friday 2025-01-10. */
const DUE = '2025-01-10';
const unpaid = signedContract('2024-12-11', { paymentDueOn: DUE });
const unpaidWithWorks = buildingUnpaid('2024-12-11', { paymentDueOn: DUE });

test('II.15, II.10.2: a contract enters with its regions and its clocks', () => {
  const story = given(unpaid);
  expect(story).toReach('in-force');
  expect(story).toStand({
    payment: 'due',
    works: 'not-started',
    readiness: 'none',
    link: 'not-connected',
    withdrawal: 'open',
  });
  expect(story).toHaveDeadline('withdrawal', { lastDay: '2024-12-25', state: 'running', clause: 'II.15.2' });
  expect(story).toHaveDeadline('payment-due', { lastDay: DUE, state: 'running', clause: 'II.10.2' });
  expect(when(story, until('2024-12-26'))).toStand({ withdrawal: 'closed' });
});

describe('II.15: withdrawal within fourteen days', () => {
  test('the contract ends on the notice and the share goes back in full (OQ-REF-1)', () => {
    const story = given(paidContract('2025-03-10'), contractWithdrawn('2025-03-24'));
    expect(story).toHaveEnded({ reason: 'withdrawal', clause: 'II.15.2', by: 'customer', on: '2025-03-24' });
    expect(story).toHaveMoney({ refundDue: '6050.00', outstanding: '0.00' });
    expect(story).toHaveSent('N-CONF', { times: 1 });
  });

  test('a paper that was dispatched in time suffices (T-19); in the portal the notice is sent now', () => {
    const contract = given(paidContract('2025-03-10'));
    const paper = (more: object) => contractWithdrawn('2025-03-27', { form: 'paper', ...more });
    expect(when(contract, paper({ dispatchedOn: '2025-03-24' }))).toHaveEnded({ reason: 'withdrawal' });
    expect(when(contract, paper({ dispatchedOn: '2025-03-25' }))).toHaveEnded({ reason: 'customerExit' });
    expect(when(contract, paper({}))).toHaveEnded({ reason: 'customerExit' });
    expect(when(contract, contractWithdrawn('2025-03-27', { dispatchedOn: '2025-03-24' }))).toHaveEnded({
      reason: 'customerExit',
    });
    expect(when(contract, paper({ dispatchedOn: '2025-03-28' }))).toRefuse('invalid.dispatchedOn');
    expect(when(contract, paper({ dispatchedOn: '2025-03-09' }))).toRefuse('too-early.dispatchedOn');
  });

  test('under the strict reading the receipt counts (setting ownDeadline.metOn)', () => {
    const story = givenUnder(
      withSettings({ 'ownDeadline.metOn': 'deemedReceipt' }),
      paidContract('2025-03-10'),
    );
    expect(
      when(story, contractWithdrawn('2025-03-27', { form: 'paper', dispatchedOn: '2025-03-24' })),
    ).toHaveEnded({
      reason: 'customerExit',
    });
  });
});

describe('II.14.5: the customer leaves', () => {
  test('at any time by written notice; finance decides on the money (OQ-REF-2)', () => {
    const story = given(paidContract('2025-03-10'), contractWithdrawn('2025-06-01'));
    expect(story).toHaveEnded({
      reason: 'customerExit',
      clause: 'II.14.5',
      by: 'customer',
      on: '2025-06-01',
    });
    expect(story).toHaveMoney({ refundDue: '0.00' });
    const decided = when(story, refundDecided('2025-06-05', '5000.00', '1050.00'));
    expect(decided).toHaveMoney({ refundDue: '5000.00' });
    expect(when(story, refundDecided('2025-06-05', '5000.00', '1050.01'))).toRefuse('invalid.refund', {
      clause: 'II.14.4',
    });
  });

  test('what was unpaid is owed no more', () => {
    expect(given(unpaid, contractWithdrawn('2025-01-02'))).toHaveMoney({ outstanding: '0.00' });
  });
});

describe('II.10.2: paid', () => {
  test('in full on or before the due date: the works may start', () => {
    const story = given(unpaid, paid(DUE));
    expect(story).toStand({ payment: 'paid' });
    expect(story).toHaveDeadline('payment-due', { state: 'met' });
    expect(when(story, until('2025-03-01'))).toReach('in-force');
  });

  test('in parts: partial, then paid', () => {
    const story = given(unpaid, paid('2025-01-02', '50.00'));
    expect(story).toStand({ payment: 'partial' });
    expect(when(story, paid(DUE, '6000.00'))).toStand({ payment: 'paid' });
  });
});

describe('II.14.3.2: unpaid, no works', () => {
  test('overdue at the end of the due date, deemed ended with the next working day, by the clause', () => {
    const overdue = given(unpaid, until('2025-01-12'));
    expect(overdue).toStand({ payment: 'overdue' });
    expect(overdue).toHaveDeadline('non-payment-end', { earliestDay: '2025-01-13', state: 'running' });
    const story = when(overdue, until('2025-01-13T00:00'));
    expect(story).toHaveEnded({ reason: 'nonPayment', clause: 'II.14.3.2', by: 'clause', on: '2025-01-13' });
    expect(story).toHaveSent('N-END', { on: '2025-01-13', times: 1 });
    expect(clockActs(story).slice(-2)).toEqual(['payment-due 2025-01-11', 'non-payment-end 2025-01-13']);
    expect(story).toStand({ payment: 'overdue' });
  });

  test('a part payment is for finance to decide on', () => {
    const story = given(unpaid, paid('2025-01-02', '50.00'), until('2025-02-01'));
    expect(story).toHaveMoney({ refundDue: '0.00', outstanding: '0.00', received: '50.00' });
    expect(factsOf(story).refund).toMatchObject({ due: null });
    expect(
      when(story, refundDecided('2025-02-02', '50.00', '0.00'), refundPaid('2025-02-03', '50.00')),
    ).toHaveMoney({ refundDue: '0.00' });
  });

  test('where nothing was paid, there is nothing to decide', () => {
    expect(factsOf(given(unpaid, until('2025-02-01'))).refund).toBeNull();
  });

  test('T-38: late money before the end cures; on the day itself the end stands', () => {
    expect(given(unpaid, paid('2025-01-12'))).toStand({ payment: 'paid' });
    const late = given(unpaid, paid('2025-01-13'));
    expect(late).toReach('terminated');
    expect(late).toBeFlagged('money-after-ending');
    expect(given(unpaid, paid('2025-01-13', '6050.00', { receivedOn: '2025-01-11' }))).toBeFlagged(
      'paid-before-ending',
    );
    expect(factsOf(late).refund, 'finance decides').toMatchObject({ due: null });
  });

  test('T-38: both agree to take the end back: a new offer, and the money that is there consents to it', () => {
    const story = given(
      unpaid,
      paid('2025-01-13'),
      bothAgree('2025-01-14', 'application.reinstated', { agreement: 'paid' }),
    );
    expect(story).toReach('evaluating');
    expect(factsOf(story)).toMatchObject({ inForceOn: null, ending: null, lastRegions: null });
    const again = when(story, issued('2025-01-15'));
    expect(again).toReach('in-force');
    expect(factsOf(again).inForceOn).toBe('2025-01-15');
  });

  test('T-37: a hold before the instant keeps the contract; the release does not date the end back', () => {
    const held = given(unpaid, endingHeld('2025-01-12'), until('2025-03-01'));
    expect(held).toReach('in-force');
    expect(held).toHaveDeadline('non-payment-end', { state: 'frozen' });
    expect(when(held, paid('2025-03-01'))).toStand({ payment: 'paid' });
    const ended = when(held, released('2025-03-01'));
    expect(ended).toHaveEnded({ reason: 'nonPayment', on: '2025-03-01' });
    expect(when(given(unpaid), released('2025-01-02'))).toRefuse('hold.none');
    const byHand = givenUnder(
      withSettings({ 'nonPayment.auto': false }),
      unpaid,
      endingHeld('2025-01-12'),
      released('2025-03-01'),
    );
    expect(byHand).toHaveDeadline('non-payment-end', { earliestDay: '2025-03-01' });
  });

  test('T-37: without the automatic a person decides, and the clause still dates the end', () => {
    const story = givenUnder(withSettings({ 'nonPayment.auto': false }), unpaid, until('2025-02-01'));
    expect(story).toReach('in-force');
    expect(when(story, terminated('2025-02-01', 'nonPayment'))).toHaveEnded({
      reason: 'nonPayment',
      by: 'operator',
      on: '2025-01-13',
    });
  });

  test('a contract is not ended for non-payment by hand before that day', () => {
    const story = given(unpaid, endingHeld('2025-01-02'));
    expect(when(story, terminated('2025-01-12', 'nonPayment'))).toRefuse('ending.too-early', {
      allowedFrom: '2025-01-13',
    });
    expect(when(story, paid('2025-01-09'), terminated('2025-01-13', 'nonPayment'))).toRefuse('ending.paid');
  });
});

describe('II.10.4 to II.10.7: unpaid, works started', () => {
  const overdue = given(unpaidWithWorks, until('2025-01-11'));

  test('overdue; nothing ends, the debt stays, and hand-over is not lawful before day 61', () => {
    expect(overdue).toStand({ payment: 'overdue', works: 'building' });
    expect(overdue).toHaveDeadline('debt-handover-earliest', {
      earliestDay: '2025-03-12',
      clause: 'II.10.5',
      state: 'running',
    });
    expect(when(overdue, until('2025-12-01'))).toReach('in-force');
    const ended = when(overdue, terminated('2025-02-03', 'nonPayment'));
    expect(ended).toHaveEnded({
      reason: 'nonPayment',
      clause: 'II.14.3.2',
      by: 'operator',
      on: '2025-01-13',
    });
    expect(ended).toHaveMoney({ outstanding: '6050.00' });
  });

  test('a written warning of an overdue debt, once', () => {
    expect(when(given(unpaidWithWorks), debtWarned('2025-01-10'))).toRefuse('debt.not-overdue', {
      allowedFrom: '2025-01-11',
    });
    const story = when(overdue, debtWarned('2025-02-20'));
    expect(story).toStand({ payment: 'debt-warned' });
    expect(story).toHaveSent('N-DEBTWARN', { times: 1 });
    expect(when(story, debtWarned('2025-02-21'))).toRefuse('debt.already-warned');
  });

  test('without works the route is closed (II.10.7)', () => {
    const story = givenUnder(withSettings({ 'nonPayment.auto': false }), unpaid, until('2025-02-01'));
    expect(when(story, debtWarned('2025-02-01'))).toRefuse('debt.route-closed', { clause: 'II.10.7' });
  });

  test('after the warning and sixty complete days', () => {
    expect(when(overdue, handedOver('2025-04-01'))).toRefuse('debt.no-warning', { clause: 'II.10.5' });
    const story = when(overdue, debtWarned('2025-02-20'));
    expect(when(story, handedOver('2025-03-11'))).toRefuse('debt.too-early', { allowedFrom: '2025-03-12' });
    const handed = when(story, handedOver('2025-03-12'));
    expect(handed).toStand({ payment: 'handed-over' });
    expect(handed).toHaveDeadline('debt-handover-earliest', { state: 'met' });
    expect(when(handed, handedOver('2025-03-13'))).toRefuse('debt.already-handed-over');
  });

  test('a posted warning counts from its receipt; one that came back counts not at all', () => {
    const posted = when(overdue, debtWarned('2025-03-10', 'post'));
    expect(when(posted, handedOver('2025-03-17'))).toRefuse('debt.too-early', { allowedFrom: '2025-03-18' });
    const bounced = when(
      overdue,
      debtWarned('2025-02-20', 'email'),
      letterFailed('2025-02-22', 'N-DEBTWARN'),
    );
    expect(factsOf(bounced).debtWarning).toMatchObject({ channel: 'post', deemedReceivedOn: '2025-03-01' });
    const lost = when(
      overdue,
      debtWarned('2025-02-20', 'email'),
      letterFailed('2025-02-22', 'N-DEBTWARN', { postalAddressKnown: false }),
    );
    expect(when(lost, handedOver('2025-05-01'))).toRefuse('debt.no-warning');
    expect(when(lost, debtWarned('2025-05-01', 'hand'), handedOver('2025-05-02'))).toStand({
      payment: 'handed-over',
    });
  });

  test('the end of the delay is noted once, also where a later warning reaches nobody', () => {
    const story = when(
      overdue,
      until('2025-03-12'),
      debtWarned('2025-03-20', 'email'),
      until('2025-03-24'),
      letterFailed('2025-03-24', 'N-DEBTWARN', { postalAddressKnown: false }),
    );
    const noted = story.happened
      .map(({ event }) => event)
      .filter(({ type, data }) => type === 'deadline.passed' && 'name' in data)
      .map(({ data }) => data as { name: string; day: string })
      .filter(({ name }) => name === 'debt-handover-earliest')
      .map(({ day }) => day);
    expect(noted).toEqual(['2025-03-12', '2025-03-21']);
  });

  test('nor where the warning is forgotten with the invoice that it was of', () => {
    const story = when(
      overdue,
      until('2025-03-12'),
      debtWarned('2025-03-20', 'email'),
      until('2025-03-24'),
      letterFailed('2025-03-24', 'N-DEBTWARN'),
      paid('2025-03-26', '10.00'),
      until('2025-04-30'),
    );
    const noted = story.happened.filter(
      ({ event }) =>
        event.type === 'deadline.passed' &&
        JSON.stringify(event.data) === '{"name":"debt-handover-earliest","day":"2025-03-12"}',
    );
    expect(noted).toHaveLength(1);
  });

  test.each([
    ['overdue', []],
    ['debt-warned', [debtWarned('2025-02-20')]],
    ['handed-over', [debtWarned('2025-02-20'), handedOver('2025-03-12')]],
  ] as const)('paid in full out of %s', (payment, parts) => {
    const before = when(overdue, ...(parts as readonly Part[]));
    expect(before).toStand({ payment });
    const story = when(before, paid('2025-03-20'));
    expect(story).toStand({ payment: 'paid' });
    expect(story).toHaveDeadline('debt-handover-earliest', {
      state: payment === 'handed-over' ? 'met' : 'void',
    });
    if (payment === 'handed-over') expect(story).toBeFlagged('recall-debt-hand-over');
  });

  test('T-41: a part payment keeps the clock for the rest', () => {
    const story = when(overdue, paid('2025-02-01', '6000.00'), debtWarned('2025-02-20'));
    expect(story).toHaveDeadline('debt-handover-earliest', { earliestDay: '2025-03-12' });
    expect(when(story, handedOver('2025-03-12'))).toStand({ payment: 'handed-over' });
  });

  test('T-41: the final invoice has its own clock and its own warning; the unpaid advance keeps the old one', () => {
    const terms = { paymentDueOn: DUE, advanceGross: '1000.00' };
    const completedUnpaid = given(
      buildingUnpaid('2024-12-11', terms),
      debtWarned('2025-01-20'),
      worksCompleted('2025-02-01'),
    );
    expect(completedUnpaid).toStand({ payment: 'debt-warned' });
    expect(completedUnpaid).toHaveDeadline('debt-handover-earliest', { earliestDay: '2025-03-12' });
    const advancePaid = when(completedUnpaid, paid('2025-02-05', '1000.00'));
    expect(advancePaid).toStand({ payment: 'partial' });
    expect(advancePaid).toHaveDeadline('payment-due', { lastDay: '2025-02-21', state: 'running' });
    expect(advancePaid).not.toHaveDeadline('debt-handover-earliest');
    const finalOverdue = when(advancePaid, until('2025-02-22'));
    expect(finalOverdue).toStand({ payment: 'overdue' });
    expect(finalOverdue).toHaveDeadline('debt-handover-earliest', { earliestDay: '2025-04-23' });
    expect(when(finalOverdue, handedOver('2025-05-01'))).toRefuse('debt.no-warning');
  });
});

describe('T-42, II.10.4: the debt outlives the contract', () => {
  const ended = given(unpaidWithWorks, terminated('2025-02-03', 'nonPayment'));

  test('warned and handed over after the end; paid, it is recalled', () => {
    const warnedThen = when(ended, debtWarned('2025-02-20'));
    expect(warnedThen).toStand({ payment: 'debt-warned' });
    const handed = when(warnedThen, handedOver('2025-03-12'));
    expect(handed).toStand({ payment: 'handed-over' });
    const settled = when(handed, paid('2025-03-20', '6050.00'));
    expect(settled).toReach('terminated');
    expect(settled).toStand({ payment: 'paid' });
    expect(settled).toBeFlagged('recall-debt-hand-over');
    expect(factsOf(settled).refund, 'nothing to decide on').toBeNull();
    expect(settled).toHaveMoney({ outstanding: '0.00', refundDue: '0.00' });
  });

  test('a warning that bounces after the end founds no hand-over', () => {
    const story = when(
      ended,
      debtWarned('2025-02-20', 'email'),
      letterFailed('2025-02-22', 'N-DEBTWARN', { postalAddressKnown: false }),
    );
    expect(when(story, handedOver('2025-04-01'))).toRefuse('debt.no-warning');
  });

  test('money above the debt goes back, money for it does not', () => {
    const story = when(ended, paid('2025-03-20', '6100.00'));
    expect(factsOf(story).refund).toMatchObject({ due: null });
    expect(when(story, refundDecided('2025-03-21', '50.00', '6050.00'))).toHaveMoney({ refundDue: '50.00' });
  });

  test('no debt survives an end without works', () => {
    const story = given(unpaid, until('2025-02-01'));
    expect(when(story, debtWarned('2025-02-01'))).toRefuse('debt.none', { clause: 'II.10.4' });
  });

  test('finished works are owed for whatever ended the contract', () => {
    const story = given(unpaidWithWorks, worksCompleted('2025-02-01'), contractWithdrawn('2025-02-10'));
    expect(story).toHaveMoney({ outstanding: '6050.00' });
  });
});

describe('deferral (D-DEFER)', () => {
  const deferred = costing('5000.00', {
    connection: { ampere: '160', volt: '400', distanceM: '20' },
    deferral: {
      months: 12,
      annualRate: '0.05',
      guaranteesProvided: true,
      termsInContract: true,
      monthsFromSystemServiceContract: 12,
    },
  });

  test('a deferred share is not overdue, works may start', () => {
    const story = given(
      offerIssued('2025-03-10', { quote: deferred }),
      bothSigned('2025-03-12'),
      until('2025-12-01'),
    );
    expect(story).toStand({ payment: 'deferred' });
    expect(story).not.toHaveDeadline('payment-due');
    expect(when(story, worksStarted('2025-12-01'))).toStand({ works: 'building' });
  });

  test('an offer whose deferral is not eligible is refused', () => {
    const refused = { ...deferred, deferral: { ...deferred.deferral!, guaranteesProvided: false } };
    const story = given(evaluating('2025-03-10'));
    expect(when(story, issued('2025-03-10', { quote: refused }))).toRefuse('invalid.quote.deferral', {
      kind: 'invalid',
    });
  });
});

test('OQ-FEE-15: what was paid above the share goes back while the contract lives', () => {
  const story = given(offerIssued('2025-03-10'), paid('2025-03-12', '7000.00'));
  expect(story).toHaveMoney({ refundDue: '950.00', outstanding: '0.00' });
  expect(when(story, refundPaid('2025-03-20', '950.01'))).toRefuse('refund.too-much');
  expect(when(story, refundPaid('2025-03-20', '950.00'))).toHaveMoney({ refundDue: '0.00' });
});
