import { expect } from 'vitest';
import { caseSchema } from '../../../src/api/schemas.ts';
import { application, apply, COMPANY, offer, offered, payment, SIMPLE_ROUTE } from '../builders.ts';
import { Case, story } from '../story.ts';

/** From the draft to the offer (II.5, II.11.1). */

export const APPLICATION_STORIES = [
  story('II.11.1: a draft may lack anything, and is filed when it is complete', async (at) => {
    await at('2025-03-01');
    const { customer, connection } = application();
    const { status, body } = await at.client.call('customer', 'POST', '/cases?draft=1', {
      body: { customer },
    });
    expect(status).toBe(201);
    const one = new Case(at.client, caseSchema.parse(body), 'customer');
    expect(one.view).toMatchObject({ status: 'draft', awaits: 'customer', deadlines: [], ending: null });
    expect(await one.noticeIds()).toEqual([]);

    await one.refused('customer', 'application.submitted', {}, { status: 422, field: 'object.address' });
    await one.refused('service', 'application.returned', { missing: ['plāns'] }, {});
    await at('2025-03-03');
    const rest = { object: { cadastreNumber: '80150010001' }, connection, purpose: 'new' };
    await one.by('customer', 'application.submitted', rest);
    expect(one.view).toMatchObject({ status: 'received', dates: { receivedOn: '2025-03-03' } });
    expect(one.deadline('offer')).toMatchObject({ lastDay: '2025-03-23', clause: 'II.11.1.1' });
    expect(await one.noticeIds()).toEqual(['N-RECEIPT']);
    await one.by('engineer', 'application.routed', SIMPLE_ROUTE);
    await one.by('engineer', 'offer.issued', offer());
  }),

  story('II.11.1: a complete draft is filed by the bare event', async (at) => {
    await at('2025-03-01');
    const { body } = await at.client.call('customer', 'POST', '/cases?draft=1', { body: application() });
    const one = new Case(at.client, caseSchema.parse(body), 'customer');
    await one.by('customer', 'application.submitted');
    expect(one.view.status).toBe('received');
  }),

  story('II.11.1.1: without design or contractor the offer is due 20 days from receipt (L01)', async (at) => {
    const one = await apply(at, { on: '2025-02-10' });
    expect(one.view).toMatchObject({ status: 'received', awaits: 'operator', regions: null, fee: null });
    expect(one.deadline('offer')).toMatchObject({
      lastDay: '2025-03-02',
      awaits: 'operator',
      state: 'running',
    });
    await one.by('engineer', 'application.routed', SIMPLE_ROUTE);
    await at('2025-03-02T23:59');
    expect((await one.now()).status).toBe('evaluating');
    expect(one.deadline('offer')?.state).toBe('running');
    await at('2025-03-03T00:00');
    await one.now();
    expect(one.deadline('offer')?.state, 'the operator’s breach is on the case').toBe('missed');
    expect((await at.client.list('engineer', '?overdue=1&limit=200')).items.map(({ id }) => id)).toContain(
      one.id,
    );
    expect((await one.history()).at(-1)).toMatchObject({ type: 'deadline.passed', role: 'clock' });
    await at('2025-03-05');
    await one.by('engineer', 'offer.issued', offer());
    expect(one.deadline('offer')?.state, 'a late offer stays late').toBe('missed');
    expect(
      (await at.client.list('engineer', '?overdue=1&limit=200')).items.map(({ id }) => id),
    ).not.toContain(one.id);
  }),

  story('II.11.1.2: with design and contractor the 30 days run from the later of both (L05)', async (at) => {
    const one = await apply(at, { on: '2025-01-10' });
    await one.refused(
      'engineer',
      'application.routed',
      { designNeeded: true, contractorNeeded: true },
      { status: 422, field: 'designBy' },
    );
    const route = { designNeeded: true, designBy: 'customer', contractorNeeded: true };
    await one.by('engineer', 'application.routed', { ...route, contractorChosenBy: 'customer' });
    expect(one.view).toMatchObject({ status: 'awaiting-design', awaits: 'customer' });
    expect(one.deadline('offer')?.state ?? 'none', 'no clock runs before its trigger').not.toBe('running');
    await at('2025-02-05');
    const future = { on: '2025-02-06' };
    await one.refused('customer', 'design.received', future, { status: 422, field: 'on' });
    const early = { on: '2025-01-09' };
    await one.refused('customer', 'design.received', early, { allowedFrom: '2025-01-10' });
    await one.by('customer', 'design.received', { on: '2025-01-30' });
    expect(one.view.status).toBe('awaiting-contractor');
    await at('2025-02-16');
    await one.refused(
      'customer',
      'contractor.determined',
      { on: '2025-02-15', chosenBy: 'customer' },
      { status: 403 },
    );
    await one.by('engineer', 'contractor.determined', { on: '2025-02-15', chosenBy: 'customer' });
    expect(one.view.status).toBe('evaluating');
    expect(one.deadline('offer')).toMatchObject({
      lastDay: '2025-03-17',
      clause: 'II.11.1.2',
      state: 'running',
    });
    await at('2025-03-17T23:30');
    await one.by('engineer', 'offer.issued', offer({ paymentDueOn: '2025-04-30' }));
    expect(one.view.status).toBe('offered');
    expect(one.deadline('offer')?.state).toBe('met');
  }),

  story('II.11.1.2: with a design alone the 30 days run from its receipt (L04)', async (at) => {
    const one = await apply(at, { on: '2025-01-02' });
    await one.by('engineer', 'application.routed', {
      designNeeded: true,
      designBy: 'operator',
      contractorNeeded: false,
    });
    expect(one.view).toMatchObject({ status: 'awaiting-design', awaits: 'operator' });
    await at('2025-01-30');
    await one.by('engineer', 'design.received', { on: '2025-01-30' });
    expect(one.view.status).toBe('evaluating');
    expect(one.deadline('offer')?.lastDay).toBe('2025-03-01');
  }),

  story(
    'II.11.1.2: with a contractor alone the 30 days run from the day it is determined (L03)',
    async (at) => {
      const one = await apply(at, { on: '2025-01-02' });
      await one.by('engineer', 'application.routed', {
        designNeeded: false,
        contractorNeeded: true,
        contractorChosenBy: 'operator',
      });
      expect(one.view).toMatchObject({ status: 'awaiting-contractor', awaits: 'operator' });
      expect(await one.noticeIds()).toEqual(['N-RECEIPT', 'N-TECH']);
      await at('2025-01-31');
      await one.by('engineer', 'contractor.determined', {
        on: '2025-01-31',
        chosenBy: 'operator',
        name: 'SIA "Līnija"',
      });
      expect(one.view.status).toBe('evaluating');
      expect(one.deadline('offer')?.lastDay).toBe('2025-03-02');
    },
  ),

  story('II.11.1.2: a need for a design found on day 18 starts the longer clock (T-12c)', async (at) => {
    const one = await apply(at, { on: '2025-03-01' });
    await one.by('engineer', 'application.routed', SIMPLE_ROUTE);
    await at('2025-03-19');
    await one.by('engineer', 'application.routed', {
      designNeeded: true,
      designBy: 'customer',
      contractorNeeded: false,
      reasons: 'Kabeļu trase šķērso autoceļu.',
    });
    expect(one.view.status).toBe('awaiting-design');
    await at('2025-03-25');
    expect(
      (await one.now()).deadlines.filter(({ name, state }) => name === 'offer' && state !== 'void'),
    ).toEqual([]);
    await one.by('customer', 'design.received', { on: '2025-03-25' });
    expect(one.deadline('offer')).toMatchObject({ lastDay: '2025-04-24', state: 'running' });
  }),

  story('II.5.2: what is missing is named, supplied, and the receipt date stands (OQ-LC-2)', async (at) => {
    const one = await apply(at, { on: '2025-03-01' });
    await one.refused('service', 'application.returned', { missing: [] }, { status: 422, field: 'missing' });
    await one.by('service', 'application.returned', { missing: ['īpašuma dokuments', 'situācijas plāns'] });
    expect(one.view).toMatchObject({
      status: 'incomplete',
      awaits: 'customer',
      missing: ['īpašuma dokuments', 'situācijas plāns'],
    });
    expect(await one.noticeIds()).toEqual(['N-RECEIPT', 'N-MISSING']);
    await at('2025-03-08');
    await one.by('customer', 'application.completed', { documents: ['zemesgrāmata.pdf', 'plāns.pdf'] });
    expect(one.view).toMatchObject({ status: 'received', dates: { receivedOn: '2025-03-01' }, missing: [] });
    expect(one.deadline('offer')?.lastDay).toBe('2025-03-21');
  }),

  story('D-OBJECT: a second live application for one object is accepted and flagged to staff', async (at) => {
    const object = { address: 'Dubultu prospekts 7, Jūrmala' };
    const first = await apply(at, { object });
    const second = await apply(at, {
      as: 'company',
      customer: COMPANY,
      object: { address: 'dubultu  Prospekts 7 Jurmala' },
    });
    expect(second.view.status).toBe('received');
    const flagsOf = async (id: string) => (await at.client.find('service', id)).flags as { name: string }[];
    expect((await flagsOf(second.id)).map(({ name }) => name)).toEqual(['duplicate-object']);
    expect(await flagsOf(first.id)).toEqual([]);
    expect(second.view.flags, 'not told to the customer').toEqual([]);
  }),

  story('D-TEMP: a temporary connection is registered and goes no further by itself', async (at) => {
    const one = await apply(at, { connection: { temporary: true } });
    expect(one.view.status).toBe('received');
    await one.refused('engineer', 'application.routed', SIMPLE_ROUTE, {
      clause: 'II.def.temporary-connection',
    });
  }),

  story('II.5.1: filed by service on behalf, the offer waits for the identification', async (at) => {
    const one = await apply(at, { as: 'service', customer: { personalCode: '010190-10001' } });
    await one.by('engineer', 'application.routed', SIMPLE_ROUTE);
    await at('2025-03-10');
    await one.refused('engineer', 'offer.issued', offer(), { clause: 'II.5.1' });
    await one.refused('customer', 'application.withdrawn', {}, { status: 404 });
    await one.refused('engineer', 'customer.identified', { method: 'in-person' }, { status: 403 });
    await one.by('service', 'customer.identified', { method: 'phone' });
    await one.refused('engineer', 'offer.issued', offer(), { clause: 'II.5.1' });
    await one.refused(
      'service',
      'customer.identified',
      { method: 'portal-password' },
      { status: 422, clause: 'II.5.4.3' },
    );
    await one.by('service', 'customer.identified', { method: 'in-person' });
    await one.by('engineer', 'offer.issued', offer());
    expect(one.view.status).toBe('offered');
    await one.refused('service', 'contract.signed', { party: 'customer', form: 'portal' }, { status: 403 });
    const byHand = { party: 'customer', form: 'handwritten-identifiable' };
    await one.refused('service', 'contract.signed', byHand, {
      status: 422,
      clause: 'II.7.6',
      field: 'files',
    });
    await one.scanned('service', 'scan');
    await one.by('service', 'contract.signed', byHand);
    await one.by('engineer', 'contract.signed', { party: 'operator', form: 'portal' });
    expect(one.view.status).toBe('in-force');
  }),

  story('II.5.4.3: a legal person is identified by its portal password (L65)', async (at) => {
    const one = await offered(at, { as: 'company', customer: COMPANY });
    const identified = (await one.history()).find(({ type }) => type === 'customer.identified');
    expect(identified?.data).toEqual({ method: 'portal-password' });
    expect(one.view.status).toBe('offered');
  }),

  story('D-CUSTOMER: a case that service files under a known code is the customer’s too', async (at) => {
    const one = await apply(at, { as: 'service', customer: { personalCode: '010190-10000' } });
    const ids = (await at.client.list('customer', '?limit=200')).items.map(({ id }) => id);
    expect(ids, '010190-10000 is the code of the account “customer”').toContain(one.id);
    await one.by('customer', 'application.withdrawn', { reasons: 'Pārdomāju' });
    expect(one.view).toMatchObject({ status: 'withdrawn', ending: { reason: 'withdrawn', by: 'customer' } });
  }),

  story('an application is withdrawn before conclusion, and what was paid is owed back', async (at) => {
    const one = await offered(at);
    await at('2025-03-20');
    await one.by('finance', 'payment.received', payment('2025-03-19', '100.00'));
    await one.refused('engineer', 'application.withdrawn', {}, { status: 403 });
    await one.by('customer', 'application.withdrawn');
    expect(one.view).toMatchObject({
      status: 'withdrawn',
      regions: null,
      awaits: 'operator',
      ending: { reason: 'withdrawn', clause: null, by: 'customer' },
      money: { received: '100.00', outstanding: '0.00', refundDue: '100.00' },
      dates: { endedOn: '2025-03-20' },
    });
    expect(await one.noticeIds()).toContain('N-CONF');
    await one.refused('customer', 'application.withdrawn', {}, {});
    const paidBack = { on: '2025-03-20', amount: '100.00' };
    await one.approved('finance', 'finance2', 'refund.paid', paidBack);
    expect(one.view).toMatchObject({ awaits: 'nobody', money: { refundDue: '0.00' } });
    await one.refused('finance', 'refund.paid', { on: '2025-03-20', amount: '0.01' }, {});
  }),

  story('II.4.3: a new owner before conclusion becomes the applicant and is to be identified', async (at) => {
    const one = await offered(at);
    await at('2025-03-15');
    await one.refused(
      'customer',
      'owner.changed',
      { on: '2025-03-16', newOwner: 'Jānis Bērziņš' },
      { status: 422, field: 'on' },
    );
    await one.by('customer', 'owner.changed', { on: '2025-03-14', newOwner: 'Jānis Bērziņš' });
    expect(one.view).toMatchObject({ status: 'incomplete', awaits: 'customer', fee: null, ending: null });
    const staff = new Case(at.client, await at.client.find('service', one.id), 'service');
    expect(staff.view.application).toMatchObject({ customer: { name: 'Jānis Bērziņš' } });
    await staff.by('service', 'application.completed', { documents: ['pirkuma līgums.pdf'] });
    await staff.by('engineer', 'application.routed', SIMPLE_ROUTE);
    await staff.refused('engineer', 'offer.issued', offer(), { clause: 'II.5.1' });
    await staff.by('service', 'customer.identified', { method: 'in-person' });
    await staff.by('engineer', 'offer.issued', offer());
    expect(staff.view.status).toBe('offered');
  }),
];
