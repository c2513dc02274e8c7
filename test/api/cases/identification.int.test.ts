import { describe, expect, test } from 'vitest';
import { caseSchema, problemSchema } from '../../../src/api/schemas.ts';
import { createAccount } from '../../../src/identity/accounts.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { application, casesOver } from './cases-over.ts';

describeOnBothDatabases('cases over HTTP', (database) => {
  const { call, post } = casesOver(database);

  describe('levels of identification (II.5.4)', () => {
    const account = { password: 'demo', name: 'X', roles: ['customer'] as const };
    const now = Temporal.Now.instant();

    test('L65, II.5.4.3: whoever signs in by password under a personal code sees and does nothing of that person', async () => {
      await createAccount(
        database(),
        { ...account, username: 'parole', kind: 'natural', partyCode: '03030330303' },
        now,
      );
      const person = {
        kind: 'natural',
        name: 'Zane Bērziņa',
        personalCode: '03030330303',
        email: 'z@piemers.example',
      };
      const filed = await call('post', '/cases', {
        as: 'service',
        body: application({ customer: person }),
      });
      const { id } = caseSchema.parse(filed.body);

      expect((await call('get', `/cases/${id}`, { as: 'parole' })).status).toBe(404);
      expect((await call('get', '/cases', { as: 'parole' })).body).toMatchObject({ items: [] });
      const refusals = [
        await call('post', '/cases', { as: 'parole', body: application() }),
        await call('post', '/cases?draft=1', { as: 'parole', body: {} }),
      ];
      for (const { status, body } of refusals) {
        expect([status, problemSchema.parse(body).clause]).toEqual([403, 'II.5.4.3']);
      }
    });

    test('II.5.4.3: a legal person signed in by password acts once it is confirmed', async () => {
      const { id } = await createAccount(
        database(),
        { ...account, username: 'firma', kind: 'legal', partyCode: '40000000003' },
        now,
      );
      const company = { kind: 'legal', name: 'SIA "Firma"', email: 'f@piemers.example' };
      const file = () => call('post', '/cases', { as: 'firma', body: application({ customer: company }) });
      const refused = await file();
      expect([refused.status, problemSchema.parse(refused.body).clause]).toEqual([403, 'II.5.4.3']);

      const path = `/company-accounts/${id}/confirmation`;
      const pdf = { body: '%PDF-1.7\n%%EOF', headers: { 'Content-Type': 'application/pdf' } };
      expect((await call('put', path, { as: 'firma', ...pdf })).status).toBe(403);
      expect((await call('put', path, { as: 'company', ...pdf })).status).toBe(403);
      expect((await call('put', path, { as: 'admin', ...pdf })).status).toBe(403);
      expect((await call('put', path, { as: 'service' })).status, 'without a document').toBe(422);
      expect((await call('put', `${path}?name=statuti.pdf`, { as: 'service', ...pdf })).status).toBe(204);
      expect((await call('get', '/sessions', { as: 'firma' })).body).toMatchObject({
        level: '2',
        method: 'portal-password',
        party: { kind: 'legal', code: '40000000003', proven: true },
      });
      const filed = caseSchema.parse((await file()).body);
      expect(filed.identifiedAs).toMatchObject({ level: '2', method: 'portal-password' });

      expect((await call('delete', path, { as: 'service' })).status).toBe(204);
      expect((await call('get', `/cases/${filed.id}`, { as: 'firma' })).body).toMatchObject({ fee: null });
      const after = await post(filed.id, { type: 'application.withdrawn' }, 'firma');
      expect([after.status, problemSchema.parse(after.body).clause]).toEqual([403, 'II.5.4.3']);
    });
  });
});
