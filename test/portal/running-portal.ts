import { Writable } from 'node:stream';
import type { Database } from '../../db/connect.ts';
import { createAdministration } from '../../src/administration/create.ts';
import { createApi } from '../../src/api/create-api.ts';
import { virtualClock } from '../../src/casework/clocks.ts';
import { createCasework } from '../../src/casework/create.ts';
import { openLawShelf } from '../../src/casework/law-shelf.ts';
import { moveThrough } from '../../src/casework/move-clock.ts';
import { openDocuments } from '../../src/delivery/documents.ts';
import { createLetterDesk } from '../../src/delivery/letter-desk.ts';
import { createReminderDesk } from '../../src/delivery/reminders/reminder-desk.ts';
import { createFace } from '../../src/http/face.ts';
import { createLog } from '../../src/http/log.ts';
import { type RateLimits, rateLimits } from '../../src/http/rate-limits.ts';
import { listen } from '../../src/http/server.ts';
import { timersBehind } from '../../src/http/timers-behind.ts';
import { createCompanyDesk } from '../../src/identity/companies.ts';
import { DEMO_PASSWORD, layDemoAccounts } from '../../src/identity/demo-accounts.ts';
import { createIdentity } from '../../src/identity/identity.ts';
import { createMyData } from '../../src/identity/my-data/create.ts';
import { createPasswordReset } from '../../src/identity/password-reset.ts';
import { createSecondFactor } from '../../src/identity/second-factor/second-factor.ts';
import type { StaffPolicy } from '../../src/identity/staff-policy.ts';
import { createSubUsers } from '../../src/identity/sub-users.ts';
import { createPaymentServices } from '../../src/payments/create.ts';
import { staffInvitations } from '../../src/portal/administration/staff-invitation.ts';
import { createPortal } from '../../src/portal/create-portal.ts';
import type { PortalServices } from '../../src/portal/services.ts';
import { createOverview } from '../../src/reports/create.ts';
import { plainRender } from '../delivery/house.ts';

/** The product with its pages on a port of its own, and visitors that keep cookies as a browser does. */
export interface RunningPortal {
  readonly address: string;
  /** A browser that nobody has used yet. */
  visitor(): Visitor;
  /** A browser in which a demo account has signed in by the form. */
  signedIn(username: string): Promise<Visitor>;
  logged(): string[];
  /** Every address of the pages with its methods, as the routers have them. */
  routes(): readonly Route[];
  stop(): Promise<void>;
}

export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Sends a form with the token of the page that was seen last. */
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Sends a form as it is. */
  postBare(path: string, body: BodyInit, headers?: Readonly<Record<string, string>>): Promise<Shown>;
  readonly cookies: Map<string, string>;
  /** The token of the page that was seen last. */
  token(): string;
}

type Fields = Readonly<Record<string, string>>;

export interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Where a redirect goes. */
  readonly location: string | null;
  /** The text that a person reads. */
  readonly text: string;
}

export const TESTS_BEGIN = '2026-03-10T08:00:00Z';

interface Options {
  readonly limits?: RateLimits;
  /** How staff sign in; absent: by password alone. */
  readonly staff?: StaffPolicy;
  /** Real time, in which sessions live. */
  readonly now?: () => Temporal.Instant;
  readonly services?: Partial<PortalServices>;
  /** Another beginning of time; the clock can then be moved over HTTP. */
  readonly clockFrom?: string;
}

