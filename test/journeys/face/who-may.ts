import { describe, expect, test } from 'vitest';
import { COMPANY, offer } from '../builders.ts';
import { type Face, fields } from './face.ts';
import { ROLES, WHO } from './who.ts';

export function describeWhoMay({ call, event, opened, find, list }: Face): void {
  describe('who may, and in which order that is asked: 401, 404, 403, 422, 409', () => {
    test('every event is 403 to the other roles, and 422 to its own for an unknown field', async () => {
      const { id } = await opened();
      for (const [type, who] of Object.entries(WHO)) {
        for (const role of ROLES) {
          const answer = await event(role, id, type, { nonsense: 1 });
          expect(answer.status, `${role}: ${type} ${JSON.stringify(answer.body)}`).toBe(
            who.includes(role) ? 422 : 403,
          );
          if (who.includes(role) && type !== 'works.suspended')
            expect(fields(answer), type).toContain('nonsense');
        }
      }
      expect((await find('customer', id)).version).toBe(2);
    });

    test('an act of one role alone is 403 to the other, whatever else is wrong with it', async () => {
      const { id } = await opened();
      for (const [user, type, data] of [
        ['customer', 'contract.signed', { party: 'operator', nonsense: 1 }],
        ['service', 'contract.signed', { party: 'operator' }],
        ['service', 'contract.signed', { party: 'customer', form: 'portal' }],
        ['service', 'contract.withdrawn', { form: 'portal', nonsense: 1 }],
        ['customer', 'works.suspended', { reason: 'digging-ban' }],
        ['customer', 'works.resumed', { reason: 'design-flaws', on: 'yesterday' }],
        ['admin', 'deadline.passed', {}],
      ] as const)
        expect((await event(user, id, type, data)).status, `${user} ${type}`).toBe(403);
    });

    test('events', async () => {
      const { id } = await opened();
      const nowhere = '00000000-0000-4000-8000-000000000000';
      const wrong = { price: 1 };
      expect((await event(null, id, 'offer.issued', wrong)).status).toBe(401);
      expect((await event(null, nowhere, 'no such event')).status).toBe(401);
      expect((await event('company', id, 'offer.issued', wrong)).status).toBe(404);
      expect((await event('engineer', nowhere, 'offer.issued', wrong)).status).toBe(404);
      expect((await event('company', id, 'no such event')).status).toBe(404);
      expect((await event('customer', id, 'offer.issued', wrong)).status).toBe(403);
      expect((await event('engineer', id, 'offer.issued', wrong)).status).toBe(422);
      expect((await event('engineer', id, 'offer.issued', offer())).status).toBe(409);
      expect((await event('engineer', id, 'no such event')).status).toBe(422);
    });

    test('cases, approvals, clock and documents', async () => {
      expect((await call(null, 'POST', '/cases', { nonsense: 1 })).status).toBe(401);
      for (const role of ['engineer', 'finance', 'privacy', 'admin'])
        expect((await call(role, 'POST', '/cases', { nonsense: 1 })).status, role).toBe(403);
      expect((await call('customer', 'POST', '/cases', { nonsense: 1 })).status).toBe(422);
      expect((await call('customer', 'GET', '/approvals')).status).toBe(403);
      expect((await call(null, 'POST', '/approvals/x', {})).status).toBe(401);
      expect(
        (await call('finance', 'POST', '/approvals/00000000-0000-4000-8000-000000000000', {})).status,
      ).toBe(404);
      expect((await call(null, 'POST', '/clock', {})).status).toBe(401);
      for (const role of ROLES.filter((one) => one !== 'admin')) {
        expect((await call(role, 'POST', '/clock', {})).status, role).toBe(403);
        expect((await call(role, 'GET', '/clock')).status, role).toBe(403);
      }
      expect((await call(null, 'GET', '/documents/x')).status).toBe(401);
      expect((await call('service', 'GET', '/documents/x')).status).toBe(404);
    });

    test('a customer sees the own cases alone', async () => {
      const own = await opened('company', { customer: COMPANY });
      const other = await opened('customer');
      for (const path of ['', '/history', '/notices']) {
        expect((await call('company', 'GET', `/cases/${other.id}${path}`)).status).toBe(404);
        for (const role of ROLES)
          expect((await call(role, 'GET', `/cases/${other.id}${path}`)).status, role).toBe(200);
      }
      const seen = (await list('company', '?limit=200')).items.map(({ id }) => id);
      expect(seen).toContain(own.id);
      expect(seen).not.toContain(other.id);
      const number = encodeURIComponent(other.number);
      expect((await list('company', `?q=${number}`)).items).toEqual([]);
    });
  });
}
