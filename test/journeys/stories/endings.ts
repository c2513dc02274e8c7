import { expect } from 'vitest';
import { building, COMPANY, offer, offered, payment, SHARE, signed } from '../builders.ts';
import { story } from '../story.ts';

/** Every way in which a contract ends early, and its amendment (II.12, II.14, II.15, II.4.3). */

const MISLED = {
  reason: 'misled',
  facts: 'Zemesgrāmatas nodalījums nav klienta.',
  reasons: '14.3.1. punkts',
};

/** In force since 6 May 2025 by payment. */
const inForceSinceMay = { on: '2025-05-01', offerOn: '2025-05-02', offer: { paymentDueOn: '2025-06-30' } };

export const ENDING_STORIES = [
  story(
    'II.15.1: a legal person withdraws on the fourteenth day and gets everything back (L25)',
    async (at) => {
      const one = await offered(at, { ...inForceSinceMay, as: 'company', customer: COMPANY });
      await at('2025-05-06');
      await one.by('finance', 'payment.received', payment('2025-05-06'));
      expect(one.deadline('withdrawal')).toMatchObject({ lastDay: '2025-05-20', clause: 'II.15.1' });
      await at('2025-05-20T23:50');
      await one.refused('service', 'contract.withdrawn', { form: 'portal' }, { status: 403 });
      await one.refused('engineer', 'contract.withdrawn', { form: 'paper' }, { status: 403 });
      await one.by('company', 'contract.withdrawn', { form: 'portal' });
      expect(one.view).toMatchObject({
        status: 'terminated',
        ending: { reason: 'withdrawal', clause: 'II.15.1', by: 'customer' },
        money: { received: SHARE, outstanding: '0.00', refundDue: SHARE },
        dates: { endedOn: '2025-05-20' },
        awaits: 'operator',
      });
      expect(one.deadline('withdrawal')?.state).toBe('met');
      expect((await one.noticeIds()).at(-1)).toBe('N-CONF');
      await one.approved('finance', 'finance2', 'refund.paid', { on: '2025-05-20', amount: SHARE });
      expect(one.view).toMatchObject({ awaits: 'nobody', money: { refundDue: '0.00' } });
    },
  ),

  story('II.15.2: a natural person refuses within fourteen days', async (at) => {
    const one = await offered(at, inForceSinceMay);
    await at('2025-05-06');
    await one.by('finance', 'payment.received', payment('2025-05-06'));
    await at('2025-05-19');
    await one.by('customer', 'contract.withdrawn', { form: 'portal' });
    expect(one.view).toMatchObject({
      status: 'terminated',
      ending: { reason: 'withdrawal', clause: 'II.15.2', by: 'customer' },
      money: { refundDue: SHARE },
    });
  }),

  ...(
    [
      ['2025-05-20', 'withdrawal', 'II.15.2'],
      ['2025-05-21', 'customerExit', 'II.14.5'],
    ] as const
  ).map(([dispatchedOn, reason, clause]) =>
    story(
      `II.15.3: a paper of ${dispatchedOn} that arrives on the 23rd counts from its dispatch (OQ-NOT-1): ${clause}`,
      async (at) => {
        const one = await offered(at, inForceSinceMay);
        await at('2025-05-06');
        await one.by('finance', 'payment.received', payment('2025-05-06'));
        await at('2025-05-23');
        const paper = { form: 'paper', dispatchedOn };
        await one.refused(
          'service',
          'contract.withdrawn',
          { ...paper, dispatchedOn: '2025-05-24' },
          { status: 422, field: 'dispatchedOn' },
        );
        await one.refused(
          'service',
          'contract.withdrawn',
          { ...paper, dispatchedOn: '2025-05-05' },
          { clause: 'II.15' },
        );
        await one.by('service', 'contract.withdrawn', paper);
        expect(one.view).toMatchObject({ status: 'terminated', ending: { reason, clause, by: 'customer' } });
      },
    ),
  ),

  story(
    'II.14.5: on day fifteen the same notice is an ordinary exit, whose refund finance decides (L25)',
    async (at) => {
      const one = await offered(at, inForceSinceMay);
      await at('2025-05-06');
      await one.by('finance', 'payment.received', payment('2025-05-06'));
      await at('2025-05-21T00:00');
      expect((await one.now()).regions?.withdrawal).toBe('closed');
      await one.by('customer', 'contract.withdrawn', { form: 'portal' });
      expect(one.view).toMatchObject({
        status: 'terminated',
        ending: { reason: 'customerExit', clause: 'II.14.5', by: 'customer' },
        awaits: 'operator',
        money: { refundDue: '0.00' },
      });
      await one.refused('finance', 'refund.paid', { on: '2025-05-21', amount: '100.00' }, {});
      await one.by('finance', 'refund.decided', {
        refund: '5000.00',
        retained: '1050.00',
        reasons: 'Projektēšanas izdevumi.',
      });
      expect(one.view.money.refundDue).toBe('5000.00');
      await one.approved('finance', 'finance2', 'refund.paid', { on: '2025-05-21', amount: '5000.00' });
      expect(one.view.awaits).toBe('nobody');
    },
  ),

  story('II.4.3: a change of owner after conclusion ends the contract at once (L67)', async (at) => {
    const one = await building(at);
    await at('2025-07-15');
    await one.refused(
      'engineer',
      'owner.changed',
      { on: '2025-07-10', newOwner: 'Jānis Bērziņš' },
      { status: 403 },
    );
    await one.by('service', 'owner.changed', {
      on: '2025-07-10',
      newOwner: { name: 'Jānis Bērziņš', kind: 'natural' },
    });
    expect(one.view).toMatchObject({
      status: 'terminated',
      ending: { reason: 'ownerChange', clause: 'II.4.3', by: 'clause' },
      dates: { endedOn: '2025-07-15', connectedOn: null },
      awaits: 'operator',
    });
    expect((await one.noticeIds()).at(-1)).toBe('N-END');
    await one.refused('engineer', 'connection.made', { on: '2025-07-15' }, {});
  }),

  story('II.14.3.1: the operator leaves by two people, never by one', async (at) => {
    const one = await signed(at);
    await at('2025-03-20');
    await one.refused('customer', 'contract.terminated', MISLED, { status: 403 });
    await one.refused(
      'service',
      'contract.terminated',
      { ...MISLED, reasons: '' },
      { status: 422, field: 'reasons' },
    );
    await one.refused(
      'service',
      'contract.terminated',
      { ...MISLED, facts: undefined },
      { status: 422, field: 'facts' },
    );
    const first = await one.asked('service', 'contract.terminated', MISLED);
    const waiting = (await at.client.approvals('service2')).find(({ id }) => id === first);
    expect(waiting).toMatchObject({
      caseId: one.id,
      caseNumber: one.view.number,
      askedBy: 'service',
      state: 'pending',
      event: { type: 'contract.terminated', ...MISLED },
    });
    expect((await one.decide('service', first, 'apply')).status).toBe(403);
    expect((await one.decide('engineer', first, 'apply')).status).toBe(404);
    const declined = await one.decide('finance', first, 'decline', 'Nav pierādījumu.');
    expect(declined).toMatchObject({ status: 200, body: { approvalId: first, state: 'declined' } });
    expect(await one.status()).toBe('in-force');
    expect((await one.decide('service2', first, 'apply')).status).toBe(409);

    const second = await one.asked('service', 'contract.terminated', MISLED);
    await one.applied('service2', second);
    expect(one.view).toMatchObject({
      status: 'terminated',
      ending: { reason: 'misled', clause: 'II.14.3.1', by: 'operator' },
    });
    expect((await one.history()).at(-1)).toMatchObject({
      type: 'contract.terminated',
      actor: 'service',
      role: 'service',
      clause: 'II.14.3.1',
    });
    expect((await at.client.approvals('service')).map(({ id }) => id)).not.toContain(second);
  }),

  story('II.14.3: an approval that came too late is refused by the state of the case', async (at) => {
    const one = await signed(at);
    const asked = await one.asked('service', 'contract.terminated', MISLED);
    await at('2025-03-20');
    await one.by('customer', 'contract.withdrawn', { form: 'portal' });
    expect((await one.decide('service2', asked, 'apply')).status).toBe(409);
    expect(await one.now()).toMatchObject({ status: 'terminated', ending: { reason: 'withdrawal' } });
  }),

  ...(
    [
      ['II.14.3.4', 'scope'],
      ['II.14.3.5', 'thirdParty'],
      ['II.14.3.6', 'design'],
    ] as const
  ).map(([clause, reason]) =>
    story(`${clause}: the operator leaves for ${reason}, with facts and reasons (L60)`, async (at) => {
      const one = await building(at);
      await at('2025-05-05');
      await one.approved('service', 'finance2', 'contract.terminated', {
        reason,
        facts: 'Akts Nr. 5.',
        reasons: `${clause} punkts`,
      });
      expect(one.view).toMatchObject({
        status: 'terminated',
        ending: { reason, clause, by: 'operator' },
        dates: { endedOn: '2025-05-05' },
        awaits: 'operator',
      });
      expect((await one.noticeIds()).at(-1)).toBe('N-END');
      await one.by('finance', 'refund.decided', {
        refund: SHARE,
        retained: '0.00',
        reasons: 'Darbi nav izmantojami.',
      });
      expect(one.view.money.refundDue).toBe(SHARE);
    }),
  ),

  story('II.14.1: both sides end the contract together', async (at) => {
    const one = await building(at);
    await at('2025-05-05');
    await one.by('service', 'termination.agreed', { agreement: 'Izbeidzam no šodienas.' });
    expect(one.view.status).toBe('in-force');
    await one.by('engineer', 'termination.agreed', { agreement: 'Jā.' });
    expect(one.view.status, 'two employees are one side').toBe('in-force');
    await one.by('customer', 'termination.agreed', { agreement: 'Piekrītu.' });
    expect(one.view).toMatchObject({
      status: 'terminated',
      ending: { reason: 'mutual', clause: 'II.14.1', by: 'both' },
    });
  }),

  story(
    'II.12: an amendment by both sides prices anew and opens no new withdrawal period (OQ-LC-7)',
    async (at) => {
      const one = await building(at);
      await at('2025-05-05');
      const amended = {
        agreement: 'Jauda 32 A.',
        quote: { ...offer().quote, costs: { loadUnit: '12000.00' } },
      };
      await one.by('customer', 'contract.amended', { agreement: 'Lūdzu 32 A.' });
      expect(one.view.money.customerShareGross).toBe(SHARE);
      await one.by('engineer', 'contract.amended', { ...amended, termOn: '2025-10-31' });
      expect(one.view).toMatchObject({
        status: 'in-force',
        money: { customerShareGross: '7260.00', outstanding: '1210.00' },
        regions: { payment: 'partial', withdrawal: 'closed' },
        dates: { termOn: '2025-10-31' },
      });
      await one.by('customer', 'details.changed', { email: 'anna.jauna@piemers.example' });
      expect(
        (await one.told()).filter((line) => line.includes('contract.amended')),
        'II.12.3: details need none',
      ).toHaveLength(2);
    },
  ),
];
