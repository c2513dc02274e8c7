import { describe, expect, test } from 'vitest';
import type { EventInput } from '../../../workflows/events.ts';
import {
  act,
  bothAgree,
  building,
  buildingUnpaid,
  completed,
  connected,
  contractWithdrawn,
  costing,
  factsOf,
  forceMajeure,
  given,
  givenUnder,
  joinedProject,
  ownerChanged,
  type Part,
  paid,
  paidContract,
  ready,
  refundDecided,
  refundPaid,
  type Story,
  signedContract,
  suspended,
  terminated,
  until,
  when,
  withSettings,
  worksCompleted,
  worksStarted,
} from '../../builders/index.ts';

/** How contracts end (readings.md#ends), and how they are amended. */

const effectsOf = (story: Story): string[] => story.happened.at(-1)?.effects.map(({ type }) => type) ?? [];

describe('II.4.3, II.14.2.2: the owner changes after conclusion', () => {
  test('ended at once by the clause, unconnected; nothing passes to the new owner', () => {
    const story = given(paidContract('2025-06-01'), ownerChanged('2025-07-15'));
    expect(story).toHaveEnded({ reason: 'ownerChange', clause: 'II.4.3', by: 'clause', on: '2025-07-15' });
    expect(story).toHaveSent('N-END', { times: 1 });
    expect(factsOf(story)).toMatchObject({
      connected: null,
      application: { customer: { name: 'Anna Ozola' } },
    });
    expect(factsOf(story).refund).toMatchObject({ due: null });
  });

  test('under the other reading on the day of the change, never before the contract itself (OQ-OWN-1)', () => {
    const law = withSettings({ 'ownerChange.endsOn': 'dayOfChange' });
    const contract = givenUnder(law, paidContract('2025-06-01'));
    expect(when(contract, ownerChanged('2025-07-15', { on: '2025-07-01' }))).toHaveEnded({
      reason: 'ownerChange',
      on: '2025-07-01',
    });
    expect(when(contract, ownerChanged('2025-07-15', { on: '2025-05-20' }))).toHaveEnded({
      reason: 'ownerChange',
      on: '2025-06-01',
    });
  });

  test('not once the object is connected', () => {
    const story = given(
      buildingUnpaid('2025-03-10'),
      worksCompleted('2025-08-10'),
      ready('2025-08-20'),
      connected('2025-08-25'),
    );
    expect(when(story, ownerChanged('2025-09-01'))).toRefuse('connection.already-made');
  });

  test('II.10.4: what was finished is owed for, and its invoice stands', () => {
    const story = given(
      buildingUnpaid('2025-03-10'),
      worksCompleted('2025-08-10'),
      ownerChanged('2025-09-01'),
    );
    expect(story).toHaveMoney({ outstanding: '6050.00' });
    expect(effectsOf(story)).not.toContain('voidInvoice');
    const before = given(signedContract('2025-03-10'), ownerChanged('2025-03-20'));
    expect(before).toHaveMoney({ outstanding: '0.00' });
    expect(effectsOf(before)).toContain('voidInvoice');
  });
});

