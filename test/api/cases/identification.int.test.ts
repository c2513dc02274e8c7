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

    test('L65, II.5.4.3: a natural person signed in by password reads and does nothing', async () => {
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

      expect((await call('get', `/cases/${id}`, { as: 'parole' })).status).toBe(200);
      const refusals = [
        await call('post', '/cases', { as: 'parole', body: application() }),
        await call('post', '/cases?draft=1', { as: 'parole', body: {} }),
        await post(id, { type: 'application.withdrawn' }, 'parole'),
        await post(id, { type: 'application.withdrawn', nonsense: true }, 'parole'),
      ];
      for (const { status, body } of refusals) {
        expect([status, problemSchema.parse(body).clause]).toEqual([403, 'II.5.4.3']);
      }
    });

    test('II.5.4.3: a legal person signed in by password acts', async () => {
      await createAccount(
        database(),
        { ...account, username: 'firma', kind: 'legal', partyCode: '40000000003' },
        now,
      );
      const company = { kind: 'legal', name: 'SIA "Firma"', email: 'f@piemers.example' };
      expect(
        (await call('post', '/cases', { as: 'firma', body: application({ customer: company }) })).status,
      ).toBe(201);
    });
  });
});
