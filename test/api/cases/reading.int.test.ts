import { describe, expect, test } from 'vitest';
import { caseListSchema, historySchema, noticesSchema } from '../../../src/api/schemas.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { casesOver } from './cases-over.ts';

describeOnBothDatabases('cases over HTTP', (database) => {
  const { call, post, opened } = casesOver(database);

  describe('reading cases', () => {
    test('a customer sees the own cases alone: others are 404 in every call', async () => {
      const { id } = await opened();
      expect((await call('get', `/cases/${id}`, { as: 'customer' })).status).toBe(200);
      for (const path of [`/cases/${id}`, `/cases/${id}/history`, `/cases/${id}/notices`]) {
        expect((await call('get', path, { as: 'company' })).status).toBe(404);
        expect((await call('get', path, { as: 'service' })).status).toBe(200);
      }
      expect((await post(id, { type: 'application.withdrawn' }, 'company')).status).toBe(404);
      const listed = caseListSchema.parse((await call('get', '/cases?limit=200', { as: 'company' })).body);
      expect(listed.items.map((one) => one.id)).not.toContain(id);
    });

    test('II.8.1: who must not see a name finds no case by it, nor by an address; by its number', async () => {
      const { id, number } = await opened('service', {
        customer: { kind: 'natural', name: 'Zelmenīte Neredzamā' },
        object: { address: 'Neredzamā iela 3, Ape' },
      });
      const found = async (as: string, q: string): Promise<boolean> => {
        const { body } = await call('get', `/cases?q=${encodeURIComponent(q)}`, { as });
        return caseListSchema.parse(body).items.some((one) => one.id === id);
      };
      for (const q of ['Zelmenīte', 'neredzama iela', 'Ape'])
        expect([await found('service', q), await found('privacy', q), await found('admin', q)]).toEqual([
          true,
          false,
          false,
        ]);
      for (const as of ['service', 'privacy', 'admin']) expect(await found(as, number), as).toBe(true);
    });

    test('pages follow each other by cursor and hold every case once', async () => {
      for (let i = 0; i < 5; i += 1) await opened();
      const all = caseListSchema
        .parse((await call('get', '/cases?limit=200', { as: 'service' })).body)
        .items.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page = caseListSchema.parse(
          (await call('get', `/cases?limit=2${next}`, { as: 'service' })).body,
        );
        expect(page.items.length).toBeLessThanOrEqual(2);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== null);
      expect(paged).toEqual(all);
      expect(new Set(paged).size).toBe(paged.length);
    });

    test('the list is filtered by status, by who must act, and by words', async () => {
      const { id, number } = await opened();
      const found = async (query: string) =>
        caseListSchema
          .parse((await call('get', `/cases?limit=200&${query}`, { as: 'service' })).body)
          .items.map((one) => one.id);
      expect(await found('status=received,incomplete')).toContain(id);
      expect(await found('status=closed')).not.toContain(id);
      expect(await found('awaits=operator')).toContain(id);
      expect(await found('awaits=customer&overdue=0')).not.toContain(id);
      expect(await found(`q=${encodeURIComponent(number)}`)).toEqual([id]);
      expect(await found(`status=&awaits=&overdue=&q=${encodeURIComponent(number)}&cursor=`)).toEqual([id]);
    });

    test.each([
      'status=lost',
      'awaits=god',
      'limit=0',
      'limit=201',
      'limit=ten',
      'limit=-1',
      'limit=1e2',
      'overdue=perhaps',
      'cursor=nonsense',
      `cursor=${'x'.repeat(600)}`,
      'q=%00',
      `q=${'x'.repeat(201)}`,
      'sort=name',
      'limit=1&limit=2',
    ])('422: GET /cases?%s', async (query) => {
      expect((await call('get', `/cases?${query}`, { as: 'service' })).status).toBe(422);
    });

    test('history and letters have the form that is described', async () => {
      const { id } = await opened();
      const history = historySchema.parse((await call('get', `/cases/${id}/history`)).body);
      expect(history.items[0]).toMatchObject({
        seq: 1,
        type: 'application.submitted',
        actor: 'customer',
        role: 'customer',
        status: 'received',
      });
      expect(noticesSchema.safeParse((await call('get', `/cases/${id}/notices`)).body).error).toBeUndefined();
    });

    test('404: documents that are not there', async () => {
      for (const id of ['x', 'a..b', 'x'.repeat(200)])
        expect((await call('get', `/documents/${id}`)).status).toBe(404);
    });
  });
});
