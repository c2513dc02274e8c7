import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAccount } from '../../src/identity/accounts.ts';
import type { StaffPolicy } from '../../src/identity/staff-policy.ts';
import { type Answer, type RunningApi, runApi } from '../api/running-api.ts';
import { type RunningPortal, runPortal } from '../portal/running-portal.ts';
import { describeOnBothDatabases } from '../support/database.ts';

/** ADR 0120: a password alone opens nothing of staff in production. */
const STAFF: StaffPolicy = {
  factorRequired: true,
  idle: Temporal.Duration.from({ minutes: 30 }),
  factorFreshFor: Temporal.Duration.from({ minutes: 15 }),
};
const PASSWORD = 'zaļš dārzs pie upes';

const codeAt = (secret: string, at: Temporal.Instant): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.epochMilliseconds });
const otherThan = (code: string): string => String((Number(code) + 111_111) % 1_000_000).padStart(6, '0');
const problem = ({ status, body }: Answer) => [
  status,
  (body as { type?: string } | null)?.type?.replace('urn:pieslegums:problem:', ''),
];

describeOnBothDatabases('the second factor of staff', (database) => {
  let at = Temporal.Now.instant();
  let api: RunningApi;
  let other: RunningApi;
  let portal: RunningPortal;
  const later = (duration: Temporal.DurationLike): void => {
    at = at.add(duration);
  };

  beforeAll(async () => {
    const options = { staff: STAFF, now: () => at };
    api = await runApi(database(), options);
    other = await runApi(database(), options);
    portal = await runPortal(database(), options);
  }, 60_000);
  afterAll(async () => {
    await api.stop();
    await other.stop();
    await portal.stop();
  });
  beforeEach(() => later({ minutes: 2 }));

  async function member(roles: readonly ('service' | 'admin')[] = ['service']): Promise<string> {
    const username = `s${crypto.randomUUID().slice(0, 8)}`;
    const given = { username, password: PASSWORD, name: 'Zane Bērziņa', roles, kind: 'staff' } as const;
    await createAccount(database(), given, at);
    return username;
  }
  const signIn = (username: string, otp?: string, through = api): Promise<Answer> =>
    through.call('post', '/sessions', {
      as: null,
      body: { username, password: PASSWORD, ...(otp === undefined ? {} : { otp }) },
    });
  const tokenIn = ({ status, body }: Answer): string => {
    expect(status, JSON.stringify(body)).toBe(200);
    return (body as { token: string }).token;
  };
  const as = (token: string, method: string, path: string, body?: unknown): Promise<Answer> =>
    api.call(method, path, {
      as: null,
      headers: { Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
    });
  async function enrolled(roles?: readonly ('service' | 'admin')[]) {
    const username = await member(roles);
    const token = tokenIn(await signIn(username));
    const { secret } = (await as(token, 'post', '/me/second-factor')).body as { secret: string };
    const done = await as(token, 'post', '/me/second-factor/confirmation', { otp: codeAt(secret, at) });
    const { recoveryCodes } = done.body as { recoveryCodes: string[] };
    return { username, token, secret, recoveryCodes };
  }

  describe('over the API', () => {
    test('a password alone opens nothing but setting the factor up', async () => {
      const username = await member();
      const answer = await signIn(username);
      expect(answer.body).toMatchObject({ secondFactor: 'set-up' });
      const token = tokenIn(answer);
      for (const path of ['/cases', '/approvals', '/me', '/reads'])
        expect(problem(await as(token, 'get', path))).toEqual([403, 'second-factor.required']);
      const { secret, uri } = (await as(token, 'post', '/me/second-factor')).body as Record<string, string>;
      expect(uri).toMatch(/^otpauth:\/\/totp\//);
      const wrong = { otp: otherThan(codeAt(secret!, at)) };
      expect(problem(await as(token, 'post', '/me/second-factor/confirmation', wrong))).toEqual([
        401,
        'session.wrong-second-factor',
      ]);
      const right = { otp: codeAt(secret!, at) };
      const done = await as(token, 'post', '/me/second-factor/confirmation', right);
      expect((done.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
      expect((await as(token, 'get', '/cases')).status).toBe(200);
    });

    test('who has the password and no phone does not get in', async () => {
      const { username, secret } = await enrolled();
      expect(problem(await signIn(username))).toEqual([401, 'session.second-factor']);
      later({ minutes: 1 });
      const code = codeAt(secret, at);
      expect(problem(await signIn(username, otherThan(code)))).toEqual([401, 'session.wrong-second-factor']);
      expect((await signIn(username, code)).status).toBe(200);
    });

    test('a code that was looked at over a shoulder opens nothing a second time, in no process', async () => {
      const { username, secret } = await enrolled();
      later({ minutes: 1 });
      const code = codeAt(secret, at);
      const answers = await Promise.all([api, other, api, other].map((one) => signIn(username, code, one)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
      later({ seconds: 30 });
      expect((await signIn(username, code)).status).toBe(401);
    });

    test('a recovery code opens once', async () => {
      const { username, recoveryCodes } = await enrolled();
      const [code] = recoveryCodes;
      expect((await signIn(username, code!.toUpperCase())).status).toBe(200);
      expect((await signIn(username, code)).status).toBe(401);
      expect((await signIn(username, recoveryCodes[1])).status).toBe(200);
      const stored = await database().query<{ all: string }>(
        `select string_agg(code_hash, ',') as all from recovery_codes`,
      );
      expect(stored[0]!.all).not.toContain(recoveryCodes[2]!.replace('-', ''));
    });

    test('guessing is slowed for both processes together', async () => {
      const { username, secret } = await enrolled();
      later({ minutes: 1 });
      const wrong = otherThan(codeAt(secret, at));
      const statuses = [];
      for (let tries = 0; tries < 30; tries += 1)
        statuses.push((await signIn(username, wrong, tries % 2 === 0 ? api : other)).status);
      expect(statuses).toContain(429);
      expect(statuses.filter((status) => status === 401).length).toBeLessThan(12);
    });

    test('a secret that is set up is not told again, and not replaced by whoever has the session', async () => {
      const { token } = await enrolled();
      expect(problem(await as(token, 'post', '/me/second-factor'))).toEqual([409, 'second-factor.set-up']);
    });

    test('approvals, accounts and the law ask for the factor again after a while', async () => {
      const { token, secret } = await enrolled(['admin']);
      const asked = { username: `x${crypto.randomUUID().slice(0, 8)}`, name: 'Jauns', roles: ['service'] };
      later({ minutes: 14 });
      await as(token, 'get', '/accounts');
      later({ minutes: 2 });
      for (const [path, body] of [
        ['/accounts', asked],
        ['/law/proposals', {}],
        ['/approvals/00000000-0000-4000-8000-000000000000', { decision: 'apply' }],
      ] as const)
        expect([path, ...problem(await as(token, 'post', path, body))]).toEqual([
          path,
          403,
          'second-factor.again',
        ]);
      expect((await as(token, 'get', '/accounts')).status).toBe(200);
      const shown = await as(token, 'post', '/me/second-factor/proof', { otp: codeAt(secret, at) });
      expect(shown.status).toBe(204);
      expect((await as(token, 'post', '/accounts', asked)).status).toBe(202);
    });

    test('money goes out only with a factor that was shown lately', async () => {
      const { token } = await enrolled();
      later({ minutes: 16 });
      const path = '/cases/00000000-0000-4000-8000-000000000000/events';
      const paid = { type: 'refund.paid', on: '2025-03-10', amount: '10.00' };
      expect(problem(await as(token, 'post', path, paid))).toEqual([403, 'second-factor.again']);
    });

    test('a session of staff that nobody used for half an hour has ended; a customer’s has not', async () => {
      const { token } = await enrolled();
      const customer = (await api.call('post', '/sessions', {
        as: null,
        body: { username: 'customer', password: 'demo' },
      })) as Answer;
      later({ minutes: 31 });
      expect((await as(token, 'get', '/cases')).status).toBe(401);
      expect((await as(tokenIn(customer), 'get', '/cases')).status).toBe(200);
    });

    test('customers are asked for none', async () => {
      expect((await api.call('get', '/cases', { as: 'company' })).status).toBe(200);
      expect((await api.call('post', '/me/second-factor', { as: 'company' })).status).toBe(403);
    });
  });

  test('in the portal every page leads to setting it up, then to the code, and on to the page', async () => {
    const username = await member();
    const visitor = portal.visitor();
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { username, password: PASSWORD });
    expect((await visitor.get('/cases?status=offered')).location).toBe(
      `/second-factor?next=${encodeURIComponent('/cases?status=offered')}`,
    );
    const page = await visitor.get('/second-factor?next=%2Fcases');
    expect(page.text).toContain('Iestatiet otro faktoru');
    expect(page.html).toContain('autocomplete="one-time-code"');
    expect(page.html).not.toContain('href="/cases"');
    const secret = page.html.match(/<code>([A-Z2-7 ]+)<\/code>/)![1]!.replaceAll(' ', '');
    const wrong = await visitor.post('/second-factor', {
      otp: otherThan(codeAt(secret, at)),
      goOn: '/cases',
    });
    expect([wrong.status, wrong.html.includes(secret.slice(0, 4))]).toEqual([422, true]);
    const done = await visitor.post('/second-factor', { otp: codeAt(secret, at), goOn: '/cases' });
    const codes = [...done.html.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code]) => code!);
    expect(codes).toHaveLength(10);
    expect((await visitor.get('/cases')).status).toBe(200);

    later({ minutes: 1 });
    const next = portal.visitor();
    await next.get('/sign-in');
    await next.post('/sign-in', { username, password: PASSWORD });
    expect((await next.get('/cases')).location).toBe('/second-factor?next=%2Fcases');
    expect((await next.get('/second-factor?lang=en')).text).toContain('Enter the code');
    const shown = await next.post('/second-factor', { otp: codeAt(secret, at), goOn: '/cases' });
    expect(shown.location).toBe('/cases');
    expect((await next.get('/cases')).status).toBe(200);

    const third = portal.visitor();
    await third.get('/sign-in');
    await third.post('/sign-in', { username, password: PASSWORD });
    await third.get('/second-factor');
    expect((await third.post('/second-factor', { otp: codes[0]! })).status).toBe(303);
    expect((await third.get('/cases')).status).toBe(200);
  });
});
