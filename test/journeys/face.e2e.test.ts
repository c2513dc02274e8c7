import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApi } from '../../src/api/create-api.ts';
import { rateLimits } from '../../src/api/rate-limits.ts';
import { caseSchema, quoteAnswerSchema } from '../../src/api/schemas.ts';
import type { ApiServices } from '../../src/api/services.ts';
import { STATUSES } from '../../workflows/status.ts';
import { application, COMPANY, offer, payment, quote, SIMPLE_ROUTE } from './builders.ts';
import { type Answer, type Data, problemOf, type User } from './client.ts';
import { type Home, newHome, type Product, startProduct } from './product.ts';

/** The form of the API, line by line as the public face promises it. What is stored and how it moves is told by the
 *  stories; what happens at once, by `at-once`. */

let home: Home;
let product: Product;
const call = (user: User, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  product.client.call(user, method, path, {
    ...(body === undefined ? {} : { body }),
    ...(headers ? { headers } : {}),
  });
const event = (user: User, id: string, type: string, data: Data = {}) =>
  product.client.event(user, id, type, data);
const fields = (answer: Answer): string[] => problemOf(answer).errors?.map(({ field }) => field) ?? [];

async function opened(as: User = 'customer', more: Parameters<typeof application>[0] = {}) {
  const answer = await call(as, 'POST', '/cases', application(more));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return caseSchema.parse(answer.body);
}

async function offeredNow() {
  const { id } = await opened();
  await event('engineer', id, 'application.routed', SIMPLE_ROUTE);
  const answer = await event('engineer', id, 'offer.issued', offer());
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return caseSchema.parse(answer.body);
}

beforeAll(async () => {
  home = await newHome('embedded');
  product = await startProduct(home, { CLOCK_START: '2025-03-10T08:00:00Z' });
}, 60_000);
afterAll(async () => {
  const code = await product?.stop();
  await home?.remove();
  expect(code).toBe(0);
  expect(product.said()).not.toContain('"level":50');
});

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

describe('the OpenAPI document', () => {
  /** The calls of the public face. */
  const FACE = [
    'post /sessions',
    'get /openapi.json',
    'post /cases',
    'get /cases',
    'get /cases/{id}',
    'post /cases/{id}/events',
    'get /cases/{id}/history',
    'get /cases/{id}/notices',
    'get /approvals',
    'post /approvals/{id}',
    'get /documents/{id}',
    'post /fees/quotes',
    'get /clock',
    'post /clock',
  ];
  const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

  async function described() {
    const { status, body } = await call(null, 'GET', '/openapi.json');
    expect(status).toBe(200);
    return z
      .looseObject({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(body);
  }

  test('needs no sign-in, is 3.1 and holds every call of the face', async () => {
    const { openapi, paths } = await described();
    expect(openapi).toMatch(/^3\.1\./);
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(calls).toEqual(expect.arrayContaining(FACE));
  });

  test('every call in it answers, and no other method does', async () => {
    const { paths } = await described();
    for (const [path, methods] of Object.entries(paths)) {
      const address = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
      for (const method of METHODS) {
        const { status } = await call(null, method.toUpperCase(), address);
        if (method in methods) expect([200, 400, 401, 422], `${method} ${path}`).toContain(status);
        else expect(status, `${method} ${path}`).toBe(405);
      }
    }
  });

  test('every route that answers is in it', async () => {
    const { paths } = await described();
    const routes = routesOf(
      createApi({
        limits: rateLimits(true, { requestsPerMinute: null, signInsPerMinute: null }),
        trustedProxies: 0,
      } as ApiServices),
    );
    const root = ['/healthz', '/readyz', '/metrics'];
    expect(routes.length).toBeGreaterThan(10);
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(routes.filter((path) => !root.includes(path))));
  });

  test('names every event of the face with its payload, and none besides', async () => {
    const { body } = await call(null, 'GET', '/openapi.json');
    const { components } = body as {
      components: { schemas: Record<string, { discriminator?: { mapping: Record<string, string> } }> };
    };
    const named = Object.keys(components.schemas.Event?.discriminator?.mapping ?? {});
    expect(named.toSorted()).toEqual(Object.keys(WHO).toSorted());
  });
});

interface Layer {
  readonly route?: { readonly path: string };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Every address that the application was given, as OpenAPI writes it. */
const routesOf = (app: object): string[] => {
  const open: Layer[] = [...(app as { router: { stack: Layer[] } }).router.stack];
  const paths: string[] = [];
  for (let layer = open.pop(); layer; layer = open.pop()) {
    if (layer.route) paths.push(layer.route.path.replaceAll(/:(\w+)/g, '{$1}'));
    open.push(...(layer.handle?.stack ?? []));
  }
  return paths;
};

/** The column “who” of the public face. Service also registers what a customer may do on paper (ledger 5.2). */
const WHO: Readonly<Record<string, readonly string[]>> = {
  'application.submitted': ['customer', 'service'],
  'application.returned': ['service', 'engineer'],
  'application.completed': ['customer', 'service'],
  'application.routed': ['engineer'],
  'design.received': ['customer', 'engineer'],
  'contractor.determined': ['engineer'],
  'customer.identified': ['service'],
  'offer.issued': ['engineer'],
  'offer.objected': ['customer', 'service'],
  'objection.rejected': ['engineer'],
  'offer.revised': ['engineer'],
  'contract.signed': ['customer', 'service', 'engineer'],
  'payment.received': ['finance'],
  'annulment.warned': ['service'],
  'application.annulled': ['service'],
  'annulment.held': ['service', 'finance'],
  'ending.held': ['service', 'finance'],
  'hold.released': ['service', 'finance'],
  'application.reinstated': ['service', 'customer'],
  'application.withdrawn': ['customer', 'service'],
  'contract.withdrawn': ['customer', 'service'],
  'works.started': ['engineer'],
  'works.completed': ['engineer'],
  'works.suspended': ['engineer', 'customer'],
  'works.resumed': ['engineer', 'customer'],
  'force-majeure.notified': ['customer', 'engineer', 'service'],
  'force-majeure.ended': ['customer', 'engineer', 'service'],
  'readiness.confirmed': ['customer', 'service'],
  'readiness.disproved': ['engineer'],
  'term.extended': ['customer', 'engineer', 'service'],
  'usage.agreed': ['customer', 'engineer', 'service'],
  'contract.amended': ['customer', 'engineer', 'service'],
  'connection.made': ['engineer'],
  'owner.changed': ['customer', 'service'],
  'contract.terminated': ['service'],
  'termination.agreed': ['customer', 'engineer', 'service'],
  'debt.warned': ['finance'],
  'debt.handed-over': ['finance'],
  'details.changed': ['customer', 'service'],
  'authority.filed': ['customer', 'service'],
  'authority.revoked': ['customer', 'service'],
  'project.joined': ['engineer'],
  'refund.decided': ['finance'],
  'refund.paid': ['finance'],
  'notice.failed': ['service'],
  'notice.dispatched': ['service'],
  'old-supply.cut': ['engineer'],
  'complaint.filed': ['customer', 'service'],
  'complaint.answered': ['service'],
};
const ROLES = ['customer', 'service', 'engineer', 'finance', 'privacy', 'admin'] as const;

describe('who may, and in which order that is asked: 401, 404, 403, 422, 409', () => {
  test('every event is 403 to the other roles, and 422 to its own for an unknown field', async () => {
    const { id } = await opened();
    for (const [type, who] of Object.entries(WHO)) {
      for (const role of ROLES) {
        const answer = await event(role, id, type, { nonsense: 1 });
        expect(answer.status, `${role}: ${type} ${JSON.stringify(answer.body)}`).toBe(
          who.includes(role) ? 422 : 403,
        );
        if (who.includes(role) && type !== 'works.suspended')
          expect(fields(answer), type).toContain('nonsense');
      }
    }
    expect((await product.client.find('customer', id)).version).toBe(2);
  });

  test('an act of one role alone is 403 to the other, whatever else is wrong with it', async () => {
    const { id } = await opened();
    for (const [user, type, data] of [
      ['customer', 'contract.signed', { party: 'operator', nonsense: 1 }],
      ['service', 'contract.signed', { party: 'operator' }],
      ['service', 'contract.signed', { party: 'customer', form: 'portal' }],
      ['service', 'contract.withdrawn', { form: 'portal', nonsense: 1 }],
      ['customer', 'works.suspended', { reason: 'digging-ban' }],
      ['customer', 'works.resumed', { reason: 'design-flaws', on: 'yesterday' }],
      ['admin', 'deadline.passed', {}],
    ] as const)
      expect((await event(user, id, type, data)).status, `${user} ${type}`).toBe(403);
  });

  test('events', async () => {
    const { id } = await opened();
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const wrong = { price: 1 };
    expect((await event(null, id, 'offer.issued', wrong)).status).toBe(401);
    expect((await event(null, nowhere, 'no such event')).status).toBe(401);
    expect((await event('company', id, 'offer.issued', wrong)).status).toBe(404);
    expect((await event('engineer', nowhere, 'offer.issued', wrong)).status).toBe(404);
    expect((await event('company', id, 'no such event')).status).toBe(404);
    expect((await event('customer', id, 'offer.issued', wrong)).status).toBe(403);
    expect((await event('engineer', id, 'offer.issued', wrong)).status).toBe(422);
    expect((await event('engineer', id, 'offer.issued', offer())).status).toBe(409);
    expect((await event('engineer', id, 'no such event')).status).toBe(422);
  });

  test('cases, approvals, clock and documents', async () => {
    expect((await call(null, 'POST', '/cases', { nonsense: 1 })).status).toBe(401);
    for (const role of ['engineer', 'finance', 'privacy', 'admin'])
      expect((await call(role, 'POST', '/cases', { nonsense: 1 })).status, role).toBe(403);
    expect((await call('customer', 'POST', '/cases', { nonsense: 1 })).status).toBe(422);
    expect((await call('customer', 'GET', '/approvals')).status).toBe(403);
    expect((await call(null, 'POST', '/approvals/x', {})).status).toBe(401);
    expect(
      (await call('finance', 'POST', '/approvals/00000000-0000-4000-8000-000000000000', {})).status,
    ).toBe(404);
    expect((await call(null, 'POST', '/clock', {})).status).toBe(401);
    for (const role of ROLES.filter((one) => one !== 'admin')) {
      expect((await call(role, 'POST', '/clock', {})).status, role).toBe(403);
      expect((await call(role, 'GET', '/clock')).status, role).toBe(403);
    }
    expect((await call(null, 'GET', '/documents/x')).status).toBe(401);
    expect((await call('service', 'GET', '/documents/x')).status).toBe(404);
  });

  test('a customer sees the own cases alone', async () => {
    const own = await opened('company', { customer: COMPANY });
    const other = await opened('customer');
    for (const path of ['', '/history', '/notices']) {
      expect((await call('company', 'GET', `/cases/${other.id}${path}`)).status).toBe(404);
      for (const role of ROLES)
        expect((await call(role, 'GET', `/cases/${other.id}${path}`)).status, role).toBe(200);
    }
    const seen = (await product.client.list('company', '?limit=200')).items.map(({ id }) => id);
    expect(seen).toContain(own.id);
    expect(seen).not.toContain(other.id);
    const number = encodeURIComponent(other.number);
    expect((await product.client.list('company', `?q=${number}`)).items).toEqual([]);
  });
});

describe('a problem (RFC 9457)', () => {
  test('says what is wrong in the language asked for', async () => {
    const { id } = await opened();
    const refused = await event('customer', id, 'offer.objected', { reasons: 'Par dārgu' });
    expect(refused.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(problemOf(refused)).toMatchObject({
      type: expect.stringMatching(/^urn:pieslegums:problem:/),
      title: 'Not possible now',
      status: 409,
      detail: expect.stringContaining('received'),
      instance: expect.stringMatching(/^urn:uuid:/),
      actions: expect.arrayContaining([
        expect.objectContaining({
          type: 'application.routed',
          clause: expect.any(String),
          roles: ['engineer'],
        }),
      ]),
    });
    const latvian = await call(
      'customer',
      'POST',
      `/cases/${id}/events`,
      { type: 'offer.objected', reasons: 'x' },
      { 'Accept-Language': 'lv' },
    );
    expect(latvian.headers.get('Content-Language')).toBe('lv');
    expect(problemOf(latvian).title).toBe('Pašlaik nav iespējams');
  });

  test('names clause and allowedFrom, a date, where an act is too early', async () => {
    const { id } = await offeredNow();
    const early = await event('service', id, 'annulment.warned');
    expect(problemOf(early)).toMatchObject({ status: 409, clause: 'II.11.3', allowedFrom: '2025-04-10' });
  });

  test('names every field that does not fit', async () => {
    const { id } = await opened();
    const answer = await event('finance', id, 'payment.received', {
      amount: '1.000',
      receivedOn: '2025-02-30',
      account: '',
      colour: 'red',
    });
    expect(answer.status).toBe(422);
    expect(fields(answer).toSorted()).toEqual(['account', 'amount', 'colour', 'receivedOn']);
  });
});

describe('values', () => {
  const AMOUNTS = [
    '1.000',
    '1.0',
    '1',
    '-1.00',
    '+1.00',
    '01.00',
    '1,00',
    '1e2',
    'NaN',
    '',
    ' 1.00',
    '1.00 ',
    '0.00',
    '11111111111111111111.00',
    1,
    1.5,
    null,
    true,
    ['1.00'],
    { eur: '1.00' },
  ];
  const DAYS = [
    '2025-02-30',
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-3-1',
    '01.03.2025',
    '20250301',
    '2025-03-01T00:00:00Z',
    '2025-W10',
    '',
    'today',
    '12025-03-01',
    '+012025-03-01',
    '-000001-01-01',
    '0000-00-00',
    null,
    20_250_301,
    true,
    ['2025-03-01'],
  ];
  const INSTANTS = [
    '2025-03-10',
    '2025-03-10T10:00:00',
    '2025-03-10 10:00',
    '2025-03-10T25:00:00Z',
    '2025-02-30T10:00:00Z',
    '10:00',
    '',
    null,
    1_741_600_000,
  ];
  let id: string;
  beforeAll(async () => {
    ({ id } = await offeredNow());
  });

  test.each(AMOUNTS)('an amount is a decimal string with two places: not %j', async (amount) => {
    const answer = await event('finance', id, 'payment.received', payment('2025-03-10', amount as string));
    expect(fields(answer)).toContain('amount');
  });

  test.each(DAYS)('a date is a day that there is, YYYY-MM-DD: not %j', async (receivedOn) => {
    const answer = await event('finance', id, 'payment.received', payment(receivedOn as string));
    expect(fields(answer)).toContain('receivedOn');
  });

  test.each(INSTANTS)('an instant has an offset or Z: not %j', async (signedAt) => {
    const answer = await event('customer', id, 'contract.signed', {
      party: 'customer',
      form: 'portal',
      signedAt,
    });
    expect(fields(answer)).toContain('signedAt');
  });

  test.each(['2025-03-11', '2026-01-01', '9999-12-31'])(
    'what has happened lies in the past: not %s',
    async (on) => {
      expect(fields(await event('finance', id, 'payment.received', payment(on)))).toContain('receivedOn');
    },
  );

  test.each(['0001-01-01', '0000-01-01', '1900-01-01', '2025-03-09'])(
    'money cannot have come before the application: not %s',
    async (on) => {
      const { status, clause } = problemOf(await event('finance', id, 'payment.received', payment(on)));
      expect([409, 422]).toContain(status);
      if (status === 409) expect(clause).toBe('II.10.1');
    },
  );

  test('dates are days in Riga: 21:59 UTC on 9 March is still the 9th there', async () => {
    const answer = await event('customer', id, 'contract.signed', {
      party: 'customer',
      form: 'portal',
      signedAt: '2025-03-09T21:59:59Z',
    });
    expect(problemOf(answer)).toMatchObject({ status: 409, allowedFrom: '2025-03-10' });
    const signed = await event('customer', id, 'contract.signed', {
      party: 'customer',
      form: 'portal',
      signedAt: '2025-03-10T00:00:00+02:00',
    });
    expect(signed.status).toBe(200);
  });

  test.each([
    ['NUL', 'a\0b'],
    ['half a pair', 'a\ud800b'],
    ['nothing', ''],
    ['blanks', '   '],
    ['what nobody sees', '\u202e\u200b\u0007'],
    ['6,000 characters', 'x'.repeat(6000)],
  ])('text is text: not %s', async (_, reasons) => {
    expect(fields(await event('customer', id, 'offer.objected', { reasons }))).toContain('reasons');
  });

  test('nothing of all that has changed the case', async () => {
    expect((await product.client.find('service', id)).money.received).toBe('0.00');
    expect((await product.client.history('service', id)).map(({ type }) => type)).toEqual([
      'application.submitted',
      'customer.identified',
      'application.routed',
      'offer.issued',
      'contract.signed',
    ]);
  });
});

describe('applying', () => {
  test('201 with the address of the case and its version', async () => {
    const answer = await call('customer', 'POST', '/cases', application());
    const view = caseSchema.parse(answer.body);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Location')).toBe(`/api/v1/cases/${view.id}`);
    expect(answer.headers.get('ETag')).toBe(`"${view.version}"`);
    expect(Object.keys(view)).toEqual(
      expect.arrayContaining([
        'id',
        'number',
        'version',
        'status',
        'regions',
        'awaits',
        'deadlines',
        'actions',
        'dates',
        'ending',
        'fee',
        'money',
        'supplyMode',
        'termsVersion',
      ]),
    );
    expect(view).toMatchObject({
      status: 'received',
      regions: null,
      ending: null,
      supplyMode: null,
      money: { customerShareGross: '0.00', received: '0.00', outstanding: '0.00', refundDue: '0.00' },
    });
  });

  test.each(['new', 'load-increase', 'load-decrease', 'separate-meter', 'restore'])(
    'the purpose %s',
    async (purpose) => {
      expect((await call('customer', 'POST', '/cases', { ...application(), purpose })).status).toBe(201);
    },
  );

  test.each(['natural', 'legal', 'operator'])('a customer of the kind %s', async (kind) => {
    expect((await call('service', 'POST', '/cases', application({ customer: { kind } }))).status).toBe(201);
  });

  test('an object is known by its address or its cadastre number', async () => {
    const { object: _, ...rest } = application();
    expect(
      (await call('customer', 'POST', '/cases', { ...rest, object: { cadastreNumber: '80150010002' } }))
        .status,
    ).toBe(201);
    const without = await call('customer', 'POST', '/cases', { ...rest, object: {} });
    expect(without.status).toBe(422);
    expect(fields(without)).toContain('object.address');
    expect(problemOf(without).clause).toBe('II.def.object');
  });

  test.each([
    [{ customer: { kind: 'person' } }, 'customer.kind'],
    [{ customer: { name: '' } }, 'customer.name'],
    [{ customer: { email: 'anna' } }, 'customer.email'],
    [{ customer: { personalCode: '123' } }, 'customer.personalCode'],
    [{ customer: { household: 'yes' } }, 'customer.household'],
    [{ customer: { shoeSize: 40 } }, 'customer.shoeSize'],
    [{ object: { address: 7 } }, 'object.address'],
    [{ connection: { phases: 2 } }, 'connection.phases'],
    [{ connection: { ampere: 25 } }, 'connection.ampere'],
    [{ connection: { ampere: '-25' } }, 'connection.ampere'],
    [{ connection: { volt: '400V' } }, 'connection.volt'],
    [{ connection: { temporary: 'no' } }, 'connection.temporary'],
  ])('422: %j', async (wrong, field) => {
    const answer = await call('customer', 'POST', '/cases', application(wrong as never));
    expect(answer.status).toBe(422);
    expect(fields(answer)).toContain(field);
  });
});

describe('the list of cases', () => {
  test.each([
    'status=lost',
    'status=received,lost',
    'awaits=everybody',
    'overdue=perhaps',
    'limit=0',
    'limit=201',
    'limit=-5',
    'limit=ten',
    'limit=1e2',
    'limit=1&limit=2',
    'cursor=nonsense',
    `cursor=${Buffer.from('2025-02-30 00000000-0000-4000-8000-000000000000').toString('base64url')}`,
    `cursor=${'x'.repeat(600)}`,
    'q=%00',
    'sort=name',
    'status[]=received',
  ])('422: ?%s', async (query) => {
    expect((await call('service', 'GET', `/cases?${query}`)).status).toBe(422);
  });

  test('every status may be asked for, alone and with others', async () => {
    for (const status of STATUSES)
      expect((await call('service', 'GET', `/cases?status=${status}`)).status).toBe(200);
    expect(
      (
        await call(
          'service',
          'GET',
          `/cases?status=${STATUSES.join(',')}&awaits=nobody&overdue=0&limit=200&q=`,
        )
      ).status,
    ).toBe(200);
  });
});

describe('the clock', () => {
  const move = (body: unknown) => call('admin', 'POST', '/clock', body);

  test('shows the time and moves forward only', async () => {
    const { body } = await call('admin', 'GET', '/clock');
    const { now } = z.strictObject({ now: z.iso.datetime() }).parse(body);
    expect((await move({ now })).body, 'the present is no past').toEqual({ now });
    expect(fields(await move({ now: '2025-03-10T07:59:59Z' }))).toEqual(['now']);
    const next = await move({ now: '2025-03-10T12:00:00+02:00' });
    expect(next).toMatchObject({ status: 200, body: { now: '2025-03-10T10:00:00Z' } });
    expect((await call('admin', 'GET', '/clock')).body).toEqual({ now: '2025-03-10T10:00:00Z' });
  });

  test.each([
    {},
    { now: '2025-04-01T10:00:00Z', advance: 'P1D' },
    { now: '2025-04-01' },
    { now: 'tomorrow' },
    { now: null },
    { now: '+100000-01-01T00:00:00Z' },
    { now: '9999-12-31T23:59:59Z' },
    { advance: 30 },
    { advance: '30' },
    { advance: 'P' },
    { advance: 'PT' },
    { advance: '-P1D' },
    { advance: 'P-1D' },
    { advance: 'P30' },
    { advance: 'P999999Y' },
    { advance: 'P1D', by: 'me' },
    [],
    'P30D',
  ])('422: %j', async (body) => {
    expect((await move(typeof body === 'string' ? JSON.stringify(body) : body)).status).toBe(
      typeof body === 'string' ? 415 : 422,
    );
  });

  test('advances by days of Riga, where one of them has 23 hours', async () => {
    expect((await move({ advance: 'P20D' })).body).toEqual({ now: '2025-03-30T09:00:00Z' });
    expect((await move({ advance: 'PT1H30M' })).body).toEqual({ now: '2025-03-30T10:30:00Z' });
    expect((await move({ advance: 'P30D' })).body).toEqual({ now: '2025-04-29T10:30:00Z' });
  });

  test('when it answers, everything that fell due has been done, in its order', async () => {
    const { id } = await opened();
    await event('engineer', id, 'application.routed', SIMPLE_ROUTE);
    await event('engineer', id, 'offer.issued', offer({ paymentDueOn: '2025-06-30' }));
    await move({ advance: 'P60D' });
    const history = await product.client.history('service', id);
    expect(history.slice(-3).map(({ type, at, role }) => [type, at, role])).toEqual([
      ['deadline.passed', '2025-05-29T21:00:00Z', 'clock'],
      ['annulment.warned', '2025-05-29T21:00:00Z', 'clock'],
      ['application.annulled', '2025-06-09T21:00:00Z', 'clock'],
    ]);
  });
});

describe('a quote', () => {
  const REQUEST = {
    concludedOn: '2022-03-01',
    regime: 'auto',
    connection: {
      ampere: '50',
      entryDevices: ['25', '25'],
      volt: '400',
      distanceM: '20',
      customerChoseContractor: false,
    },
    technicalRules: { issuedOn: '2021-06-30', validUntil: '2022-02-28' },
    costs: {
      design: '0.00',
      construction: '9000.00',
      loadUnit: '3000.00',
      attributable: '600.00',
      actual: '2000.00',
    },
    operatorOrganisesDesign: false,
    supplyInterruptedOrLoadReduced: false,
    deferral: {
      months: 12,
      annualRate: '0.05',
      guaranteesProvided: true,
      termsInContract: true,
      monthsFromSystemServiceContract: 12,
    },
    vatRate: '0.21',
    edition: 'verified',
  };
  const price = (body: unknown) => call(null, 'POST', '/fees/quotes', body);

  test('the example of the face', async () => {
    const { status, body } = await price(REQUEST);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(quoteAnswerSchema.parse(body)).toMatchObject({
      regimeApplied: '1/8',
      worksBasis: 'loadUnit',
      connectionFeeNet: '3000.00',
      operatorShareNet: '1500.00',
      customerShareNet: '1500.00',
      vatRate: '0.21',
      vat: '315.00',
      customerGross: '1815.00',
      deferral: { eligible: false },
      financing: { base: '0.00', cost: '0.00', method: 'simple', schedule: [] },
    });
    const { deferral } = quoteAnswerSchema.parse(body);
    expect(deferral?.conditions.map(({ name, met }) => [name, met])).toEqual([
      ['connection-size', false],
      ['length', true],
      ['guarantees', true],
      ['terms-in-contract', true],
    ]);
  });

  test.each([
    [{ ...REQUEST, colour: 'red' }, 'colour'],
    [{ ...REQUEST, vatRate: '21' }, 'vatRate'],
    [{ ...REQUEST, regime: '1/9' }, 'regime'],
    [
      { ...REQUEST, connection: { ...REQUEST.connection, entryDevices: ['25', '24'] } },
      'connection.entryDevices',
    ],
    [{ ...REQUEST, connection: { ...REQUEST.connection, volt: '110001' } }, 'connection.volt'],
    [{ ...REQUEST, costs: { loadUnit: '3000.000' } }, 'costs.loadUnit'],
    [{ ...REQUEST, costs: { loadUnit: '-1.00' } }, 'costs.loadUnit'],
    [{ ...REQUEST, concludedOn: '2022-02-30' }, 'concludedOn'],
  ])('422: %#', async (body, field) => {
    const answer = await price(body);
    expect(answer.status).toBe(422);
    expect(fields(answer)).toContain(field);
  });

  test('without a load-unit cost or price in force it is refused, and says which figure is missing', async () => {
    const { costs: _, deferral: __, technicalRules: ___, ...bare } = REQUEST;
    const answer = await price({ ...bare, concludedOn: '2018-06-01' });
    expect([409, 422]).toContain(answer.status);
    expect(JSON.stringify(answer.body)).toMatch(/load-unit-price|loadUnit/);
    expect((await price({ ...bare, loadUnitPrice: '60.00' })).body).toMatchObject({
      connectionFeeNet: '3000.00',
    });
  });

  test('an offer rests on the same price', async () => {
    const { body } = await price({ ...quote, concludedOn: '2025-06-28' });
    const { id } = await opened();
    await event('engineer', id, 'application.routed', SIMPLE_ROUTE);
    const answer = await event(
      'engineer',
      id,
      'offer.issued',
      offer({ paymentDueOn: '2025-12-30', termOn: '2026-06-30' }),
    );
    const { fee } = caseSchema.parse(answer.body);
    const { customerGross, lines, regimeApplied } = quoteAnswerSchema.parse(body);
    expect(fee).toMatchObject({ customerGross, lines, regimeApplied });
  });
});

describe('requests that are not what they should be', () => {
  test('a body of 5 MB is refused unread, and the product goes on', async () => {
    const huge = { type: 'complaint.filed', text: 'x'.repeat(5_000_000) };
    const { id } = await opened();
    for (const path of ['/cases', `/cases/${id}/events`, '/fees/quotes', '/sessions']) {
      const answer = await call('customer', 'POST', path, huge);
      expect(problemOf(answer).status, path).toBe(413);
    }
    expect((await product.client.find('customer', id)).version).toBe(2);
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
    expect((await product.client.find('customer', id.toUpperCase())).id).toBe(id);
  });

  test('404 elsewhere; health, readiness and metrics are at the root alone', async () => {
    for (const path of ['/', '/nothing', '/healthz', '/readyz', '/metrics', '/cases/x/y'])
      expect((await call('admin', 'GET', path)).status, path).toBe(404);
    for (const path of ['healthz', 'readyz', 'metrics'])
      expect((await call(null, 'GET', path)).status, path).toBe(200);
    expect(String((await call(null, 'GET', 'metrics')).body)).toContain('pieslegums_events_total');
  });
});
