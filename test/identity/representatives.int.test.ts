import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/casework/caller.ts';
import { isGiven } from '../../src/casework/show/authorities.ts';
import { signedIn } from '../../src/demo/people.ts';
import { EVENT_DATA, type EventType } from '../../workflows/events.ts';
import { type Office, openOffice } from '../payments/office.ts';
import { describeOnBothDatabases } from '../support/database.ts';

const ANNA = signedIn('customer');
const PARAUGS = signedIn('company');
const CUSTOMER_ACTS = (Object.keys(EVENT_DATA) as EventType[]).filter(
  (type) => isGiven(type) && type !== 'application.drafted',
);

describeOnBothDatabases('representatives (II.5.3, II.6.2)', (database) => {
  let office: Office;
  let caseId: string;

  beforeAll(async () => {
    office = await openOffice(database());
  });
  beforeEach(async () => {
    caseId = (await office.received()).id;
  });

  const file = (scope: string | string[], more: { from?: string; until?: string; agent?: string } = {}) =>
    office.post('customer', caseId, 'authority.filed', {
      agent: '40000000001',
      from: '2025-03-10',
      ...more,
      scope,
    });
  const listedFor = async (caller: Caller) =>
    (await office.casework.list(caller, { limit: 200 }, 'en')).items.map(({ id }) => id);
  const authorise = (type: EventType) =>
    (office.casework as unknown as { authorise: (...asked: unknown[]) => Promise<void> }).authorise(
      PARAUGS,
      caseId,
      { type, data: {} },
    );

  describe('the list of cases', () => {
    test.each([
      ['by registration number', '40000000001'],
      ['by a number that is written with a hyphen', '400000-00001'],
    ])('holds a case while an authority that names the agent %s binds', async (_how, agent) => {
      expect(await listedFor(PARAUGS)).not.toContain(caseId);
      await file('all', { agent });
      expect(await listedFor(PARAUGS)).toContain(caseId);
      await office.post('service', caseId, 'authority.revoked', {
        receivedAt: '2025-03-10T07:00:00Z',
        agent,
      });
      expect(await listedFor(PARAUGS)).not.toContain(caseId);
    });

    test('shows nothing before the first day and after the last one', async () => {
      await file('all', { from: '2025-03-11' });
      expect(await listedFor(PARAUGS)).not.toContain(caseId);
      const other = (await office.received()).id;
      await office.post('customer', other, 'authority.filed', {
        agent: '40000000001',
        scope: 'all',
        from: '2025-03-01',
        until: '2025-03-09',
      });
      expect(await listedFor(PARAUGS)).not.toContain(other);
    });

    test('is the customer’s and the representative’s, and nobody else’s', async () => {
      await file('all');
      expect(await listedFor(ANNA)).toContain(caseId);
      expect(await listedFor({ ...PARAUGS, accountId: 'x', username: 'comp', partyCode: null })).toEqual([]);
    });

    test('nobody finds a case by typing a representative’s name into the search of the staff', async () => {
      await file('all', { agent: '03039030000' });
      const found = await office.casework.list(signedIn('service'), { limit: 200, q: '03039030000' }, 'en');
      expect(found.items).toEqual([]);
    });
  });

  describe('the scope', () => {
    test.each(CUSTOMER_ACTS)('%s: open to who was given it, and to nobody who was not', async (type) => {
      await file([type]);
      await expect(authorise(type)).resolves.toBeUndefined();
      const other = CUSTOMER_ACTS.find((one) => one !== type)!;
      await expect(authorise(other)).rejects.toMatchObject({
        code: 'rights.outside-scope',
        clause: 'II.5.3',
      });
    });

    test('the rights of a data subject are used by whom the authority names for them (ADR 0092)', async () => {
      await file('all');
      await expect(authorise('data-request.filed')).rejects.toMatchObject({ code: 'rights.outside-scope' });
      await expect(authorise('complaint.filed')).resolves.toBeUndefined();
      await file(['data-request.filed']);
      await expect(authorise('data-request.filed')).resolves.toBeUndefined();
    });

    test('a representative may always give the own authority back, and nobody else’s', async () => {
      await file(['complaint.filed']);
      await file('all', { agent: '02029220000' });
      await expect(
        office.post(PARAUGS, caseId, 'authority.revoked', {
          receivedAt: '2025-03-10T08:00:00Z',
          agent: '02029220000',
        }),
      ).rejects.toMatchObject({ code: 'rights.outside-scope' });
      await expect(
        office.post(PARAUGS, caseId, 'authority.revoked', { receivedAt: '2025-03-10T08:00:00Z' }),
        'all at once',
      ).rejects.toMatchObject({ code: 'rights.outside-scope' });
      await office.post(PARAUGS, caseId, 'authority.revoked', {
        receivedAt: '2025-03-10T08:00:00Z',
        agent: '40000000001',
      });
      await expect(office.casework.find(PARAUGS, caseId, 'en')).rejects.toMatchObject({ kind: 'not-found' });
    });
  });

  describe('the authorities on file', () => {
    test('are told to the customer and to service, each with how it stands', async () => {
      await file(['complaint.filed'], { until: '2025-03-20' });
      await file('all', { agent: '03039030000', from: '2025-04-01' });
      await file('all', { agent: '04049040000', from: '2025-03-01', until: '2025-03-02' });
      await file('all', { agent: '05059050000' });
      await office.post('customer', caseId, 'authority.revoked', {
        receivedAt: '2025-03-10T08:00:00Z',
        agent: '05059050000',
      });
      for (const caller of [ANNA, signedIn('service')]) {
        const { items, mayFile } = await office.casework.authorities(caller, caseId);
        expect(mayFile).toBe(true);
        expect(items.map(({ agent, state }) => [agent, state])).toEqual([
          ['05059050000', 'revoked'],
          ['04049040000', 'ended'],
          ['03039030000', 'future'],
          ['40000000001', 'effective'],
        ]);
      }
    });

    test('a representative sees the own one alone; other staff and sub-users none', async () => {
      await file(['complaint.filed']);
      await file('all', { agent: '02029220000' });
      const seen = await office.casework.authorities(PARAUGS, caseId);
      expect(seen).toMatchObject({ mayFile: false, items: [{ agent: '40000000001' }] });
      const subUser: Caller = {
        ...PARAUGS,
        actingFor: { accountId: ANNA.accountId, partyCode: ANNA.partyCode, rights: ['see', 'pay'] },
      };
      for (const caller of [subUser, signedIn('engineer'), signedIn('finance')])
        await expect(office.casework.authorities(caller, caseId)).rejects.toMatchObject({
          kind: 'forbidden',
        });
    });
  });
});
