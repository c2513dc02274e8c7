import { describe, expect, test } from 'vitest';
import type { EventInput } from '../../../workflows/events.ts';
import { situationOf } from '../../../workflows/step.ts';
import {
  act,
  bothAgree,
  building,
  buildingUnpaid,
  completed,
  connected,
  contractWithdrawn,
  costing,
  debtWarned,
  factsOf,
  forceMajeure,
  forceMajeureEnded,
  given,
  givenUnder,
  handedOver,
  offerIssued,
  type Part,
  paid,
  paidContract,
  ready,
  refundDecided,
  refundPaid,
  signedContract,
  suspended,
  terminated,
  until,
  when,
  withSettings,
  worksCompleted,
} from '../../builders/index.ts';

/** What an act writes into the facts of a contract. */

const agreed = (on: string, more: Partial<EventInput<'contract.amended'>>): Part =>
  bothAgree(on, 'contract.amended', { agreement: 'as agreed', ...more });

describe('II.13.1: a suspension keeps what was found', () => {
  const last = (...parts: Part[]) => factsOf(given(building('2025-03-10'), ...parts)).suspensions.at(-1);

  test('in the words of each reason', () => {
    expect(last(suspended('2025-04-01', 'design-flaws'))?.findings).toBe('the cable crosses a gas main');
    expect(last(suspended('2025-04-01', 'preparatory-works'))?.findings).toBe('move the fence');
    expect(last(suspended('2025-04-01', 'adverse-conditions'))?.findings).toBe('frozen ground');
    expect(last(suspended('2025-04-01', 'digging-ban'))?.findings).toBe(
      'Ādažu novads: Saistošie noteikumi Nr. 5',
    );
  });

  test('several findings stand one below the other', () => {
    const flaws = (found: string | string[]) =>
      act('2025-04-01', 'works.suspended', {
        reason: 'design-flaws',
        from: '2025-04-01',
        remedyBy: '2025-05-01',
        flaws: found,
      });
    expect(last(flaws(['too deep', 'too near']))?.findings).toBe('too deep\ntoo near');
    expect(last(flaws('too deep'))?.findings).toBe('too deep');
  });

  test('the likely end where one is told', () => {
    expect(last(suspended('2025-04-01', 'adverse-conditions'))?.likelyEndOn).toBe('2025-04-21');
    expect(last(suspended('2025-04-01', 'digging-ban'))?.likelyEndOn).toBeNull();
  });

  test('OQ-SUS-2: it counts from the date in its notice, under the other reading from the notice', () => {
    const later = suspended('2025-04-01', 'digging-ban', { from: '2025-04-01' });
    expect(last(later)?.countsFrom).toBe('2025-04-01');
    const law = withSettings({ 'suspension.start': 'dispatch' });
    expect(factsOf(givenUnder(law, building('2025-03-10'), later)).suspensions[0]?.countsFrom).toBe(
      '2025-04-01',
    );
  });

  test('T-34: conditions notified late count from the notice, and staff are told; notified in time they are not', () => {
    const late = given(
      building('2025-03-10'),
      suspended('2025-04-10', 'adverse-conditions', { from: '2025-04-01' }),
    );
    expect(late).toBeFlagged('conditions-notice-breach');
    expect(factsOf(late).suspensions[0]?.countsFrom).toBe('2025-04-10');
    const inTime = given(
      building('2025-03-10'),
      suspended('2025-04-06', 'adverse-conditions', { from: '2025-04-01' }),
    );
    expect(inTime).not.toBeFlagged('conditions-notice-breach');
    expect(factsOf(inTime).suspensions[0]?.countsFrom).toBe('2025-04-01');
    expect(given(building('2025-03-10'), suspended('2025-04-10', 'digging-ban'))).not.toBeFlagged(
      'conditions-notice-breach',
    );
  });
});

describe('II.4.1: a connection', () => {
  const done = completed('2025-03-10', '2025-08-10');
  test('that comes late is flagged as a breach, one on the last day is not', () => {
    expect(given(done, ready('2025-08-12'), connected('2025-08-22'))).not.toBeFlagged('connection-breach');
    const booked = act('2025-08-22T20:00', 'connection.made', { on: '2025-08-22' });
    expect(given(done, ready('2025-08-12'), booked)).not.toBeFlagged('connection-breach');
    expect(given(done, ready('2025-08-12'), connected('2025-08-23'))).toBeFlagged('connection-breach');
  });
});

