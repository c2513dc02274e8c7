import { describe, expect, test } from 'vitest';
import { offer } from '../../journeys/builders.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { casesOver, routed } from './cases-over.ts';

describeOnBothDatabases('cases over HTTP', (database) => {
  const { call, post, opened } = casesOver(database);

  async function offered(): Promise<string> {
    const { id } = await opened();
    await post(id, routed, 'engineer');
    expect((await post(id, { type: 'offer.issued', ...offer() }, 'engineer')).status).toBe(200);
    return id;
  }

  const scan = (id: string, purpose: string, as = 'service') =>
    call('post', `/cases/${id}/files?name=lapa.pdf&purpose=${purpose}`, {
      as,
      body: '%PDF-1.4\n%%EOF\n',
      headers: { 'Content-Type': 'application/pdf' },
    });

  const BY_HAND = { type: 'contract.signed', party: 'customer', form: 'handwritten-identifiable' };
  const AUTHORITY = { type: 'authority.filed', agent: '40000000001', scope: 'all', from: '2025-03-10' };
  const CONTAINER = { type: 'customer.identified', method: 'qualified-esignature' };

  describe('what service enters for a customer rests on a file', () => {
    test.each([
      ['II.7.6: a signature by hand', BY_HAND, 'scan'],
      ['II.5.3: an authority', AUTHORITY, 'authority'],
      ['II.5.1: a qualified signature', CONTAINER, 'scan'],
    ])(
      '%s is not registered without one, nor by a customer’s or one of another act',
      async (_, act, purpose) => {
        const id = await offered();
        const before = (await call('get', `/cases/${id}/history`, { as: 'service' })).body as { items: [] };
        expect((await scan(id, purpose, 'customer')).status).toBe(201);
        const bare = await post(id, act, 'service');
        expect(bare.status, JSON.stringify(bare.body)).toBe(422);
        expect(bare.body).toMatchObject({ errors: [{ field: 'files' }] });
        const after = (await call('get', `/cases/${id}/history`, { as: 'service' })).body as { items: [] };
        expect(after.items).toHaveLength(before.items.length);

        expect((await scan(id, purpose)).status).toBe(201);
        const done = await post(id, act, 'service');
        expect(done.status, JSON.stringify(done.body)).toBe(200);
        const again = await post(id, act, 'service2');
        expect(again.status, 'the file is that of the first act').toBe(422);
      },
    );

    test('a customer signs for itself without one', async () => {
      const id = await offered();
      const signed = { type: 'contract.signed', party: 'customer', form: 'portal' };
      expect((await post(id, signed, 'customer')).status).toBe(200);
    });
  });
});
