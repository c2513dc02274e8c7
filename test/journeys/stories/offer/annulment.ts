import { expect } from 'vitest';
import { BY_CUSTOMER, BY_OPERATOR, offer, offered, payment, SHARE } from '../../builders.ts';
import { story } from '../../story.ts';

/** The clock warns and annuls, a hold or an act of the customer stops it, and what may follow (II.11.3 to II.11.5). */

const HOLD = { reasons: 'Klients lūdz pagaidīt bankas lēmumu.' };

export const ANNULMENT_STORIES = [
  story('II.11.3: a stale application is warned and annulled by the clock (L11, L12)', async (at) => {
    const one = await offered(at);
    expect(one.view).toMatchObject({
      status: 'offered',
      awaits: 'customer',
      money: { customerShareGross: SHARE, outstanding: SHARE },
    });
    expect(one.deadline('objection-window')).toMatchObject({
      lastDay: '2025-04-09',
      clause: 'II.11.2',
      state: 'running',
    });
    await one.refused('service', 'application.annulled', {}, { clause: 'II.11.3' });
    await one.refused('service', 'annulment.warned', {}, { allowedFrom: '2025-04-10' });
    await at('2025-04-09T23:59');
    expect(await one.status()).toBe('offered');
    await at('2025-04-10T00:00');
    expect(await one.status()).toBe('annulment-warned');
    expect(one.deadline('annulment-earliest')).toMatchObject({
      earliestDay: '2025-04-21',
      lastDay: null,
      state: 'running',
    });
    expect(await one.letter('N-ANNWARN')).toMatchObject({
      channel: 'portal',
      deemedReceivedOn: '2025-04-10',
    });
    await at('2025-04-20T23:59');
    await one.refused(
      'service',
      'application.annulled',
      {},
      { clause: 'II.11.3', allowedFrom: '2025-04-21' },
    );
    await at('2025-04-21T00:00');
    expect(await one.now()).toMatchObject({
      status: 'annulled',
      awaits: 'nobody',
      regions: null,
      ending: { reason: 'annulled', clause: 'II.11.3', by: 'operator' },
      dates: { endedOn: '2025-04-21', inForceOn: null },
      money: { outstanding: '0.00', refundDue: '0.00' },
    });
    expect(await one.told()).toEqual([
      '2025-03-01 application.submitted',
      '2025-03-01 customer.identified',
      '2025-03-01 application.routed',
      '2025-03-10 offer.issued',
      '2025-04-10 deadline.passed',
      '2025-04-10 annulment.warned',
      '2025-04-21 application.annulled',
    ]);
    expect(await one.noticeIds()).toEqual(['N-RECEIPT', 'N-OFFER', 'N-ADVINV', 'N-ANNWARN', 'N-ANN']);
  }),

  story('II.11.5: a warned application is saved by payment on the last evening (T-07)', async (at) => {
    const one = await offered(at);
    await at('2025-04-20T23:50');
    await one.by('finance', 'payment.received', payment('2025-04-20'));
    expect(one.view).toMatchObject({
      status: 'in-force',
      dates: { inForceOn: '2025-04-20' },
      regions: { payment: 'paid' },
    });
    expect(one.deadline('annulment-earliest')?.state).toBe('void');
  }),

  story('II.11.3: the customer’s signature on the last evening stops the annulment (T-20)', async (at) => {
    const one = await offered(at);
    await at('2025-04-20T23:50');
    await one.by('customer', 'contract.signed', BY_CUSTOMER);
    expect((await one.history()).at(-1)).toMatchObject({ actor: 'customer', data: BY_CUSTOMER });
    expect(one.view.awaits).toBe('operator');
    await at('2025-06-01');
    expect(await one.status()).toBe('annulment-warned');
    await one.by('engineer', 'contract.signed', BY_OPERATOR);
    expect(one.view).toMatchObject({ status: 'in-force', dates: { inForceOn: '2025-06-01' } });
    expect(one.deadline('payment-due')?.lastDay, 'ten days after a late conclusion (T-20a)').toBe(
      '2025-06-11',
    );
    expect((await one.noticeIds()).filter((id) => id === 'N-ADVINV')).toHaveLength(2);
  }),

  story('II.11.3: a hold before the warning keeps the clock from warning', async (at) => {
    const one = await offered(at);
    await at('2025-04-09');
    await one.refused('customer', 'annulment.held', HOLD, { status: 403 });
    await one.by('service', 'annulment.held', HOLD);
    await at('2025-04-25');
    expect(await one.status()).toBe('offer-lapsed');
    expect(one.view.awaits).toBe('operator');
    await one.refused('service', 'annulment.warned', {}, { clause: 'II.11.3' });
    await one.by('finance', 'hold.released', { reasons: 'Banka atteica.' });
    expect(one.view.status).toBe('annulment-warned');
    expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-05-06');
    await at('2025-05-06T00:00');
    expect(await one.status()).toBe('annulled');
  }),

  story('II.11.3: a hold after the warning freezes the annulment until it is released', async (at) => {
    const one = await offered(at);
    await at('2025-04-15');
    await one.refused('service', 'hold.released', HOLD, {});
    await one.by('finance', 'annulment.held', HOLD);
    expect(one.deadline('annulment-earliest')?.state).toBe('frozen');
    await at('2025-05-02');
    expect(await one.status()).toBe('annulment-warned');
    await one.refused('service', 'application.annulled', {}, { code: 'annulment.held' });
    await one.by('service', 'hold.released', { reasons: 'Klients neatbild.' });
    expect(one.view).toMatchObject({ status: 'annulled', dates: { endedOn: '2025-05-02' } });
  }),

  story('II.11.3: annulment by hand needs a second person, and never comes early', async (at) => {
    const one = await offered(at);
    await at('2025-04-15');
    await one.by('service', 'annulment.held', HOLD);
    await one.refused('service', 'application.annulled', {}, { code: 'annulment.held' });
    expect(await at.client.approvals('service2')).not.toContainEqual(
      expect.objectContaining({ caseId: one.id }),
    );
  }),

  story('II.11.4: money after the annulment founds no contract and is owed back (L21, T-11)', async (at) => {
    const one = await offered(at);
    await at('2025-03-20');
    await one.by('finance', 'payment.received', payment('2025-03-20', '50.00'));
    await at('2025-04-21T00:00');
    expect(await one.now()).toMatchObject({
      status: 'annulled',
      awaits: 'operator',
      money: { received: '50.00', refundDue: '50.00' },
    });
    await at('2025-04-25');
    await one.by('finance', 'payment.received', payment('2025-04-24', '6000.00'));
    expect(one.view).toMatchObject({
      status: 'annulled',
      money: { received: '6050.00', refundDue: '6050.00', outstanding: '0.00' },
      dates: { inForceOn: null },
    });
    await one.approved('finance', 'finance2', 'refund.paid', { on: '2025-04-25', amount: '6000.00' });
    await one.approved('finance', 'finance2', 'refund.paid', { on: '2025-04-25', amount: '50.00' });
    expect(one.view).toMatchObject({ awaits: 'nobody', money: { refundDue: '0.00' } });
  }),

  story('II.11.4: both sides reinstate an annulled application, and a new offer follows', async (at) => {
    const one = await offered(at);
    await at('2025-04-25');
    expect(await one.status()).toBe('annulled');
    await one.by('customer', 'application.reinstated', { agreement: 'Turpinām pēc 11.4. punkta.' });
    expect(one.view.status, 'one consent alone changes nothing').toBe('annulled');
    await one.refused('engineer', 'application.reinstated', { agreement: 'Piekrītam.' }, { status: 403 });
    await one.by('service', 'application.reinstated', { agreement: 'Piekrītam.' });
    expect(one.view).toMatchObject({ status: 'evaluating', ending: null, awaits: 'operator' });
    await one.by('engineer', 'offer.issued', offer({ paymentDueOn: '2025-05-30' }));
    expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-05-25', state: 'running' });
    await one.by('finance', 'payment.received', payment('2025-04-25'));
    expect(one.view.status).toBe('in-force');
  }),
];