describe('II.12: a price agreed anew', () => {
  const share = (story: ReturnType<typeof given>) => factsOf(story).offer?.advanceGross;

  test('before the works the whole share is demanded where it was demanded before', () => {
    expect(
      share(given(paidContract('2025-03-10'), agreed('2025-05-01', { quote: costing('6000.00') }))),
    ).toBe('7260.00');
  });

  test('once works have begun, and of a smaller advance, the advance stays, but never above the share', () => {
    const works = given(building('2025-03-10'));
    expect(share(when(works, agreed('2025-05-01', { quote: costing('6000.00') })))).toBe('6050.00');
    expect(share(when(works, agreed('2025-05-01', { quote: costing('4000.00') })))).toBe('4840.00');
    const part = given(signedContract('2025-03-10', { advanceGross: '1000.00' }));
    expect(share(when(part, agreed('2025-04-01', { quote: costing('6000.00') })))).toBe('1000.00');
    expect(share(when(part, agreed('2025-04-01', { quote: costing('500.00') })))).toBe('605.00');
  });

  test('without a new price or day nothing about the payment changes', () => {
    const before = given(signedContract('2025-03-10', { paymentDueOn: '2025-07-01' }));
    const after = when(before, agreed('2025-05-01', { termOn: '2025-12-31' }));
    expect(after).toHaveDeadline('payment-due', { lastDay: '2025-07-01' });
  });

  test('a share that is raised falls due no earlier than it was due before', () => {
    const early = given(paidContract('2025-03-10', { paymentDueOn: '2025-12-01' }));
    const raised = when(early, agreed('2025-05-01', { quote: costing('6000.00') }));
    expect(raised).toHaveDeadline('payment-due', { lastDay: '2025-12-01' });
  });

  test('an agreement about the term moves no due date that has passed', () => {
    const story = given(paidContract('2025-03-10'), agreed('2025-05-01', { termOn: '2025-12-31' }));
    expect(factsOf(story).paymentDueOn).toBe('2025-04-09');
  });

  test('a day agreed after completion is that of the final invoice too', () => {
    const late = given(
      buildingUnpaid('2025-03-10'),
      paid('2025-03-12', '6050.00'),
      worksCompleted('2025-08-10'),
    );
    const story = when(late, agreed('2025-08-12', { paymentDueOn: '2025-10-01' }));
    expect(factsOf(story).finalInvoice?.dueOn).toBe('2025-10-01');
    expect(story).toHaveDeadline('payment-due', { lastDay: '2025-10-01' });
  });

  test('force majeure that has ended is not touched by a new term, one that runs is settled by it', () => {
    const stopped = given(building('2025-03-10'), forceMajeure('2025-04-01'));
    const settled = when(stopped, agreed('2025-04-10', { termOn: '2026-01-31' }));
    expect(factsOf(settled).forceMajeure?.newTermAgreed).toBe(true);
    const over = when(
      stopped,
      forceMajeureEnded('2025-04-08'),
      agreed('2025-04-10', { termOn: '2026-01-31' }),
    );
    expect(factsOf(over).forceMajeure?.newTermAgreed).toBe(false);
  });

  test('a consent to one act does not answer another that is open', () => {
    const open = act(
      '2025-05-01',
      'termination.agreed',
      { agreement: 'we would rather end it' },
      { role: 'customer' },
    );
    const story = given(paidContract('2025-03-10'), open, agreed('2025-05-02', { termOn: '2025-12-31' }));
    expect(Object.keys(factsOf(story).consents)).toEqual(['termination.agreed']);
  });
});

describe('II.10.4, II.14.3.2: what is owed after an end', () => {
  test('after a withdrawal or a mutual end nothing, also where the works were finished', () => {
    const finished = given(buildingUnpaid('2025-03-10'), worksCompleted('2025-03-12'));
    expect(when(finished, contractWithdrawn('2025-03-14'))).toHaveMoney({ outstanding: '0.00' });
    const mutual = bothAgree('2025-03-14', 'termination.agreed', { agreement: 'both agree' });
    expect(when(finished, mutual)).toHaveMoney({ outstanding: '0.00' });
  });

  test('OQ-PAY-3: money of the due day cures also where late money does not, though it is booked later', () => {
    const law = withSettings({ 'payment.lateCure': false });
    const unpaid = signedContract('2024-12-11', { paymentDueOn: '2025-01-10' });
    const booked = (receivedOn: string) =>
      givenUnder(law, unpaid, paid('2025-01-11', '6050.00', { receivedOn }), until('2025-01-14'));
    expect(booked('2025-01-10')).toReach('in-force');
    expect(booked('2025-01-11')).toReach('terminated');
  });

  test('before conclusion no money is too much', () => {
    const law = withSettings({ thirdPartyPayment: 'holdUntilConfirmed' });
    const byOther = paid('2025-03-11', '7000.00', { payer: 'Banka AS' });
    expect(givenUnder(law, offerIssued('2025-03-10'), byOther)).toHaveMoney({ refundDue: '0.00' });
  });
});

