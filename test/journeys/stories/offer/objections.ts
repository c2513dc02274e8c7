import { expect } from 'vitest';
import { BY_CUSTOMER, BY_OPERATOR, offer, offered, payment } from '../../builders.ts';
import { story } from '../../story.ts';

/** Objections in time and late, answered in time and late (II.11.2). */

const OBJECTION = { reasons: 'Attālums līdz līnijai ir 18 m, nevis 20 m.' };
const REJECTION = { reasons: 'Attālums plānā ir 20,4 m.' };

export const OBJECTION_STORIES = [
  story(
    'II.11.2: an objection late on day 30 is in time; a revised offer opens a new window (L06, L09)',
    async (at) => {
      const one = await offered(at);
      await at('2025-04-09T23:30');
      await one.refused('engineer', 'offer.objected', OBJECTION, { status: 403 });
      await one.by('customer', 'offer.objected', OBJECTION);
      expect(one.view).toMatchObject({ status: 'objected', awaits: 'operator' });
      expect(one.deadline('objection-answer')).toMatchObject({
        lastDay: '2025-04-23',
        clause: 'II.11.2',
        state: 'running',
      });
      expect(one.deadline('objection-window')?.state).toBe('met');
      await at('2025-04-20');
      expect(await one.status(), 'no annulment while an objection waits').toBe('objected');
      await one.by(
        'engineer',
        'offer.revised',
        offer({ paymentDueOn: '2025-05-20', quote: { ...offer().quote, costs: { loadUnit: '8000.00' } } }),
      );
      expect(one.view).toMatchObject({ status: 'offered', money: { customerShareGross: '4840.00' } });
      expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-05-20', state: 'running' });
      expect(one.deadline('objection-answer')?.state).toBe('met');
      expect(await one.noticeIds()).toEqual(['N-RECEIPT', 'N-OFFER', 'N-ADVINV', 'N-REVOFFER', 'N-ADVINV']);
      await at('2025-05-20T23:00');
      await one.by('finance', 'payment.received', payment('2025-05-20', '4840.00'));
      expect(one.view).toMatchObject({ status: 'in-force', dates: { inForceOn: '2025-05-20' } });
    },
  ),

  story('II.11.2: an objection answered late is a breach of the operator', async (at) => {
    const one = await offered(at);
    await at('2025-03-12');
    await one.by('customer', 'offer.objected', OBJECTION);
    await at('2025-03-27T00:00');
    await one.now();
    expect(one.deadline('objection-answer')).toMatchObject({ lastDay: '2025-03-26', state: 'missed' });
    await at('2025-05-01');
    expect(await one.status(), 'still no annulment').toBe('objected');
    await one.by('engineer', 'objection.rejected', REJECTION);
    expect(one.deadline('objection-answer')?.state).toBe('missed');
  }),

  story('II.11.2: rejected before the window’s end, the window goes on to day 30 (T-03)', async (at) => {
    const one = await offered(at);
    await at('2025-03-13');
    await one.by('customer', 'offer.objected', OBJECTION);
    await one.refused('engineer', 'objection.rejected', { reasons: '' }, { status: 422, field: 'reasons' });
    await at('2025-03-15');
    await one.by('engineer', 'objection.rejected', REJECTION);
    expect(one.view).toMatchObject({ status: 'offered', awaits: 'customer' });
    expect(one.deadline('objection-window')).toMatchObject({ lastDay: '2025-04-09', state: 'running' });
    expect(await one.noticeIds()).toContain('N-OBJREJ');
    await at('2025-03-20');
    await one.by('customer', 'offer.objected', { reasons: 'Arī robeža nav pareiza.' });
    expect(one.deadline('objection-answer')?.lastDay).toBe('2025-04-03');
    await at('2025-03-21');
    await one.by('engineer', 'objection.rejected', REJECTION);
    await at('2025-04-10T00:00');
    expect(await one.status()).toBe('annulment-warned');
  }),

  story(
    'II.11.3: rejected after the window’s end, it is not revived; warning and ten days follow (L62)',
    async (at) => {
      const one = await offered(at);
      await at('2025-04-09T20:00');
      await one.by('customer', 'offer.objected', OBJECTION);
      await at('2025-04-15');
      expect(await one.status()).toBe('objected');
      await one.by('engineer', 'objection.rejected', REJECTION);
      expect(one.view.status).toBe('annulment-warned');
      expect(one.deadline('annulment-earliest')?.earliestDay).toBe('2025-04-26');
      await at('2025-04-25T23:59');
      expect(await one.status()).toBe('annulment-warned');
      await at('2025-04-26T00:00');
      expect(await one.status()).toBe('annulled');
    },
  ),

  story('II.16.5: an objection after the window is answered as a complaint and stops nothing', async (at) => {
    const one = await offered(at);
    await at('2025-04-10T00:30');
    await one.by('customer', 'offer.objected', OBJECTION);
    expect(one.view.status).toBe('annulment-warned');
    expect(one.deadline('complaint-answer')).toMatchObject({
      lastDay: '2025-04-25',
      clause: 'II.16.5',
      state: 'running',
    });
    await at('2025-04-21T00:00');
    expect(await one.status()).toBe('annulled');
    await one.by('service', 'complaint.answered', { text: 'Iebildums saņemts pēc termiņa.' });
    expect(one.deadline('complaint-answer')?.state).toBe('met');
  }),

  story('II.11.5: payment during a pending objection affirms the terms (T-12, L61)', async (at) => {
    const one = await offered(at);
    await at('2025-03-20');
    await one.by('customer', 'offer.objected', OBJECTION);
    await at('2025-03-30');
    await one.by('finance', 'payment.received', payment('2025-03-30'));
    expect(one.view).toMatchObject({ status: 'in-force', dates: { inForceOn: '2025-03-30' } });
    expect(one.deadline('objection-answer')?.state).toBe('void');
  }),

  story(
    'II.11.2: a signature before the objection does not bind; the operator decides first (T-12a)',
    async (at) => {
      const one = await offered(at);
      await at('2025-03-15');
      await one.by('customer', 'contract.signed', BY_CUSTOMER);
      await one.refused('customer', 'contract.signed', BY_CUSTOMER, { code: 'contract.already-signed' });
      await at('2025-03-20');
      await one.by('customer', 'offer.objected', OBJECTION);
      expect(one.view.status).toBe('objected');
      await one.refused('engineer', 'contract.signed', BY_OPERATOR, {
        clause: 'II.11.2',
        code: 'objection.pending',
      });
      await one.by('engineer', 'objection.rejected', REJECTION);
      await one.by('engineer', 'contract.signed', BY_OPERATOR);
      expect(one.view.status).toBe('in-force');
    },
  ),
];
