import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../src/identity/demo-accounts.ts';
import { application } from '../journeys/builders.ts';
import {
  type Route,
  type RunningPortal,
  runPortal,
  type Shown,
  type Visitor,
} from '../portal/running-portal.ts';
import { openFreshEmbedded } from '../support/database.ts';

/** Every address of the portal, tried by everybody: nobody, the customer whose case it is, another customer, every role. */

/** Whoever has not signed in may see these. A new page is not among them until somebody puts it here. */
const OPEN: ReadonlySet<string> = new Set([
  '/',
  '/accessibility',
  '/demo-bank/:id',
  '/estimate',
  '/estimate/answer',
  '/forms',
  '/forms/readiness',
  '/forms/withdrawal',
  '/invitations/:token',
  '/pay',
  '/pay/:reference',
  '/payments/:id',
  '/privacy',
  '/process',
  '/register',
  '/sign-in',
  '/sign-out',
  '/styleguide',
  '/terms',
  '/terms/:version',
  '/waiting-times',
]);

const STAFF_ONLY = /^\/(staff|admin|approvals|projects)(\/|$)|^\/privacy\/audit/;
/** What administrators publish is read by whoever signs a contract under it. */
const READ_BY_CUSTOMERS: ReadonlySet<string> = new Set(['/admin/terms/:version/document']);
const ADMINISTRATORS_ONLY = /^\/admin\/(users|jobs)(\/|$)/;
const OF_A_CASE = /^\/(cases|apply)\/:id(\/|$)/;

const INSIDE = /node_modules|node:internal|\.ts:\d+|syntax error at|TypeError|RangeError|duplicate key/;

let portal: RunningPortal;
let routes: readonly Route[];
let caseId: string;
let draftId: string;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  portal = await runPortal(await openFreshEmbedded());
  routes = portal.routes();
  for (const { username } of DEMO_ACCOUNTS) visitors.set(username, await portal.signedIn(username));
  const token = await tokenOf('customer');
  caseId = await filed(token, '/cases');
  draftId = await filed(token, '/cases?draft=1');
});

afterAll(() => portal?.stop());

async function tokenOf(username: string): Promise<string> {
  const answer = await fetch(`${portal.address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function filed(token: string, path: string): Promise<string> {
  const answer = await fetch(`${portal.address}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(application()),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** The address with something in the place of each parameter: the customer's case where it is one of a case. */
const addressOf = ({ path }: Route): string =>
  path
    .replace(/^\/cases\/:id/, `/cases/${caseId}`)
    .replace(/^\/apply\/:id/, `/apply/${draftId}`)
    .replace(':type', 'application.withdrawn')
    .replace(':step', 'object')
    .replace(':shows', 'lv')
    .replace(':notice', 'N-RECEIPT')
    .replace(':caseId', caseId)
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');

const ask = (visitor: Visitor, route: Route): Promise<Shown> =>
  route.method === 'get' ? visitor.get(addressOf(route)) : visitor.post(addressOf(route), {});

const told = (route: Route, { status, location }: Shown): string =>
  `${route.method} ${route.path}: ${status}${location ? ` → ${location}` : ''}`;

/** Asks every address that fits and gathers those that answered otherwise than they should. */
async function unlike(
  visitor: Visitor,
  which: (route: Route) => boolean,
  right: (shown: Shown) => boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of routes.filter(which)) {
    const shown = await ask(visitor, route);
    if (!right(shown)) wrong.push(told(route, shown));
  }
  return wrong;
}

const isTurnedAway = ({ status }: Shown): boolean => status === 403 || status === 404;

describe('every address of the portal', () => {
  test('is known to this test: those that are open name themselves, and there are many', () => {
    const paths = new Set(routes.map(({ path }) => path));
    expect([...OPEN].filter((path) => !paths.has(path))).toEqual([]);
    expect(routes.length).toBeGreaterThan(60);
  });

  test('asks whoever has not signed in to do so, unless it is open', async () => {
    const nobody = portal.visitor();
    await nobody.get('/sign-in');
    const wrong = await unlike(
      nobody,
      ({ path }) => !OPEN.has(path) && path !== '/context',
      ({ status, location }) => (status === 303 && location!.startsWith('/sign-in')) || status === 403,
    );
    expect(wrong).toEqual([]);
  });

  test('is not there for another customer where it is of a case', async () => {
    const another = visitors.get('company')!;
    const wrong = await unlike(
      another,
      ({ path }) => OF_A_CASE.test(path),
      ({ status }) => status === 404,
    );
    expect(wrong).toEqual([]);
  });

  test.each(['customer', 'company'])('is closed to a %s where it is for staff', async (username) => {
    const wrong = await unlike(
      visitors.get(username)!,
      ({ path }) => STAFF_ONLY.test(path) && !READ_BY_CUSTOMERS.has(path),
      isTurnedAway,
    );
    expect(wrong).toEqual([]);
  });

  test.each(['engineer', 'service', 'finance', 'privacy'])(
    'is closed to %s where it is the administrator’s',
    async (username) => {
      const wrong = await unlike(
        visitors.get(username)!,
        ({ path }) => ADMINISTRATORS_ONLY.test(path),
        ({ status }) => status === 403,
      );
      expect(wrong).toEqual([]);
    },
  );

  test.each(['engineer', 'service', 'finance', 'admin'])(
    'tells %s nothing of who read what, which is for data protection',
    async (username) => {
      expect((await visitors.get(username)!.get('/privacy/audit')).status).toBe(403);
    },
  );

  test.each(DEMO_ACCOUNTS.map(({ username }) => username))(
    'answers %s without a fault and without its inside',
    async (username) => {
      const wrong = await unlike(
        visitors.get(username)!,
        // Signing out is the last thing one does.
        ({ path }) => !['/sign-out', '/my-data/sessions', '/my-data/password'].includes(path),
        ({ status, html }) => status < 500 && (status < 400 || !INSIDE.test(html)),
      );
      expect(wrong).toEqual([]);
    },
  );

  test('left the case as it was: nobody but the customer could touch it', async () => {
    const answer = await fetch(`${portal.address}/api/v1/cases/${caseId}/history`, {
      headers: { Authorization: `Bearer ${await tokenOf('engineer')}` },
    });
    const { items } = (await answer.json()) as { items: { type: string; actor: string }[] };
    expect(items.map(({ type }) => type)).toEqual(['application.submitted', 'customer.identified']);
  });
});
