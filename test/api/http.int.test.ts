import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import { OPERATIONS } from '../../src/api/openapi/operations.ts';
import { problemSchema, sessionSchema } from '../../src/api/schemas.ts';
import { rateLimits } from '../../src/http/rate-limits.ts';
import { openFreshEmbedded } from '../support/database.ts';
import { type RunningApi, runApi } from './running-api.ts';

let db: Database;
let api: RunningApi;
beforeAll(async () => {
  db = await openFreshEmbedded();
  api = await runApi(db);
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

const JSON_TYPE = { 'Content-Type': 'application/json' };
const NO_CASE = '00000000-0000-4000-8000-000000000000';

describe('every call', () => {
  const paths = OPERATIONS.map(({ method, path, open }) => ({
    method,
    path: path.replace('{id}', NO_CASE),
    open: open ?? false,
  }));

  test('is described, and every description is of a call', () => {
    expect(api.routes().sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test.each(paths.filter(({ open }) => !open))(
    '401: $method $path asks for a sign-in before anything else',
    async ({ method, path }) => {
      const answer = await api.call(method, path, {
        as: null,
        body: method === 'post' ? 'not JSON' : undefined,
        headers: JSON_TYPE,
      });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
      expect(problemSchema.parse(answer.body)).toMatchObject({ status: 401 });
    },
  );

  test.each(paths.filter(({ open }) => open))('$method $path is open', async ({ method, path }) => {
    const answer = await api.call(method, path, { as: null, body: method === 'post' ? {} : undefined });
    expect([200, 422]).toContain(answer.status);
  });

  test.each([...new Set(paths.map(({ path }) => path))])(
    '405: %s names the methods that are possible',
    async (path) => {
      const answer = await api.call('PROPFIND', path, { as: null });
      expect(answer.status).toBe(405);
      const possible = paths.filter((one) => one.path === path).map(({ method }) => method.toUpperCase());
      expect(answer.headers.get('Allow')!.split(', ')).toEqual(expect.arrayContaining(possible));
      expect((await api.call('OPTIONS', path, { as: null })).status).toBe(204);
    },
  );

  test.each([
    '/nothing',
    '/cases/',
    '/cases/1/2/3',
    '/cases/%00/history',
    '/cases/%E0%A4%A',
    '/documents/..%2f..%2fetc%2fpasswd',
    '/cases/%F0%9F%94%8C',
  ])('404: %s is a problem, never a fault', async (path) => {
    const answer = await api.call('get', path, { as: 'admin' });
    expect([200, 404]).toContain(answer.status);
    if (path !== '/cases/') expect(problemSchema.parse(answer.body).status).toBe(404);
  });

  test('tells nothing of what it is made of, and forbids browsers to run, frame, sniff or keep it', async () => {
    const { headers } = await api.call('get', '/cases', { as: 'engineer' });
    expect(headers.get('X-Powered-By')).toBeNull();
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a problem is application/problem+json, in Latvian where Latvian is asked for', async () => {
    const english = await api.call('get', '/cases', { as: null });
    expect(english.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(english.body).toMatchObject({ title: 'Not signed in' });
    const latvian = await api.call('get', '/cases', {
      as: null,
      headers: { 'Accept-Language': 'lv-LV,lv;q=0.9,en;q=0.5' },
    });
    expect(latvian.body).toMatchObject({ title: 'Nav pierakstījies' });
    expect(latvian.headers.get('Content-Language')).toBe('lv');
  });
});

describe('a body', () => {
  test('400: malformed JSON', async () => {
    expect(
      await api.call('post', '/cases', { as: 'customer', body: '{"customer":', headers: JSON_TYPE }),
    ).toMatchObject({ status: 400 });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    '415: %s',
    async (type) => {
      expect(
        await api.call('post', '/cases', { as: 'customer', body: '{}', headers: { 'Content-Type': type } }),
      ).toMatchObject({ status: 415 });
    },
  );

  test('415: a character set or a compression that we do not read', async () => {
    const charset = { 'Content-Type': 'application/json; charset=iso-8859-13' };
    expect(await api.call('post', '/cases', { as: 'customer', body: '{}', headers: charset })).toMatchObject({
      status: 415,
    });
    const encoding = { ...JSON_TYPE, 'Content-Encoding': 'lzma' };
    expect(await api.call('post', '/cases', { as: 'customer', body: '{}', headers: encoding })).toMatchObject(
      { status: 415 },
    );
  });

  test('413: five megabytes, as one field or as many', async () => {
    const one = JSON.stringify({ notes: 'x'.repeat(5_000_000) });
    expect(await api.call('post', '/cases', { as: 'customer', body: one, headers: JSON_TYPE })).toMatchObject(
      { status: 413 },
    );
    const many = JSON.stringify(Array.from({ length: 500_000 }, () => ({ a: 1 })));
    expect(
      await api.call('post', '/fees/quotes', { as: null, body: many, headers: JSON_TYPE }),
    ).toMatchObject({ status: 413 });
  });

  test.each(['null', '7', '"text"', '[]', 'true'])('422: JSON that is %s and no object', async (body) => {
    expect(await api.call('post', '/sessions', { as: null, body, headers: JSON_TYPE })).toMatchObject({
      status: 422,
    });
  });
});

describe('POST /sessions', () => {
  test('200: gives a token that is known until it is signed out', async () => {
    const signedIn = await api.call('post', '/sessions', {
      as: null,
      body: { username: 'engineer', password: 'demo' },
    });
    expect(signedIn.status).toBe(200);
    const { token, level, roles } = sessionSchema.parse(signedIn.body);
    expect({ level, roles }).toEqual({ level: '0', roles: ['engineer'] });
    const headers = { Authorization: `Bearer ${token}` };
    expect(await api.call('get', '/sessions', { as: null, headers })).toMatchObject({
      status: 200,
      body: { username: 'engineer' },
    });
    expect((await api.call('delete', '/sessions', { as: null, headers })).status).toBe(204);
    expect((await api.call('get', '/sessions', { as: null, headers })).status).toBe(401);
  });

  test('401: an unknown name and a wrong password cannot be told apart', async () => {
    const answers = [
      await api.call('post', '/sessions', { as: null, body: { username: 'nobody', password: 'demo' } }),
      await api.call('post', '/sessions', { as: null, body: { username: 'engineer', password: 'nope' } }),
    ];
    const [first, second] = answers.map(({ status, body }) => ({
      status,
      body: { ...(body as object), instance: null },
    }));
    expect(first).toEqual(second);
    expect(first!.status).toBe(401);
  });

  test.each([
    [{}],
    [{ username: 'customer' }],
    [{ username: 'customer', password: 'demo', remember: true }],
    [{ username: 7, password: 'demo' }],
    [{ username: 'a', password: 'x'.repeat(201) }],
    [{ username: 'a\0', password: 'x' }],
  ])('422: %j', async (body) => {
    expect((await api.call('post', '/sessions', { as: null, body })).status).toBe(422);
  });

  test.each([
    'Basic Y3VzdG9tZXI6ZGVtbw==',
    'Bearer',
    'Bearer  ',
    'Bearer ‰',
    `Bearer ${'x'.repeat(5000)}`,
    'Token abc',
  ])('401: the header “%s” is nobody’s', async (authorization) => {
    const headers = { Authorization: Buffer.from(authorization).toString('latin1') };
    expect((await api.call('get', '/cases', { as: null, headers })).status).toBe(401);
  });
});

describe('limits', () => {
  // Counted by all processes of a database together: what one test has used up is not there for the next.
  const forgetTries = () => db.query('delete from tries');
  beforeEach(forgetTries);
  afterAll(forgetTries);

  test('429: more sign-ins a minute than allowed, with the seconds to wait', async () => {
    const limited = await runApi(db, {
      limits: {
        requestsPerMinute: 100,
        signInsPerMinute: 2,
        loopback: { requestsPerMinute: 100, signInsPerMinute: 2 },
      },
    });
    const signIn = () =>
      limited.call('post', '/sessions', { as: null, body: { username: 'nobody', password: 'x' } });
    expect([(await signIn()).status, (await signIn()).status]).toEqual([401, 401]);
    const third = await signIn();
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(problemSchema.parse(third.body).status).toBe(429);
    await limited.stop();
  });

  test('429: a second process goes on counting where the first one stopped', async () => {
    const limits = rateLimits(false, { requestsPerMinute: null, signInsPerMinute: 5 });
    const processes = [await runApi(db, { limits }), await runApi(db, { limits })];
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        const body = { username: `nobody-${i}`, password: 'x' };
        return (await processes[i % 2]!.call('post', '/sessions', { as: null, body })).status;
      }),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    for (const one of processes) await one.stop();
  });

  test('429: more requests a minute than allowed; health is not counted', async () => {
    const limited = await runApi(db, {
      limits: {
        requestsPerMinute: 2,
        signInsPerMinute: 2,
        loopback: { requestsPerMinute: 2, signInsPerMinute: 2 },
      },
    });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await limited.call('get', '/cases', { as: null })).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
    expect((await limited.root('/healthz')).status).toBe(200);
    await limited.stop();
  });

  test('in demo mode the machine itself may sign in a hundred times a minute', async () => {
    const demo = await runApi(db);
    const attempts = Array.from({ length: 100 }, () =>
      demo.call('post', '/sessions', { as: null, body: { username: '', password: '' } }),
    );
    expect(new Set((await Promise.all(attempts)).map(({ status }) => status))).toEqual(new Set([422]));
    expect((await demo.call('post', '/sessions', { as: null, body: {} })).status).toBe(429);
    await demo.stop();
  });

  test('a name that failed ten times in a row waits, also with the right password', async () => {
    const locked = await runApi(db);
    const signIn = (password: string) =>
      locked.call('post', '/sessions', { as: null, body: { username: 'privacy', password } });
    for (let i = 0; i < 10; i += 1) expect((await signIn('wrong')).status).toBe(401);
    expect((await signIn('demo')).status).toBe(429);
    await locked.stop();
  });
});

describe('at the root', () => {
  test('/healthz lives; /readyz is 503 until the product can serve, 200 then', async () => {
    let ready = false;
    const starting = await runApi(db, { ready: async () => ready });
    expect((await starting.root('/healthz')).status).toBe(200);
    const early = await starting.root('/readyz');
    expect([early.status, early.headers.get('Retry-After')]).toEqual([503, '1']);
    ready = true;
    expect((await starting.root('/readyz')).status).toBe(200);
    await starting.stop();
  });

  test('/metrics counts requests by route and status, and tells how far the clock is behind', async () => {
    await api.call('get', `/cases/${NO_CASE}`, { as: 'service' });
    const text = String((await api.root('/metrics')).body);
    expect(text).toMatch(
      /pieslegums_http_requests_total\{method="GET",route="\/api\/v1\/cases\/:id",status="404"\} \d+\n/,
    );
    expect(text).toMatch(/pieslegums_deadlines_due 0\n/);
    expect(text).toMatch(/pieslegums_deadlines_lag_seconds 0\n/);
    expect(text).not.toContain(NO_CASE);
  });
});

describe('the log', () => {
  test('has number, method, route, status and time of a request, and nothing of who asked what', async () => {
    await api.call('get', '/cases?q=Ozoli%C5%86a', {
      as: 'service',
      headers: { 'User-Agent': 'Annas-telefons' },
    });
    await api.call('post', '/sessions', {
      as: null,
      body: { username: 'privatpersona', password: 'noslepums' },
    });
    const lines = api.logged();
    const request = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ route, status }) => route === '/api/v1/cases' && status === 200);
    expect(Object.keys(request!).sort()).toEqual([
      'level',
      'method',
      'ms',
      'msg',
      'pid',
      'requestId',
      'route',
      'status',
      'time',
    ]);
    expect(lines.join('\n')).not.toMatch(/Ozoli|privatpersona|noslepums|telefons|127\.0\.0\.1|Bearer/);
  });
});

describe('POST /fees/quotes', () => {
  const request = {
    concludedOn: '2024-03-01',
    regime: '1/8',
    connection: { ampere: '16', volt: '230', distanceM: '12' },
    costs: { construction: '2400.00', loadUnit: '1600.00' },
    vatRate: '0.21',
  };

  test('F01: prices a connection without a sign-in', async () => {
    expect(await api.call('post', '/fees/quotes', { as: null, body: request })).toMatchObject({
      status: 200,
      body: {
        regimeApplied: '1/8',
        connectionFeeNet: '1600.00',
        customerShareNet: '800.00',
        vat: '168.00',
        customerGross: '968.00',
      },
    });
  });

  test('422: an unknown field, an amount with three decimals and a missing connection are named', async () => {
    const body = { ...request, connection: undefined, costs: { construction: '1.005' }, colour: 'red' };
    const answer = await api.call('post', '/fees/quotes', { as: null, body });
    expect(answer.status).toBe(422);
    expect(
      problemSchema
        .parse(answer.body)
        .errors!.map(({ field }) => field)
        .sort(),
    ).toEqual(['colour', 'connection', 'costs.construction']);
  });
});

describe('the clock over HTTP', () => {
  test('403: it is the administrator’s', async () => {
    expect((await api.call('get', '/clock', { as: 'engineer' })).status).toBe(403);
    expect((await api.call('post', '/clock', { as: 'engineer', body: { advance: 'P1D' } })).status).toBe(403);
  });

  test('409: real time cannot be moved; wrong input is told first', async () => {
    const real = await runApi(db, { clock: 'system' });
    expect((await real.call('get', '/clock', { as: 'admin' })).status).toBe(409);
    expect((await real.call('post', '/clock', { as: 'admin', body: { advance: 'P1D' } })).status).toBe(409);
    expect((await real.call('post', '/clock', { as: 'admin', body: { advance: 'soon' } })).status).toBe(422);
    await real.stop();
  });

  test.each([
    [{}],
    [{ now: '2024-01-01T00:00:00Z' }],
    [{ now: '2030-01-01' }],
    [{ now: '2030-01-01T00:00:00' }],
    [{ now: '9999-01-01T00:00:00Z' }],
    [{ advance: '30 days' }],
    [{ advance: '-P1D' }],
    [{ advance: 'P' }],
    [{ advance: 'PT' }],
    [{ advance: 'P999999Y' }],
    [{ advance: 7 }],
    [{ advance: 'P1D', now: '2030-01-01T00:00:00Z' }],
    [{ advance: 'P1D', quick: true }],
  ])('422: %j', async (body) => {
    expect((await api.call('post', '/clock', { as: 'admin', body })).status).toBe(422);
  });

  test('200: days are those of Riga, also over the change of clocks', async () => {
    await api.call('post', '/clock', { as: 'admin', body: { now: '2026-03-28T10:00:00+02:00' } });
    expect(await api.call('post', '/clock', { as: 'admin', body: { advance: 'P1D' } })).toMatchObject({
      status: 200,
      body: { now: '2026-03-29T07:00:00Z' },
    });
    expect(await api.call('post', '/clock', { as: 'admin', body: { advance: 'PT24H' } })).toMatchObject({
      status: 200,
      body: { now: '2026-03-30T07:00:00Z' },
    });
    expect(await api.call('get', '/clock', { as: 'admin' })).toMatchObject({
      status: 200,
      body: { now: '2026-03-30T07:00:00Z' },
    });
  });
});
