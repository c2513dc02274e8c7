import { expect } from 'vitest';
import { completed, offered, payment, quote, SHARE, signed } from '../builders.ts';
import { story } from '../story.ts';

/** Money: conclusion by payment, the due date and what follows it (II.10, II.11.5, II.14.3.2). */

const HOLD = { reasons: 'Klients uzrāda bankas maksājuma apliecinājumu.' };

export const PAYMENT_STORIES = [
  story(
    'II.11.5: the full share on the account concludes the contract without signatures (L16)',
    async (at) => {
      const one = await offered(at);
      await at('2025-03-25');
      await one.refused('customer', 'payment.received', payment('2025-03-25'), { status: 403 });
      await one.refused('finance', 'payment.received', payment('2025-03-26'), {
        status: 422,
        field: 'receivedOn',
      });
      await one.refused('finance', 'payment.received', payment('2025-02-28'), { allowedFrom: '2025-03-01' });
      await one.refused('finance', 'payment.received', payment('2025-03-25', '0.00'), {
        status: 422,
        field: 'amount',
      });
      await one.by('finance', 'payment.received', payment('2025-03-25'));
      expect(one.view).toMatchObject({
        status: 'in-force',
        awaits: 'operator',
        regions: {
          payment: 'paid',
          works: 'not-started',
          readiness: 'none',
          link: 'not-connected',
          withdrawal: 'open',
        },
        dates: { inForceOn: '2025-03-25', termOn: '2025-09-30' },
        money: { customerShareGross: SHARE, received: SHARE, outstanding: '0.00', refundDue: '0.00' },
      });
      expect(one.deadline('withdrawal')).toMatchObject({
        lastDay: '2025-04-08',
        clause: 'II.15.2',
        state: 'running',
      });
      expect(one.deadline('payment-due')?.state).toBe('met');
      expect(one.deadline('term')).toMatchObject({ lastDay: '2025-09-30', state: 'running' });
      expect(await one.noticeIds()).toContain('N-INFORCE');
    },
  ),

  story(
    'II.10.2: money counts on the day it reached the account, not when it was booked (L19)',
    async (at) => {
      const one = await offered(at);
      await at('2025-04-03');
      await one.by('finance', 'payment.received', payment('2025-03-31'));
      expect(one.view.dates.inForceOn).toBe('2025-03-31');
    },
  ),

  story(
    'II.11.5: parts conclude nothing until they reach the full share; a third person may pay (T-09, T-10)',
    async (at) => {
      const one = await offered(at);
      await at('2025-03-20');
      await one.by('finance', 'payment.received', payment('2025-03-18', '3000.00'));
      await one.by(
        'finance',
        'payment.received',
        payment('2025-03-20', '3049.99', { payer: 'SIA "Būvnieks"', reference: 'Ozoliņas vietā' }),
      );
      expect(one.view).toMatchObject({
        status: 'offered',
        money: { received: '6049.99', outstanding: '0.01' },
      });
      await at('2025-03-21');
      await one.by('finance', 'payment.received', payment('2025-03-21', '0.02'));
      expect(one.view).toMatchObject({
        status: 'in-force',
        dates: { inForceOn: '2025-03-21' },
        money: { received: '6050.01', outstanding: '0.00', refundDue: '0.01' },
      });
      const { flags } = await at.client.find('finance', one.id);
      expect(flags).toContainEqual({ name: 'third-party-payment', on: '2025-03-20' });
      await one.approved('finance', 'finance2', 'refund.paid', { on: '2025-03-21', amount: '0.01' });
      expect(one.view.money.refundDue).toBe('0.00');
    },
  ),

  story('II.11.3: a part payment does not keep an application alive, and is owed back', async (at) => {
    const one = await offered(at);
    await at('2025-04-01');
    await one.by('finance', 'payment.received', payment('2025-04-01', '6049.99'));
    await at('2025-04-21T00:00');
    expect(await one.now()).toMatchObject({ status: 'annulled', money: { refundDue: '6049.99' } });
  }),

  story('II.10.2: money on another account does not count until it stands on the right one', async (at) => {
    const one = await offered(at);
    await at('2025-03-20');
    await one.by(
      'finance',
      'payment.received',
      payment('2025-03-20', SHARE, { account: 'LV80BANK0000435195001' }),
    );
    expect(one.view).toMatchObject({ status: 'offered', money: { received: '0.00', outstanding: SHARE } });
    expect((await at.client.find('finance', one.id)).flags).toContainEqual({
      name: 'money-on-other-account',
      on: '2025-03-20',
    });
    await at('2025-03-24');
    await one.by('finance', 'payment.received', payment('2025-03-24'));
    expect(one.view).toMatchObject({
      status: 'in-force',
      dates: { inForceOn: '2025-03-24' },
      money: { received: SHARE },
    });
  }),

  story(
    'II.11.3: paying the agreed advance in time stops the annulment, and signatures conclude (L18)',
    async (at) => {
      const one = await offered(at, { offer: { advanceGross: '2000.00' } });
      await at('2025-04-08');
      await one.by('finance', 'payment.received', payment('2025-04-08', '2000.00'));
      await at('2025-05-01');
      expect(await one.status()).toBe('offered');
      await one.by('customer', 'contract.signed', { party: 'customer', form: 'portal' });
      await one.by('engineer', 'contract.signed', { party: 'operator', form: 'portal' });
      expect(one.view).toMatchObject({ status: 'in-force', regions: { payment: 'partial' } });
      await one.refused('engineer', 'works.started', { on: '2025-05-01' }, { clause: 'II.2.2' });
    },
  ),

  story('II.14.3.2: signed and unpaid over Easter, the contract ends on the Tuesday (L29)', async (at) => {
    const one = await signed(at, { offer: { paymentDueOn: '2025-04-17' } });
    expect(one.view).toMatchObject({ regions: { payment: 'due' }, awaits: 'customer' });
    expect(one.deadline('payment-due')).toMatchObject({
      lastDay: '2025-04-17',
      clause: 'II.10.2',
      state: 'running',
    });
    await at('2025-04-17T23:59');
    expect((await one.now()).regions?.payment).toBe('due');
    await at('2025-04-18T00:00');
    expect((await one.now()).regions?.payment).toBe('overdue');
    expect(one.deadline('non-payment-end')).toMatchObject({
      earliestDay: '2025-04-22',
      clause: 'II.14.3.2',
      state: 'running',
    });
    await at('2025-04-21T23:59');
    expect(await one.status()).toBe('in-force');
    await at('2025-04-22T00:00');
    expect(await one.now()).toMatchObject({
      status: 'terminated',
      ending: { reason: 'nonPayment', clause: 'II.14.3.2', by: 'clause' },
      dates: { endedOn: '2025-04-22' },
      money: { outstanding: '0.00', refundDue: '0.00' },
      awaits: 'nobody',
      regions: { payment: 'overdue', withdrawal: 'closed' },
    });
    expect((await one.noticeIds()).at(-1)).toBe('N-END');
    await one.refused('finance', 'debt.warned', { channel: 'portal' }, {});
  }),

  story('II.14.3.2: due the day before 18 November, the contract ends on the 19th', async (at) => {
    const one = await signed(at, {
      on: '2025-10-01',
      offerOn: '2025-10-10',
      signedOn: '2025-10-15',
      offer: { paymentDueOn: '2025-11-17', termOn: '2026-06-30' },
    });
    await at('2025-11-18T12:00');
    expect((await one.now()).regions?.payment).toBe('overdue');
    await at('2025-11-19T00:00');
    expect(await one.now()).toMatchObject({ status: 'terminated', dates: { endedOn: '2025-11-19' } });
  }),

  story('II.14.3.2: money between the due day and the next working day cures (L33, T-38)', async (at) => {
    const one = await signed(at, { offer: { paymentDueOn: '2025-04-17' } });
    await at('2025-04-20T09:00');
    await one.by('finance', 'payment.received', payment('2025-04-19'));
    expect(one.view).toMatchObject({ status: 'in-force', regions: { payment: 'paid' } });
    expect(one.deadline('payment-due')?.state).toBe('missed');
    expect(one.deadline('non-payment-end')?.state).toBe('void');
    await at('2025-05-05');
    expect(await one.status()).toBe('in-force');
  }),

  story(
    'II.14.3.2: a hold keeps the contract beyond the next working day, and its release ends it (T-37)',
    async (at) => {
      const one = await signed(at, { offer: { paymentDueOn: '2025-04-17' } });
      await at('2025-04-18');
      await one.refused('engineer', 'ending.held', HOLD, { status: 403 });
      await one.refused('finance', 'hold.released', HOLD, {});
      await one.by('finance', 'ending.held', HOLD);
      expect(one.deadline('non-payment-end')?.state).toBe('frozen');
      await at('2025-05-05');
      expect(await one.now()).toMatchObject({ status: 'in-force', regions: { payment: 'overdue' } });
      await one.by('service', 'hold.released', { reasons: 'Maksājums nav saņemts.' });
      expect(one.view).toMatchObject({
        status: 'terminated',
        ending: { reason: 'nonPayment' },
        dates: { endedOn: '2025-05-05' },
      });
    },
  ),

  story('II.14.3.2: held and then paid, the contract goes on', async (at) => {
    const one = await signed(at, { offer: { paymentDueOn: '2025-04-17' } });
    await at('2025-04-17');
    await one.by('service', 'ending.held', HOLD);
    await at('2025-04-30');
    await one.by('finance', 'payment.received', payment('2025-04-29'));
    expect(one.view).toMatchObject({ status: 'in-force', regions: { payment: 'paid' } });
    await one.by('service', 'hold.released', { reasons: 'Samaksāts.' });
    expect(one.view.status).toBe('in-force');
  }),

  story(
    'II.10.5: the debt of started works is handed over after a warning and 60 days (L35 to L37, T-41)',
    async (at) => {
      const one = await signed(at, {
        on: '2024-12-01',
        offerOn: '2024-12-02',
        signedOn: '2024-12-05',
        offer: { paymentDueOn: '2025-01-10', worksBeforeFullPayment: true },
      });
      await at('2024-12-20');
      await one.by('engineer', 'works.started', { on: '2024-12-20' });
      await at('2025-01-10');
      await one.refused(
        'finance',
        'debt.warned',
        { channel: 'post' },
        { clause: 'II.10.5', allowedFrom: '2025-01-11' },
      );
      await at('2025-01-20');
      expect(await one.now()).toMatchObject({
        status: 'in-force',
        regions: { payment: 'overdue', works: 'building' },
      });
      expect(one.deadline('debt-handover-earliest')).toMatchObject({
        earliestDay: '2025-03-12',
        clause: 'II.10.5',
        awaits: 'operator',
      });
      await one.refused('finance', 'debt.handed-over', {}, { clause: 'II.10.5' });
      await one.refused('service', 'debt.warned', { channel: 'post' }, { status: 403 });
      await one.approved('finance', 'finance2', 'debt.warned', { channel: 'post' });
      expect(one.view.regions?.payment).toBe('debt-warned');
      expect(await one.letter('N-DEBTWARN')).toMatchObject({
        channel: 'post',
        deemedReceivedOn: '2025-01-27',
      });
      await at('2025-03-11T23:00');
      await one.refused('finance', 'debt.handed-over', {}, { clause: 'II.10.5', allowedFrom: '2025-03-12' });
      await at('2025-03-12');
      const asked = await one.asked('finance', 'debt.handed-over', { provider: 'SIA "Piedziņa"' });
      expect((await one.decide('finance', asked, 'apply')).status, 'never the same person').toBe(403);
      expect((await one.decide('service', asked, 'apply')).status).toBe(404);
      await one.applied('finance2', asked);
      expect(one.view.regions?.payment).toBe('handed-over');
      await at('2025-03-20');
      await one.by('finance', 'payment.received', payment('2025-03-20'));
      expect(one.view.regions?.payment).toBe('paid');
      expect((await at.client.find('finance', one.id)).flags).toContainEqual({
        name: 'recall-debt-hand-over',
        on: '2025-03-20',
      });
    },
  ),

  story('II.10.7: without works there is no debt to hand over (L38)', async (at) => {
    const one = await signed(at, { offer: { paymentDueOn: '2025-04-17' } });
    await at('2025-04-18');
    await one.by('finance', 'ending.held', HOLD);
    await one.refused('finance', 'debt.warned', { channel: 'portal' }, { clause: 'II.10.7' });
    await at('2025-08-01');
    await one.refused('finance', 'debt.handed-over', {}, { clause: 'II.10.7' });
  }),

  story('II.10.5, II.16.4.3: a debt warning that failed is no warning until the post has it', async (at) => {
    const one = await signed(at, {
      on: '2025-01-02',
      offerOn: '2025-01-03',
      signedOn: '2025-01-06',
      offer: { paymentDueOn: '2025-02-02', worksBeforeFullPayment: true },
    });
    await at('2025-01-21');
    await one.by('engineer', 'works.started', { on: '2025-01-21' });
    await at('2025-04-10');
    await one.approved('finance', 'finance2', 'debt.warned', { channel: 'email' });
    await one.by('service', 'notice.failed', {
      noticeId: (await one.letter('N-DEBTWARN')).id,
      reason: 'bounced',
    });
    expect(one.deadline('debt-handover-earliest')?.earliestDay).toBe('2025-04-18');
    await one.refused('finance', 'debt.handed-over', {}, { allowedFrom: '2025-04-18' });
    await at('2025-04-18');
    await one.approved('finance', 'finance2', 'debt.handed-over');
    expect(one.view.regions?.payment).toBe('handed-over');
  }),

  story(
    'II.14.6: the final invoice asks for the rest, and the last of the three days fulfils (L55)',
    async (at) => {
      const one = await signed(at, { offer: { advanceGross: '2000.00', worksBeforeFullPayment: true } });
      await one.by('finance', 'payment.received', payment('2025-03-14', '2000.00'));
      await at('2025-04-01');
      await one.by('engineer', 'works.started', { on: '2025-04-01' });
      await at('2025-07-01');
      await one.by('engineer', 'works.completed', { on: '2025-06-20', channel: 'portal' });
      expect(one.view).toMatchObject({
        dates: { completedOn: '2025-07-01' },
        money: { outstanding: '4050.00' },
      });
      expect(one.deadline('payment-due')).toMatchObject({ lastDay: '2025-07-21', state: 'running' });
      await one.by('customer', 'readiness.confirmed', { installationsBuilt: true, preparedForVoltage: true });
      expect(one.view.status).toBe('in-force');
      await at('2025-07-15');
      await one.by('finance', 'payment.received', payment('2025-07-14', '4050.00'));
      expect(one.view).toMatchObject({
        status: 'fulfilled',
        dates: { operatorFulfilledOn: '2025-07-01', customerFulfilledOn: '2025-07-14' },
      });
    },
  ),

  story(
    'II.10.4: a final invoice left unpaid is a debt of its own and ends nothing by itself (L34)',
    async (at) => {
      const one = await signed(at, { offer: { advanceGross: '2000.00', worksBeforeFullPayment: true } });
      await one.by('finance', 'payment.received', payment('2025-03-14', '2000.00'));
      await at('2025-04-01');
      await one.by('engineer', 'works.started', { on: '2025-04-01' });
      await at('2025-07-01');
      await one.by('engineer', 'works.completed', { on: '2025-07-01', channel: 'portal' });
      await at('2025-07-22T00:00');
      expect(await one.now()).toMatchObject({ status: 'in-force', regions: { payment: 'overdue' } });
      expect(one.deadline('debt-handover-earliest')?.earliestDay).toBe('2025-09-20');
      await at('2025-09-01');
      await one.approved('service', 'finance', 'contract.terminated', {
        reason: 'nonPayment',
        facts: 'Galīgais rēķins nav samaksāts.',
        reasons: '14.3.2. punkts',
      });
      expect(one.view).toMatchObject({
        status: 'terminated',
        money: { outstanding: '4050.00' },
        awaits: 'operator',
      });
      const kept = { refund: '0.00', retained: '2000.00', reasons: 'Darbi ir pabeigti (10.4. punkts).' };
      await one.by('finance', 'refund.decided', kept);
      expect(one.view.awaits).toBe('customer');
      await one.approved('finance', 'finance2', 'debt.warned', { channel: 'portal' });
      await at('2025-09-20');
      await one.approved('finance', 'finance2', 'debt.handed-over');
      expect(one.view.regions?.payment).toBe('handed-over');
      await one.by('finance', 'payment.received', payment('2025-09-20', '4050.00'));
      expect(one.view.money).toMatchObject({ outstanding: '0.00' });
    },
  ),

  story('II.2.6: a remainder of 0.00 is invoiced and settled at once', async (at) => {
    const one = await completed(at);
    expect(one.view).toMatchObject({
      regions: { payment: 'paid', works: 'completed' },
      money: { outstanding: '0.00' },
    });
    expect((await one.noticeIds()).slice(-2)).toEqual(['N-COMPL', 'N-FINALINV']);
    expect(one.deadline('payment-due')?.state).toBe('met');
  }),

  story('II.def.fee: an agreed deferral lets the works begin, and nothing falls overdue', async (at) => {
    const deferral = {
      months: 12,
      annualRate: '0.05',
      guaranteesProvided: true,
      termsInContract: true,
      monthsFromSystemServiceContract: 24,
    };
    const large = {
      connection: { ampere: '160', volt: '400', distanceM: '20', customerChoseContractor: false },
      costs: { construction: '20000.00' },
      deferral,
    };
    const one = await signed(at, { connection: { ampere: '160' }, offer: { quote: { ...quote, ...large } } });
    expect(one.view).toMatchObject({ regions: { payment: 'deferred' }, money: { received: '0.00' } });
    await at('2025-04-01');
    await one.by('engineer', 'works.started', { on: '2025-04-01' });
    await at('2025-05-05');
    expect(await one.now()).toMatchObject({
      status: 'in-force',
      regions: { payment: 'deferred', works: 'building' },
    });
    await one.refused('finance', 'debt.warned', { channel: 'portal' }, { clause: 'II.10.5' });
    await one.by('finance', 'payment.received', payment('2025-05-05', one.view.money.customerShareGross));
    expect(one.view.regions?.payment).toBe('paid');
  }),
];