describe('II.14.3: rights of the operator', () => {
  const works = given(building('2025-03-10', { termOn: '2025-09-30' }));
  const flawed = when(works, suspended('2025-06-01', 'design-flaws', { remedyBy: '2025-07-01' }));
  const done = given(completed('2025-03-10', '2025-08-10', { termOn: '2025-09-30' }));
  const project = given(
    buildingUnpaid('2025-03-10', { paymentDueOn: '2025-04-09' }),
    joinedProject('2025-03-11'),
  );

  test.each([
    ['unremedied', 'II.13.2', flawed, '2025-07-02'],
    ['design', 'II.14.3.6', flawed, '2025-07-02'],
    ['scope', 'II.14.3.4', works, '2025-05-01'],
    ['thirdParty', 'II.14.3.5', works, '2025-05-01'],
    ['misled', 'II.14.3.1', works, '2025-05-01'],
    ['commonProject', 'II.14.3.3', project, '2025-05-01'],
    ['notInstalled', 'II.14.3.7', done, '2025-10-01'],
    ['notReady', 'II.4.6', done, '2025-10-01'],
  ] as const)(
    '%s (%s): ended by the operator on the day of its notice, with reasons',
    (reason, clause, before, on) => {
      const story = when(before, terminated(on, reason));
      expect(story).toHaveEnded({ reason, clause, by: 'operator', on });
      expect(story).toHaveSent('N-END', { on, times: 1 });
      expect(factsOf(story).ending?.reasons).toBe('the operator’s right');
      expect(story.happened.at(-1)?.event.role).not.toBe('clock');
    },
  );

  test('facts and reasons are required', () => {
    const without = (data: object) =>
      act('2025-05-01', 'contract.terminated', data as EventInput<'contract.terminated'>);
    expect(() => when(works, without({ reason: 'scope', facts: 'x' }))).toThrow();
    expect(() => when(works, without({ reason: 'scope', facts: 'x', reasons: '  ' }))).toThrow();
  });

  test('T-30: 2.5 and 14.3.6 wait for the remedy date where one was set; the refund is not excluded', () => {
    expect(when(flawed, terminated('2025-07-01', 'design'))).toRefuse('ending.remedy-runs', {
      clause: 'II.2.5',
      allowedFrom: '2025-07-02',
    });
    const story = when(flawed, terminated('2025-07-02', 'design'));
    expect(factsOf(story).refund).toMatchObject({ due: null });
    expect(when(story, refundDecided('2025-07-03', '5000.00', '1050.00'))).toHaveMoney({
      refundDue: '5000.00',
    });
    expect(when(works, terminated('2025-05-01', 'unremedied'))).toRefuse('ending.no-remedy-date');
  });

  test('T-29: while suspended not for readiness, but for the other grounds', () => {
    expect(when(flawed, terminated('2025-11-01', 'notReady'))).toRefuse('ending.term-frozen', {
      clause: 'II.13.1',
    });
    expect(when(flawed, terminated('2025-11-01', 'notInstalled'))).toRefuse('ending.term-frozen');
    expect(when(flawed, terminated('2025-06-10', 'thirdParty'))).toReach('terminated');
  });

  test('14.3.3 only for a common project that is unpaid after its day', () => {
    expect(when(works, terminated('2025-05-01', 'commonProject'))).toRefuse('ending.no-project', {
      clause: 'II.14.3.3',
    });
    expect(when(project, terminated('2025-04-09', 'commonProject'))).toRefuse('ending.project-due', {
      allowedFrom: '2025-04-10',
    });
    const settled = when(project, paid('2025-03-20'));
    expect(when(settled, terminated('2025-05-01', 'commonProject'))).toRefuse('ending.project-paid');
    const others = terminated('2025-05-01', 'commonProject', {
      computed: () => ({ projectOutstanding: '100.00' }),
    });
    expect(when(settled, others)).toReach('terminated');
  });

  test('4.6 and 14.3.7 need the operator’s own completion and an unready customer', () => {
    expect(when(works, until('2025-10-02'), terminated('2025-10-02', 'notReady'))).toRefuse(
      'ending.operator-not-completed',
      { clause: 'II.4.5' },
    );
    expect(when(done, ready('2025-09-01'), terminated('2025-10-02', 'notInstalled'))).toRefuse(
      'ending.customer-ready',
      { clause: 'II.14.3.7' },
    );
  });

  test('never after the connection', () => {
    const linked = given(
      buildingUnpaid('2025-03-10'),
      worksCompleted('2025-08-10'),
      ready('2025-08-20'),
      connected('2025-08-25'),
    );
    expect(when(linked, terminated('2025-09-01', 'misled'))).toRefuse('ending.connected');
  });

  test('an invoice without a debt is void with the end', () => {
    expect(
      effectsOf(when(given(signedContract('2025-03-10')), terminated('2025-03-20', 'misled'))),
    ).toContain('voidInvoice');
    expect(effectsOf(when(done, terminated('2025-10-01', 'notReady')))).not.toContain('voidInvoice');
  });
});

