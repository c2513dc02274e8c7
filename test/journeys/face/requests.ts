import { describe, expect, test } from 'vitest';
import { application } from '../builders.ts';
import { problemOf } from '../client.ts';
import type { Face } from './face.ts';

export function describeRequests({ call, event, opened, find }: Face): void {
  describe('requests that are not what they should be', () => {
    test('a body of 5 MB is refused unread, and the product goes on', async () => {
      const huge = { type: 'complaint.filed', text: 'x'.repeat(5_000_000) };
      const { id } = await opened();
      for (const path of ['/cases', `/cases/${id}/events`, '/fees/quotes', '/sessions']) {
        const answer = await call('customer', 'POST', path, huge);
        expect(problemOf(answer).status, path).toBe(413);
      }
      expect((await find('customer', id)).version).toBe(2);
    });

    test.each(['{', '{"type":', '{"type":"complaint.filed",}', "{'type':'x'}", '\u0000', '{"a":NaN}'])(
      '400: malformed JSON %j',
      async (body) => {
        const answer = await call('customer', 'POST', '/cases', body, { 'Content-Type': 'application/json' });
        expect(problemOf(answer).status).toBe(400);
      },
    );

    test.each([
      'null',
      '[]',
      '"text"',
      '7',
      'true',
      '',
      '{}',
      '{"__proto__":{"admin":true}}',
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    ])('422: JSON that is no application: %.40s', async (body) => {
      const answer = await call('customer', 'POST', '/cases', body, { 'Content-Type': 'application/json' });
      expect(problemOf(answer).status).toBe(422);
    });

    test.each([
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/jsonx',
      'nonsense',
    ])('415: the content type %s', async (type) => {
      const answer = await call('customer', 'POST', '/cases', JSON.stringify(application()), {
        'Content-Type': type,
      });
      expect(problemOf(answer).status).toBe(415);
    });

    test('JSON in UTF-8 is read, in another encoding refused', async () => {
      const body = JSON.stringify(application());
      const typed = (type: string, more = {}) =>
        call('customer', 'POST', '/cases', body, { 'Content-Type': type, ...more });
      expect((await typed('application/json; charset=utf-8')).status).toBe(201);
      expect((await typed('APPLICATION/JSON')).status).toBe(201);
      expect((await typed('application/json; charset=koi8-r')).status).toBe(415);
      expect((await typed('application/json', { 'Content-Encoding': 'zstd2' })).status).toBe(415);
    });

    test('HEAD is GET without its body, OPTIONS tells what is possible, other methods are 405', async () => {
      const { id } = await opened();
      for (const path of ['/cases', `/cases/${id}`, `/cases/${id}/history`, '/openapi.json']) {
        const head = await call('service', 'HEAD', path);
        expect(head).toMatchObject({ status: 200, body: '' });
      }
      const options = await call('service', 'OPTIONS', '/cases');
      expect([options.status, options.headers.get('Allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        const answer = await call('service', method, `/cases/${id}`);
        expect(problemOf(answer).status).toBe(405);
        expect(answer.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
      }
    });

    test.each([
      'x',
      'x'.repeat(7000),
      '00000000-0000-4000-8000-000000000000',
      '%00',
      '%E0%A4%A',
      '..%2f..%2fetc%2fpasswd',
      "' or 1=1 --",
      'ā'.repeat(50),
      '1',
      'null',
    ])('404: there is no case %.40s', async (id) => {
      for (const path of ['', '/history', '/notices'])
        expect(
          problemOf(
            await call('service', 'GET', `/cases/${id.includes('%') ? id : encodeURIComponent(id)}${path}`),
          ).status,
        ).toBe(404);
      expect(
        (
          await event('service', id.includes('%') ? id : encodeURIComponent(id), 'complaint.filed', {
            text: 'x',
          })
        ).status,
      ).toBe(404);
    });

    test('an id is known in either case of its letters', async () => {
      const { id } = await opened();
      expect((await find('customer', id.toUpperCase())).id).toBe(id);
    });

    test('404 elsewhere; health, readiness and metrics are at the root alone', async () => {
      for (const path of ['/', '/nothing', '/healthz', '/readyz', '/metrics', '/cases/x/y'])
        expect((await call('admin', 'GET', path)).status, path).toBe(404);
      for (const path of ['healthz', 'readyz', 'metrics'])
        expect((await call(null, 'GET', path)).status, path).toBe(200);
      expect(String((await call(null, 'GET', 'metrics')).body)).toContain('pieslegums_events_total');
    });
  });
}
