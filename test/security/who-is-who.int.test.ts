import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseSchema, problemSchema } from '../../src/api/schemas.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { type RunningApi, runApi } from '../api/running-api.ts';
import { applicationBody } from '../builders/application-body.ts';
import { createCompany } from '../support/company.ts';
import { describeOnBothDatabases } from '../support/database.ts';

/** Nobody acts, sees or binds in another's name (D-19 to D-21), told as harm that does not happen. */

const VICTIM = { kind: 'natural', name: 'Rita Upīte', personalCode: '040490-40000', household: true };
const PDF = { body: '%PDF-1.7\n%%EOF', headers: { 'Content-Type': 'application/pdf' } };

describeOnBothDatabases('who is who', (database) => {
  let api: RunningApi;
  const password = 'demo';
  const now = Temporal.Now.instant();

  beforeAll(async () => {
    api = await runApi(database());
    const customer = { password, roles: ['customer'] as const };
    await createAccount(
      database(),
      { ...customer, username: 'stranger', name: 'X', kind: 'natural', partyCode: '04049040000' },
      now,
    );
    await createAccount(
      database(),
      { ...customer, username: 'shell', name: 'SIA Zināmā', kind: 'legal', partyCode: '40003000000' },
      now,
    );
    await createCompany(
      database(),
      { ...customer, username: 'broker', name: 'SIA Aģents', kind: 'legal', partyCode: '40003000017' },
      now,
    );
  });
  afterAll(() => api.stop());

  const file = async (as: string, customer: object) => {
    const answer = await api.call('post', '/cases', { as, body: { ...applicationBody(), customer } });
    return { status: answer.status, found: answer.status === 201 ? caseSchema.parse(answer.body) : null };
  };
  const post = (as: string, id: string, event: object) =>
    api.call('post', `/cases/${id}/events`, { as, body: event });
  const refusal = async (as: string, id: string, event: object) => {
    const { status, body } = await post(as, id, event);
    return [status, problemSchema.parse(body).clause ?? null];
  };
  const DOORS = ['', '/history', '/notices', '/files', '/invoices'];

  test.each([
    ['31 February', '310290-10000', 422],
    ['a code without a day of birth', '320012-34567', 201],
  ])('%s in a personal code, %s: %i', async (_, personalCode, status) => {
    const body = { ...applicationBody(), customer: { ...VICTIM, personalCode } };
    const filed = await api.call('post', '/cases', { as: 'service', body });
    expect(filed.status, JSON.stringify(filed.body)).toBe(status);
    if (status === 422)
      expect(problemSchema.parse(filed.body)).toMatchObject({
        clause: 'II.5.1',
        errors: [{ field: 'customer.personalCode' }],
      });
  });

  test('a personal code that somebody typed opens none of that person’s cases', async () => {
    const { found } = await file('service', VICTIM);
    for (const door of DOORS)
      expect((await api.call('get', `/cases/${found!.id}${door}`, { as: 'stranger' })).status).toBe(404);
    expect((await api.call('get', '/cases', { as: 'stranger' })).body).toMatchObject({ items: [] });
    expect((await api.call('get', '/sessions', { as: 'stranger' })).body).toMatchObject({
      account: 'stranger',
      level: 'P',
      method: 'portal-password',
      party: { kind: 'natural', code: null, proven: false },
    });
    const { body } = await api.call('get', '/me/data', { as: 'stranger' });
    expect(JSON.stringify(body)).not.toContain(found!.number);
  });

  test('a company that registered itself applies for nothing and signs nothing, until it is confirmed', async () => {
    expect(await file('shell', { kind: 'legal', name: 'SIA Zināmā' })).toMatchObject({ status: 403 });
    const { found } = await file('service', {
      kind: 'legal',
      name: 'SIA Zināmā',
      registrationNumber: '40003000000',
    });
    expect((await api.call('get', `/cases/${found!.id}`, { as: 'shell' })).status).toBe(404);
    expect((await post('shell', found!.id, { type: 'complaint.filed', text: '?' })).status).toBe(404);
  });

  describe('a case that one filed for another', () => {
    test('is nobody’s identification, binds nobody by the filer, and shows how it stands', async () => {
      const { found } = await file('customer', VICTIM);
      const { id } = found!;
      expect(found).toMatchObject({ identifiedAs: null, status: 'received' });
      const history = await api.call('get', `/cases/${id}/history`, { as: 'service' });
      expect(JSON.stringify(history.body)).not.toContain('customer.identified');
      for (const event of [
        { type: 'contract.signed', party: 'customer', form: 'portal' },
        { type: 'application.withdrawn' },
        { type: 'complaint.filed', text: 'Kad?' },
        { type: 'details.changed', email: 'sp@piemers.example' },
        { type: 'authority.filed', agent: { code: '010190-10000' }, scope: 'everything', from: '2025-03-10' },
      ])
        expect(await refusal('customer', id, event), event.type).toEqual([403, 'II.5.1']);
      for (const door of ['/notices', '/invoices'])
        expect((await api.call('get', `/cases/${id}${door}`, { as: 'customer' })).status, door).toBe(403);
      expect((await api.call('get', `/cases/${id}`, { as: 'customer' })).body).toMatchObject({
        status: 'received',
        fee: null,
        offer: null,
      });
      const data = await api.call('get', '/me/data', { as: 'customer' });
      expect(JSON.stringify(data.body)).not.toContain('040490');
    });

    test('without a code but plainly for a company is not the person’s own', async () => {
      const { found } = await file('customer', { kind: 'legal', name: 'SIA Cita' });
      expect(found!.identifiedAs).toBeNull();
      expect(await refusal('customer', found!.id, { type: 'application.withdrawn' })).toEqual([
        403,
        'II.5.1',
      ]);
    });
  });

  test('an application of one’s own carries the proven code and identifies by it', async () => {
    const { found } = await file('customer', { kind: 'natural', name: 'Anna Ozoliņa', household: true });
    expect(found).toMatchObject({
      identifiedAs: { level: '2', method: 'portal-eid' },
      application: { customer: { personalCode: '01019010000' } },
    });
  });

  test('an identification is of the code that it was made with: another one in its place is not identified', async () => {
    const { found } = await file('customer', { kind: 'natural', name: 'Anna Ozoliņa', household: true });
    const { id } = found!;
    await post('service', id, { type: 'application.returned', missing: ['kods'] });
    const another = { type: 'application.completed', customer: { personalCode: VICTIM.personalCode } };
    expect(await refusal('customer', id, another), 'nobody becomes another by typing').toEqual([
      422,
      'II.5.2',
    ]);
    expect((await post('service', id, { type: 'customer.identified', method: 'in-person' })).status).toBe(
      200,
    );
    const done = await post('service', id, another);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    const seen = await api.call('get', `/cases/${id}`, { as: 'service' });
    expect(seen.body).toMatchObject({ identifiedAs: null });
    expect(await refusal('customer', id, { type: 'application.withdrawn' })).toEqual([403, 'II.5.1']);
  });

  test('a company is not signed for by a person whose code stands beside its number', async () => {
    const { found } = await file('customer', {
      kind: 'legal',
      name: 'SIA Zināmā',
      registrationNumber: '40003000000',
      personalCode: '010190-10000',
    });
    const sign = { type: 'contract.signed', party: 'customer', form: 'portal' };
    expect(await refusal('customer', found!.id, sign)).toEqual([403, 'II.5.1']);
  });

  describe('authorities (D-21)', () => {
    const from = '2025-03-10';
    const given = (agent: unknown, scope: unknown = 'everything') => ({
      type: 'authority.filed',
      agent,
      scope,
      from,
    });
    const own = async () =>
      (await file('customer', { kind: 'natural', name: 'Anna Ozoliņa', household: true })).found!.id;

    test('no revocation lies ahead, by which a representative could not be revoked any more', async () => {
      const id = await own();
      const agent = { code: '40003000017' };
      expect((await post('customer', id, given(agent))).status).toBe(200);
      const later = { type: 'authority.revoked', agent, receivedAt: '2099-01-01' };
      for (const receivedAt of ['2099-01-01', '2025-03-10T21:59:59Z', '2025-03-10T22:30:00Z'])
        expect(await refusal('broker', id, { ...later, receivedAt }), receivedAt).toEqual([422, 'II.5.3']);
      const now = { ...later, receivedAt: from };
      const revoked = await post('customer', id, now);
      expect(revoked.status, JSON.stringify(revoked.body)).toBe(200);
      expect((await api.call('get', `/cases/${id}`, { as: 'broker' })).status).toBe(404);
    });

    test('a representative makes itself no owner, nor revokes others, by an authority over everything', async () => {
      const id = await own();
      expect((await post('customer', id, given({ code: '40003000017' }))).status).toBe(200);
      const newOwner = { kind: 'legal', name: 'SIA Aģents', registrationNumber: '40003000017' };
      for (const act of [
        { type: 'owner.changed', on: '2025-03-10', newOwner },
        { type: 'authority.revoked', agent: { code: '40000000001' }, receivedAt: '2025-03-10' },
      ])
        expect((await post('broker', id, act)).status, act.type).toBe(403);
      const itself = { type: 'application.completed', customer: newOwner };
      expect((await post('broker', id, itself)).status).not.toBe(200);
      expect(await refusal('customer', id, given({ code: '40003000017' }, ['nonsense']))).toEqual([
        422,
        'II.5.3',
      ]);
    });

    test('a representative files none: not for its other name, not for others, not a wider one', async () => {
      const id = await own();
      expect(
        (await post('customer', id, given({ code: '40003000017' }, ['authority.filed', 'complaint.filed'])))
          .status,
      ).toBe(200);
      for (const agent of [{ code: '400030-00017' }, { code: '40000000001' }, '40003000017'])
        expect(await refusal('broker', id, given(agent)), JSON.stringify(agent)).toEqual([403, 'II.6.2']);
      expect((await post('broker', id, { type: 'complaint.filed', text: 'Kad?' })).status).toBe(200);
      await post('customer', id, {
        type: 'authority.revoked',
        agent: { code: '40003000017' },
        receivedAt: '2025-03-10T08:00:00Z',
      });
      expect((await api.call('get', `/cases/${id}`, { as: 'broker' })).status).toBe(404);
    });

    test('a name that anybody can register, and a code that cannot be, name nobody', async () => {
      const id = await own();
      for (const agent of ['future@piemers.example', 'broker', { code: '310290-12345' }, { code: '123' }])
        expect((await post('customer', id, given(agent))).status, JSON.stringify(agent)).toBe(422);
    });

    test('service files none without the document', async () => {
      const id = await own();
      expect((await post('service', id, given({ code: '40003000017' }))).status).toBe(422);
      expect((await api.call('get', `/cases/${id}`, { as: 'broker' })).status).toBe(404);
    });

    test('to see, pay and ask is not to sign', async () => {
      const id = await own();
      await post('customer', id, given({ code: '40003000017' }, 'view-and-pay'));
      expect((await api.call('get', `/cases/${id}/invoices`, { as: 'broker' })).status).toBe(200);
      expect((await post('broker', id, { type: 'complaint.filed', text: 'Kad?' })).status).toBe(200);
      expect(await refusal('broker', id, { type: 'application.withdrawn' })).toEqual([403, 'II.5.3']);
    });
  });

  describe('what service records', () => {
    test('is no sign-in of somebody else', async () => {
      const { found } = await file('service', { kind: 'natural', name: 'Bez Koda', household: true });
      for (const method of ['portal-eid', 'portal-bank', 'portal-password'])
        expect((await post('service', found!.id, { type: 'customer.identified', method })).status).toBe(422);
      const signed = { type: 'customer.identified', method: 'qualified-esignature' };
      expect((await post('service', found!.id, signed)).status, 'without its container').toBe(422);
      expect((await post('service', found!.id, { ...signed, method: 'phone' })).body).toMatchObject({
        identifiedAs: { level: '1', method: 'phone' },
      });
      expect((await post('service', found!.id, { ...signed, method: 'in-person' })).body).toMatchObject({
        identifiedAs: { level: '4', method: 'in-person' },
      });
    });
  });

  test('what a company let others see before it was confirmed does not outlive the confirmation', async () => {
    const { id } = await createAccount(
      database(),
      {
        username: 'young',
        password,
        name: 'SIA Jaunā',
        roles: ['customer'],
        kind: 'legal',
        partyCode: '40003000025',
      },
      now,
    );
    const asked = { name: 'Spiegs', email: 'sp@piemers.example', rights: ['see'] };
    expect((await api.call('post', '/me/sub-users', { as: 'young', body: asked })).status).not.toBe(201);
    const confirmed = await api.call('put', `/company-accounts/${id}/confirmation`, {
      as: 'service',
      ...PDF,
    });
    expect(confirmed.status).toBe(204);
    expect(await file('young', { kind: 'legal', name: 'SIA Jaunā' })).toMatchObject({ status: 201 });
  });
});
