import { describe, expect, test } from 'vitest';
import { caseSchema, problemSchema } from '../../../src/api/schemas.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { application, casesOver } from './cases-over.ts';

describeOnBothDatabases('cases over HTTP', (database) => {
  const { call, post } = casesOver(database);

  describe('POST /cases (II.11.1)', () => {
    test('201: an application is received, with its address and version', async () => {
      const answer = await call('post', '/cases', { body: application() });
      const view = caseSchema.parse(answer.body);
      expect(answer.status).toBe(201);
      expect(view).toMatchObject({ status: 'received', regions: null, awaits: 'operator', supplyMode: null });
      expect(answer.headers.get('Location')).toBe(`/api/v1/cases/${view.id}`);
      expect(answer.headers.get('ETag')).toBe(`"${view.version}"`);
    });

    test('201: a draft is checked for form only, and filed by application.submitted', async () => {
      const draft = await call('post', '/cases?draft=1', { body: { purpose: 'new' } });
      expect(draft).toMatchObject({ status: 201, body: { status: 'draft' } });
      const { id } = caseSchema.parse(draft.body);
      expect((await post(id, { type: 'application.submitted' }, 'customer')).status).toBeGreaterThanOrEqual(
        409,
      );
      const filed = await post(id, { type: 'application.submitted', ...application() }, 'customer');
      expect(filed).toMatchObject({ status: 200, body: { status: 'received' } });
    });

    test.each(['engineer', 'finance', 'privacy', 'admin'])(
      '403: %s does not apply, and is told so before what is wrong with the body',
      async (as) => {
        expect((await call('post', '/cases', { as, body: {} })).status).toBe(403);
      },
    );

    test.each([
      [{ customer: undefined }, 'customer'],
      [{ purpose: 'fun' }, 'purpose'],
      [{ colour: 'red' }, 'colour'],
      [{ notes: 'NUL \0' }, 'notes'],
      [{ object: { address: 'x'.repeat(301) } }, 'object.address'],
      [{ connection: { phases: 3, ampere: 25, volt: '400' } }, 'connection.ampere'],
      [{ connection: { phases: 3, ampere: '-25', volt: '400' } }, 'connection.ampere'],
      [{ connection: { phases: 2, ampere: '25', volt: '400' } }, 'connection.phases'],
    ])('422: %j is refused for its field %s', async (wrong, field) => {
      const answer = await call('post', '/cases', { body: application(wrong) });
      expect(answer.status).toBe(422);
      expect(problemSchema.parse(answer.body).errors!.map((error) => error.field)).toContain(field);
    });

    test.each(['?draft=maybe', '?colour=red', '?draft=1&draft=0'])('422: the query %s', async (query) => {
      expect((await call('post', `/cases${query}`, { body: application() })).status).toBe(422);
    });

    test('the same key and body open one case; the key with another body is refused', async () => {
      const body = application();
      const headers = { 'Idempotency-Key': 'apply-once' };
      const first = await call('post', '/cases', { body, headers });
      const second = await call('post', '/cases', { body, headers });
      expect(second.status).toBe(201);
      expect(second.body).toEqual(first.body);
      expect((await call('post', '/cases', { body: application(), headers })).status).toBe(422);
    });
  });
});
