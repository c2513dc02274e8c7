import { describe, expect, test } from 'vitest';
import { caseSchema, problemSchema } from '../../../src/api/schemas.ts';
import { describeOnBothDatabases } from '../../support/database.ts';
import { casesOver, routed } from './cases-over.ts';

describeOnBothDatabases('cases over HTTP', (database) => {
  const { call, post, opened, eventsOf } = casesOver(database);

  describe('POST /cases/{id}/events', () => {
    test('404 before 403 before 422 before 409', async () => {
      const { id } = await opened();
      const wrong = { type: 'offer.issued', price: 1 };
      expect((await post(id, wrong, 'company')).status).toBe(404);
      expect((await post(id, wrong, 'customer')).status).toBe(403);
      expect((await post(id, wrong, 'engineer')).status).toBe(422);
      expect((await post(id, { type: 'works.started', on: '2025-03-10' }, 'engineer')).status).toBe(409);
    });

    test('an unknown event is 404 to whom the case is hidden, else 422', async () => {
      const { id } = await opened();
      for (const type of ['case.exploded', 'application.drafted', 'toString', '']) {
        expect((await post(id, { type }, 'company')).status).toBe(404);
        expect((await post(id, { type }, 'customer')).status).toBe(422);
      }
      expect((await post(id, {}, 'customer')).status).toBe(422);
    });

    test('deadline.passed is the clock’s alone', async () => {
      const { id } = await opened();
      expect(
        (await post(id, { type: 'deadline.passed', name: 'offer', day: '2025-03-30' }, 'admin')).status,
      ).toBe(403);
    });

    test('409 names the clause and what is possible now, and nothing has changed', async () => {
      const { id, version } = await opened();
      const refused = await post(id, { type: 'offer.objected', reasons: 'Par dārgu' }, 'customer');
      expect(refused.status).toBe(409);
      const problem = problemSchema.parse(refused.body);
      expect(problem.actions!.map(({ type }) => type)).toContain('application.routed');
      expect((await call('get', `/cases/${id}`)).body).toMatchObject({ version, status: 'received' });
    });

    test('200: the case after it, and its new version', async () => {
      const { id, version } = await opened();
      const answer = await post(id, routed, 'engineer');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('ETag')).toBe(`"${caseSchema.parse(answer.body).version}"`);
      expect(caseSchema.parse(answer.body)).toMatchObject({ status: 'evaluating' });
      expect(caseSchema.parse(answer.body).version).toBeGreaterThan(version);
    });

    test('If-Match: only at the version that was seen; a stale one is 409, a malformed one 422', async () => {
      const { id, version } = await opened();
      expect((await post(id, routed, 'engineer', { 'If-Match': `"${version + 5}"` })).status).toBe(409);
      for (const malformed of ['seven', '"x"', '-1', '""']) {
        expect((await post(id, routed, 'engineer', { 'If-Match': malformed })).status).toBe(422);
        expect((await post(id, routed, 'customer', { 'If-Match': malformed })).status).toBe(403);
      }
      expect((await post(id, routed, 'engineer', { 'If-Match': `"${version}"` })).status).toBe(200);
    });

    test('Idempotency-Key: the same request twice, also at once, happens once', async () => {
      const { id } = await opened();
      const headers = { 'Idempotency-Key': `route-${id}` };
      const answers = await Promise.all([
        post(id, routed, 'engineer', headers),
        post(id, routed, 'engineer', headers),
        post(id, routed, 'engineer', headers),
      ]);
      answers.push(await post(id, routed, 'engineer', headers));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
      expect((await eventsOf(id)).filter((type) => type === 'application.routed')).toHaveLength(1);
      expect((await post(id, { ...routed, reasons: 'Cits' }, 'engineer', headers)).status).toBe(422);
    });

    test.each(['x'.repeat(201), 'ā'])('422: the Idempotency-Key “%s”', async (key) => {
      const { id } = await opened();
      expect(
        (await post(id, routed, 'engineer', { 'Idempotency-Key': Buffer.from(key).toString('latin1') }))
          .status,
      ).toBe(422);
    });

    test('two people at once: one act happens, the other is told that it no longer can', async () => {
      const { id } = await opened();
      const answers = await Promise.all([post(id, routed, 'engineer'), post(id, routed, 'engineer2')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await eventsOf(id)).filter((type) => type === 'application.routed')).toHaveLength(1);
    });

    test('the same problem in Latvian', async () => {
      const { id } = await opened();
      const answer = await post(id, { type: 'offer.objected', reasons: 'Par dārgu' }, 'customer', {
        'Accept-Language': 'lv',
      });
      expect(problemSchema.parse(answer.body).title).toBe('Pašlaik nav iespējams');
    });
  });
});
