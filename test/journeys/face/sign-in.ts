import { describe, expect, test } from 'vitest';
import { problemOf } from '../client.ts';
import type { Face } from './face.ts';

export function describeSignIn({ call }: Face): void {
  describe('signing in', () => {
    const USERS = [
      ['customer', ['customer'], '2'],
      ['company', ['customer'], '2'],
      ['engineer', ['engineer'], '0'],
      ['engineer2', ['engineer'], '0'],
      ['service', ['service'], '0'],
      ['service2', ['service'], '0'],
      ['finance', ['finance'], '0'],
      ['finance2', ['finance'], '0'],
      ['privacy', ['privacy'], '0'],
      ['admin', ['admin'], '0'],
    ] as const;

    test.each(USERS)('the demo account %s', async (username, roles, level) => {
      const { status, body } = await call(null, 'POST', '/sessions', { username, password: 'demo' });
      expect(status).toBe(200);
      expect(body).toMatchObject({ token: expect.stringMatching(/^\S{20,}$/), username, roles, level });
    });

    test('401: a wrong password, an unknown name, no token, a made-up one, another scheme', async () => {
      for (const body of [
        { username: 'customer', password: 'Demo' },
        { username: 'nobody', password: 'demo' },
      ])
        expect((await call(null, 'POST', '/sessions', body)).status).toBe(401);
      for (const Authorization of [
        '',
        'Bearer',
        'Bearer x',
        'Basic Y3VzdG9tZXI6ZGVtbw==',
        `Bearer ${'x'.repeat(5000)}`,
      ]) {
        const answer = await call(null, 'GET', '/cases', undefined, { Authorization });
        expect(problemOf(answer)).toMatchObject({ status: 401 });
        expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
      }
    });

    test('422: a name or password missing, or something besides', async () => {
      for (const body of [
        {},
        { username: 'customer' },
        { username: 'customer', password: 'demo', role: 'admin' },
        { username: ['customer'], password: 'demo' },
      ])
        expect((await call(null, 'POST', '/sessions', body)).status).toBe(422);
    });
  });
}