export async function runPortal(db: Database, options: Options = {}): Promise<RunningPortal> {
  const lines: string[] = [];
  const to = new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(line.toString('utf8'));
      done();
    },
  });
  const log = createLog('info', to);
  const clock = await virtualClock(db, Temporal.Instant.from(options.clockFrom ?? TESTS_BEGIN));
  const shelf = await openLawShelf(db);
  const parts = { db, clock, lawBook: shelf.book, compose: (notice: string) => ({ notice }) };
  const casework = createCasework(parts);
  const documents = openDocuments({ ...parts, render: plainRender([]) });
  await layDemoAccounts(db, Temporal.Now.instant());
  const now = options.now ?? (() => Temporal.Now.instant());
  const identity = createIdentity({
    db,
    demo: true,
    now,
    ...(options.staff ? { staff: options.staff } : {}),
  });
  const shared = {
    casework,
    letterDesk: createLetterDesk({ ...parts, casework, documents }),
    reminderDesk: createReminderDesk({ ...parts, sends: true }),
    ...createPaymentServices(parts, casework, { demo: true, warn: (message) => log.said(message) }),
    subUsers: createSubUsers({ db }),
    mailer: null,
    identity,
    secondFactor: createSecondFactor({ db, now }),
    companyDesk: createCompanyDesk({ db }),
    myData: createMyData({ db, identity, clock, book: shelf.book }),
    passwordReset: createPasswordReset({ db }),
    overview: createOverview(parts),
    book: shelf.book,
    clock,
    limits: options.limits ?? rateLimits(true, { requestsPerMinute: null, signInsPerMinute: null }),
    log,
  };
  const law = createAdministration({
    db,
    clock,
    shelf,
    told: (error) => log.fault(error),
    demo: true,
    invite: staffInvitations(
      options.services?.mailer ?? null,
      options.services?.publicUrl ?? null,
      () => shelf.book().operator,
    ),
  });
  const portal = createPortal({ ...law, ...shared, db, demo: true, secure: false, ...options.services });
  const services = {
    ...shared,
    ...law,
    db,
    moveClock: options.clockFrom
      ? (to: Temporal.Instant) => moveThrough(parts, clock.moveTo, to, { warn: () => undefined })
      : null,
  };
  const watched = { ready: async () => true, timersBehind: timersBehind(db, clock), log };
  const app = createFace(watched, { faces: (metrics) => [createApi(services, metrics), portal] });
  const server = await listen(app, '127.0.0.1', 0);
  const visitor = (): Visitor => openVisitor(server.address);

  return {
    address: server.address,
    visitor,
    async signedIn(username) {
      const one = visitor();
      await one.get('/sign-in');
      const { status } = await one.post('/sign-in', { username, password: DEMO_PASSWORD });
      if (status !== 303) throw new Error(`${username} could not sign in: ${status}`);
      return one;
    },
    logged: () => lines,
    routes: () => routesOf(portal.stack as readonly Layer[]),
    stop: () => server.stop(1000),
  };
}

export interface Route {
  readonly method: 'get' | 'post';
  /** `/cases/:id` */
  readonly path: string;
}

interface Layer {
  readonly route?:
    | { readonly path: unknown; readonly methods?: Readonly<Record<string, boolean>> }
    | undefined;
  readonly handle: unknown;
}

function routesOf(layers: readonly Layer[]): Route[] {
  return layers.flatMap(({ route, handle }) =>
    route
      ? [route.path]
          .flat()
          .flatMap((path) =>
            typeof path === 'string'
              ? (['get', 'post'] as const)
                  .filter((method) => route.methods?.[method])
                  .map((method) => ({ method, path }))
              : [],
          )
      : routesOf((handle as { stack?: Layer[] }).stack ?? []),
  );
}

function openVisitor(address: string): Visitor {
  const cookies = new Map<string, string>();
  let lastPage = '';

  async function send(path: string, init: RequestInit): Promise<Shown> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(address + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const html = await response.text();
    if (html.includes('name="_csrf"')) lastPage = html;
    return {
      status: response.status,
      headers: response.headers,
      html,
      location: response.headers.get('Location'),
      text: textOf(html),
    };
  }

  const token = (): string => lastPage.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? '';
  return {
    cookies,
    token,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields, headers = {}) =>
      send(path, { method: 'POST', headers, body: new URLSearchParams({ _csrf: token(), ...fields }) }),
    postBare: (path, body, headers = {}) => send(path, { method: 'POST', headers, body }),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const [name = '', value = ''] = pair.split('=');
  const gone = attributes.some((one) => /expires=thu, 01 jan 1970/i.test(one));
  if (gone) cookies.delete(name.trim());
  else cookies.set(name.trim(), value);
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const decoded = (entity: string): string =>
  ENTITIES[entity] ?? String.fromCodePoint(Number.parseInt(entity.slice(3, -1), 16));

const textOf = (html: string): string =>
  html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#x[\da-fA-F]+);/g, decoded)
    .replace(/\s+/g, ' ')
    .trim();