describe('T-11, T-38, T-43: money after an end', () => {
  const annulledCase = given(offerIssued('2025-03-10'), until('2025-05-01'));
  const sold = given(buildingUnpaid('2025-03-10'), terminated('2025-05-01', 'nonPayment'));

  test('on another account is shown, and is no money received', () => {
    const story = when(annulledCase, paid('2025-05-05', '100.00', { account: 'other' }));
    expect(story).toBeFlagged('money-on-other-account');
    expect(story).toHaveMoney({ received: '0.00', refundDue: '0.00' });
  });

  test('of the day of the end comes after it', () => {
    const on = factsOf(annulledCase).ending!.on;
    const story = when(annulledCase, paid('2025-05-05', '100.00', { receivedOn: on }));
    expect(story).toBeFlagged('money-after-ending');
    expect(story).not.toBeFlagged('paid-before-ending');
  });

  test('that pays a debt settles it; a debt collector is called back only where one was sent, and only when all is paid', () => {
    const part = when(sold, paid('2025-05-05', '1000.00'));
    expect(part).not.toBeFlagged('recall-debt-hand-over');
    expect(factsOf(part).lastRegions?.payment).not.toBe('paid');
    const whole = when(sold, paid('2025-05-05', '6050.00'));
    expect(whole).not.toBeFlagged('recall-debt-hand-over');
    expect(situationOf(whole.state).regions?.payment).toBe('paid');
    const sent = when(sold, debtWarned('2025-06-01'), handedOver('2025-08-01'));
    expect(when(sent, paid('2025-08-05', '1000.00'))).not.toBeFlagged('recall-debt-hand-over');
    expect(when(sent, paid('2025-08-05', '6050.00'))).toBeFlagged('recall-debt-hand-over');
  });

  test('after a fulfilled contract goes back without a decision', () => {
    const closed = given(completed('2025-03-10', '2025-08-10'), ready('2025-08-12'), connected('2025-08-13'));
    const story = when(closed, paid('2025-08-20', '10.00'));
    expect(story).toHaveMoney({ refundDue: '10.00' });
    expect(factsOf(story).refund).toBeNull();
  });

  test('what was paid back before an end is told to whoever decides on the rest', () => {
    const over = given(
      paidContract('2025-03-10'),
      paid('2025-03-12', '100.00'),
      refundPaid('2025-03-13', '100.00'),
    );
    expect(factsOf(when(over, contractWithdrawn('2025-03-14'))).refund?.paid).toBe('100.00');
    const ended = when(over, bothAgree('2025-03-14', 'termination.agreed', { agreement: 'both' }));
    expect(factsOf(ended).refund?.paid).toBe('100.00');
    expect(factsOf(when(ended, refundDecided('2025-03-15', '1100.00', '5050.00'))).refund?.paid).toBe(
      '100.00',
    );
  });

  test('II.13.2: the share is kept, and what had gone back is remembered', () => {
    const story = given(
      building('2025-03-10'),
      paid('2025-03-26', '100.00'),
      refundPaid('2025-03-27', '100.00'),
      suspended('2025-04-01', 'design-flaws', { remedyBy: '2025-05-01' }),
      terminated('2025-05-02', 'unremedied'),
    );
    expect(factsOf(story).refund).toMatchObject({ due: '100.00', retained: '6050.00', paid: '100.00' });
    expect(story).toHaveMoney({ refundDue: '0.00' });
  });

  test('II.11.4: after a reinstatement the money counts that was not paid back, and no other', () => {
    const reinstated = (...parts: Part[]) =>
      when(annulledCase, ...parts, bothAgree('2025-05-10', 'application.reinstated', { agreement: 'on' }));
    const two = [paid('2025-05-05', '1000.00'), paid('2025-05-06', '5050.00')];
    expect(reinstated(...two)).toHaveMoney({ received: '6050.00' });
    expect(reinstated(...two, refundPaid('2025-05-07', '1000.00'))).toHaveMoney({ received: '5050.00' });
    expect(reinstated(...two, refundPaid('2025-05-07', '6050.00'))).toHaveMoney({ received: '0.00' });
    const elsewhere = paid('2025-05-04', '700.00', { account: 'other' });
    const story = reinstated(elsewhere, ...two, refundPaid('2025-05-07', '500.00'));
    expect(story).toHaveMoney({ received: '5550.00' });
    expect(factsOf(story).receipts[0]).toMatchObject({ amount: '700.00', counts: false });
  });

  test('an application that came to nothing has no regions', () => {
    const story = when(annulledCase, paid('2025-05-05', '6050.00'));
    expect(factsOf(story).lastRegions).toBeNull();
  });
});