describe('II.14.1: both agree', () => {
  test('ended on the second consent', () => {
    const half = given(
      paidContract('2025-03-10'),
      act('2025-05-01', 'termination.agreed', { agreement: 'enough' }, { role: 'customer' }),
    );
    expect(half).toReach('in-force');
    const story = when(
      half,
      act('2025-05-05', 'termination.agreed', { agreement: 'we agree' }, { role: 'service' }),
    );
    expect(story).toHaveEnded({ reason: 'mutual', clause: 'II.14.1', by: 'both', on: '2025-05-05' });
    expect(story).toHaveSent('N-END', { times: 1 });
    expect(factsOf(story).consents).toEqual({});
  });
});

describe('II.12: amendments', () => {
  const contract = given(paidContract('2025-03-10', { termOn: '2025-09-30' }));
  const agreed = (on: string, more: Partial<EventInput<'contract.amended'>>): Part =>
    bothAgree(on, 'contract.amended', { agreement: 'as agreed', ...more });

  test('a new term', () => {
    const story = when(contract, agreed('2025-05-01', { termOn: '2025-12-31' }));
    expect(story).toReach('in-force');
    expect(story).toHaveDeadline('term', { lastDay: '2025-12-31' });
    expect(when(contract, agreed('2025-05-01', { termOn: '2025-09-29' }))).toRefuse('invalid.termOn');
  });

  test('suspensions before the agreement are in the new term, those after it move it', () => {
    const works = given(
      building('2025-03-10', { termOn: '2025-09-30' }),
      suspended('2025-05-01', 'digging-ban'),
    );
    const story = when(
      works,
      act('2025-05-11', 'works.resumed', { reason: 'digging-ban', on: '2025-05-11' }),
      agreed('2025-06-01', { termOn: '2025-11-30' }),
    );
    expect(story).toHaveDeadline('term', { lastDay: '2025-11-30' });
    const again = when(
      story,
      suspended('2025-07-01', 'digging-ban'),
      act('2025-07-06', 'works.resumed', { reason: 'digging-ban', on: '2025-07-06' }),
    );
    expect(again).toHaveDeadline('term', { lastDay: '2025-12-05' });
  });

  test('a higher price: the rest is due later, nothing is overdue by it', () => {
    const story = when(contract, agreed('2025-05-01', { quote: costing('6000.00') }));
    expect(story).toReach('in-force');
    expect(story).toStand({ payment: 'partial' });
    expect(story).toHaveMoney({ customerShareGross: '7260.00', outstanding: '1210.00' });
    expect(story).toHaveDeadline('payment-due', { lastDay: '2025-05-11', state: 'running' });
    expect(when(story, worksStarted('2025-05-02'))).toRefuse('works.share-not-paid');
    expect(when(story, paid('2025-05-05', '1210.00'))).toStand({ payment: 'paid' });
  });

  test('a higher price with an agreed due date', () => {
    const story = when(
      contract,
      agreed('2025-05-01', { quote: costing('6000.00'), paymentDueOn: '2025-06-30' }),
    );
    expect(story).toHaveDeadline('payment-due', { lastDay: '2025-06-30' });
    expect(when(contract, agreed('2025-05-01', { paymentDueOn: '2025-04-30' }))).toRefuse(
      'invalid.paymentDueOn',
      { clause: 'II.12.1' },
    );
  });

  test('a lower price: what was paid above it goes back', () => {
    const story = when(contract, agreed('2025-05-01', { quote: costing('4000.00') }));
    expect(story).toStand({ payment: 'paid' });
    expect(story).toHaveMoney({ customerShareGross: '4840.00', refundDue: '1210.00' });
  });

  test('a later due date takes an overdue payment back to due', () => {
    const overdue = given(buildingUnpaid('2025-03-10', { paymentDueOn: '2025-04-09' }), until('2025-04-15'));
    expect(overdue).toStand({ payment: 'overdue' });
    const story = when(overdue, agreed('2025-04-20', { paymentDueOn: '2025-06-30' }));
    expect(story).toStand({ payment: 'due' });
    expect(story).toHaveDeadline('payment-due', { lastDay: '2025-06-30', state: 'running' });
    expect(when(story, until('2025-07-01'))).toStand({ payment: 'overdue' });
  });

  test('OQ-LC-7: no new withdrawal period', () => {
    expect(when(contract, agreed('2025-05-01', { termOn: '2025-12-31' }))).toStand({ withdrawal: 'closed' });
  });

  test('dates that the sides name differently are no agreement; the later offer stands for the other to accept', () => {
    const one = act(
      '2025-05-01',
      'contract.amended',
      { agreement: 'x', termOn: '2025-12-31' },
      { role: 'customer' },
    );
    const other = act(
      '2025-05-02',
      'contract.amended',
      { agreement: 'x', termOn: '2026-01-31' },
      { role: 'service' },
    );
    const third = act(
      '2025-05-03',
      'contract.amended',
      { agreement: 'x', termOn: '2026-01-31' },
      { role: 'customer' },
    );
    expect(when(contract, one, other)).toHaveDeadline('term', { lastDay: '2025-09-30' });
    expect(when(contract, one, other, third)).toHaveDeadline('term', { lastDay: '2026-01-31' });
  });
});

