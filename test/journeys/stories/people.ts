import { expect } from 'vitest';
import { apply, completed, offered, READY, signed } from '../builders.ts';
import { story } from '../story.ts';

/** Who acts for whom, what they write, and what the operator owes them in answer (II.1.10, II.5, II.6, II.16). */

/** A natural person who registered with a password (made by `createAccount` before the product starts). */
export const READER = {
  username: 'lasitaja',
  password: 'demo',
  name: 'Maija Lapiņa',
  kind: 'natural',
  roles: ['customer'],
  partyCode: '020292-20000',
} as const;

export const PEOPLE_STORIES = [
  story('II.5.4.3: a natural person’s password opens no case and does nothing (L65)', async (at) => {
    const one = await apply(at, {
      as: 'service',
      customer: { personalCode: READER.partyCode, name: READER.name },
    });
    expect((await at.client.list(READER.username)).items).toEqual([]);
    await one.refused(READER.username, 'application.withdrawn', {}, { status: 404 });
    const filed = await at.client.call(READER.username, 'POST', '/cases', { body: {} });
    expect(filed.status).toBe(403);
  }),

  story(
    'II.5.3, II.6.2: an authority binds from receipt until the receipt of its revocation (L75)',
    async (at) => {
      const one = await completed(at);
      await one.refused('company', 'readiness.confirmed', READY, { status: 404 });
      await at('2025-08-11');
      await one.refused('customer', 'authority.revoked', { receivedAt: '2025-08-11' }, { clause: 'II.5.3' });
      await one.by('customer', 'authority.filed', {
        agent: '40000000001',
        scope: ['readiness.confirmed', 'term.extended'],
        from: '2025-08-15',
        until: '2025-09-20',
      });
      await one.refused('company', 'readiness.confirmed', READY, { status: 404 });
      await at('2025-08-15');
      expect((await at.client.find('company', one.id)).id).toBe(one.id);
      await one.refused(
        'company',
        'contract.withdrawn',
        { form: 'portal' },
        { status: 403, clause: 'II.5.3' },
      );
      await one.by('company', 'readiness.confirmed', READY);
      expect((await one.history()).at(-1)).toMatchObject({
        actor: 'company',
        role: 'customer',
        type: 'readiness.confirmed',
      });
      await one.by('engineer', 'readiness.disproved', { findings: 'Nav sprieguma gatavības.' });
      await at('2025-08-20');
      await one.by('service', 'authority.revoked', {
        agent: '40000000001',
        receivedAt: '2025-08-20T09:00:00+03:00',
      });
      await one.refused('company', 'readiness.confirmed', READY, { status: 404 });
    },
  ),

  story('II.5.3: an authority with its own end date ends there', async (at) => {
    const one = await completed(at);
    await one.by('customer', 'authority.filed', {
      agent: '40000000001',
      scope: 'all',
      from: '2025-08-10',
      until: '2025-08-12',
    });
    await at('2025-08-12T23:30');
    await one.by('company', 'complaint.filed', { text: 'Kad pieslēgs?' });
    await at('2025-08-13T00:00');
    await one.refused('company', 'complaint.filed', { text: 'Kad pieslēgs?' }, { status: 404 });
  }),

  story('II.1.10, II.16.6: changed details reach later letters and need no amendment', async (at) => {
    const one = await signed(at, { offer: { channel: 'email', paymentDueOn: '2025-06-02' } });
    await one.refused('engineer', 'details.changed', { email: 'x@piemers.example' }, { status: 403 });
    await one.refused('customer', 'details.changed', {}, { status: 422 });
    await one.refused(
      'customer',
      'details.changed',
      { email: 'not an address' },
      { status: 422, field: 'email' },
    );
    await one.refused(
      'customer',
      'details.changed',
      { personalCode: '010190-10009' },
      { status: 422, field: 'personalCode' },
    );
    await one.by('customer', 'details.changed', {
      email: 'jauna@piemers.example',
      postalAddress: 'Ezera iela 3, Talsi',
    });
    expect(one.view).toMatchObject({
      status: 'in-force',
      application: { customer: { email: 'jauna@piemers.example' } },
    });
    await at('2025-06-03T12:00');
    expect(await one.now()).toMatchObject({ status: 'terminated', ending: { reason: 'nonPayment' } });
    expect(await one.letter('N-END')).toMatchObject({ channel: 'email', to: 'jauna@piemers.example' });
    await one.by('service', 'details.changed', { phone: '+371 20000000' });
    expect(one.view.status, 'contacts change in every state').toBe('terminated');
  }),

  story('II.16.5: a complaint is answered in 15 days, in 30 with extra checks (L73)', async (at) => {
    const one = await apply(at, { on: '2025-02-10' });
    await at('2025-02-20');
    await one.refused('service', 'complaint.answered', { text: 'x' }, { clause: 'II.16.5' });
    await one.by('customer', 'complaint.filed', { text: 'Neviens neatbild uz zvaniem.' });
    expect(one.deadline('complaint-answer')).toMatchObject({
      lastDay: '2025-03-07',
      clause: 'II.16.5',
      awaits: 'operator',
      state: 'running',
    });
    await one.refused('customer', 'complaint.answered', { text: 'x' }, { status: 403 });
    await at('2025-03-05');
    await one.by('service', 'complaint.answered', { text: 'Pārbaudām ierakstus.', extraChecks: true });
    expect(one.deadline('complaint-answer')).toMatchObject({ lastDay: '2025-03-22', state: 'running' });
    await at('2025-03-22T23:00');
    await one.by('service', 'complaint.answered', { text: 'Atvainojamies.' });
    expect(one.deadline('complaint-answer')?.state).toBe('met');
    expect((await one.noticeIds()).filter((id) => id === 'N-COMPLAINT')).toHaveLength(2);
  }),

  story('II.16.5: a complaint left unanswered is a breach that staff see', async (at) => {
    const one = await offered(at);
    await one.by('customer', 'complaint.filed', { text: 'Kur ir plāns?' });
    await at('2025-03-26T00:00');
    await one.now();
    expect(one.deadline('complaint-answer')).toMatchObject({
      lastDay: '2025-03-25',
      state: 'missed',
      overdue: true,
    });
    expect((await at.client.list('service', '?overdue=true&limit=200')).items.map(({ id }) => id)).toContain(
      one.id,
    );
    await one.by('service', 'complaint.answered', { text: 'Plāns ir portālā.' });
    expect(one.deadline('complaint-answer')).toMatchObject({ state: 'missed' });
    expect((await at.client.list('service', '?overdue=1&limit=200')).items.map(({ id }) => id)).not.toContain(
      one.id,
    );
  }),

  story(
    'II.8.1: staff see dates, money and actions of every case, and of the person what their role needs',
    async (at) => {
      const one = await offered(at, { customer: { personalCode: '010190-10000' } });
      const seenBy = async (user: string) =>
        (await at.client.find(user, one.id)).application as Record<string, unknown> | null;
      expect(await seenBy('service')).toMatchObject({
        customer: { name: 'Anna Ozoliņa', personalCode: '010190-10000' },
      });
      expect(await seenBy('engineer')).toMatchObject({
        customer: { kind: 'natural', name: 'Anna Ozoliņa' },
        connection: { ampere: '25' },
      });
      expect(JSON.stringify(await seenBy('engineer'))).not.toContain('010190');
      expect(await seenBy('finance')).not.toHaveProperty('connection');
      for (const user of ['privacy', 'admin']) {
        expect(await seenBy(user)).toBeNull();
        const view = await at.client.find(user, one.id);
        expect(view).toMatchObject({
          dates: { offerIssuedOn: '2025-03-10' },
          money: { customerShareGross: '6050.00' },
        });
        expect(view.actions.length).toBeGreaterThan(0);
        for (const { data } of await at.client.history(user, one.id)) expect(data).toEqual({});
      }
    },
  ),
];