describe('money after an end (T-43)', () => {
  test.each([
    ['withdrawal', contractWithdrawn('2025-03-20'), '6050.00', false],
    ['customerExit', contractWithdrawn('2025-04-20'), '0.00', true],
    ['mutual', bothAgree('2025-04-20', 'termination.agreed', { agreement: 'x' }), '0.00', true],
    ['ownerChange', ownerChanged('2025-04-20'), '0.00', true],
    ['misled', terminated('2025-04-20', 'misled'), '0.00', true],
  ] as const)('%s: refund %s, by decision: %s', (reason, end, refundDue, decided) => {
    const story = given(paidContract('2025-03-10'), end as Part);
    expect(story).toHaveEnded({ reason });
    expect(story).toHaveMoney({ refundDue, outstanding: '0.00' });
    expect(factsOf(story).refund?.due === null).toBe(decided);
  });

  test('T-19: a withdrawal after works that the customer had asked for is settled by decision', () => {
    const story = given(
      paidContract('2025-03-10', { worksInWithdrawalPeriod: true }),
      worksStarted('2025-03-12'),
      contractWithdrawn('2025-03-20'),
    );
    expect(story).toHaveEnded({ reason: 'withdrawal', clause: 'II.15.2' });
    expect(factsOf(story).refund).toMatchObject({ due: null });
  });

  test('no more goes back than is owed, and no decision undoes what went back', () => {
    const story = given(
      paidContract('2025-03-10'),
      contractWithdrawn('2025-04-20'),
      refundDecided('2025-04-21', '1000.00', '5050.00'),
      refundPaid('2025-04-22', '800.00'),
    );
    expect(story).toHaveMoney({ refundDue: '200.00' });
    expect(when(story, refundPaid('2025-04-23', '200.01'))).toRefuse('refund.too-much');
    expect(when(story, refundDecided('2025-04-23', '799.99', '5250.01'))).toRefuse('invalid.refund');
    expect(when(story, refundDecided('2025-04-23', '800.00', '5250.00'))).toHaveMoney({ refundDue: '0.00' });
  });

  test('an end of works that were finished and not paid leaves the debt (II.10.4)', () => {
    const story = given(
      buildingUnpaid('2025-03-10', { termOn: '2025-09-30' }),
      worksCompleted('2025-08-10'),
      terminated('2025-10-01', 'notReady'),
    );
    expect(story).toHaveMoney({ outstanding: '6050.00' });
  });

  test('force majeure with unfinished works leaves none', () => {
    const story = given(buildingUnpaid('2025-03-10'), forceMajeure('2025-05-01'), until('2025-07-01'));
    expect(story).toHaveEnded({ reason: 'forceMajeure' });
    expect(story).toHaveMoney({ outstanding: '0.00' });
    expect(story.happened.some(({ effects }) => effects.some(({ type }) => type === 'voidInvoice'))).toBe(
      true,
    );
  });

  test('II.14.5 at any time: also once connected, and what is owed stays owed', () => {
    const story = given(
      buildingUnpaid('2025-03-10'),
      worksCompleted('2025-08-10'),
      ready('2025-08-20'),
      connected('2025-08-25'),
      contractWithdrawn('2025-09-01'),
    );
    expect(story).toHaveEnded({ reason: 'customerExit', clause: 'II.14.5' });
    expect(story).toHaveMoney({ outstanding: '6050.00' });
    expect(story).toStand({ link: 'connected' });
  });
});
