import { Writable } from 'node:stream';
import type { Database } from '../../db/connect.ts';
import { createAdministration } from '../../src/administration/create.ts';
import { createApi } from '../../src/api/create-api.ts';
import { systemClock, virtualClock } from '../../src/casework/clocks.ts';
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
import { createSecondFactor } from '../../src/identity/second-factor/second-factor.ts';
import type { StaffPolicy } from '../../src/identity/staff-policy.ts';
import { createPaymentServices } from '../../src/payments/create.ts';
import { createOverview } from '../../src/reports/create.ts';
import { plainRender } from '../delivery/house.ts';

/** The product over HTTP on a port of its own, with the demo accounts and a clock that the test moves. */
export interface RunningApi {
  call(method: string, path: string, request?: Call): Promise<Answer>;
  /** A path outside `/api/v1`. */
  root(path: string): Promise<Answer>;
  logged(): string[];
  /** Every path under `/api/v1` with its methods, as the routers have them. */
  routes(): string[];
  stop(): Promise<void>;
}

interface Call {
  /** A demo account; null: nobody. */
  readonly as?: string | null;
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export const TESTS_BEGIN = '2025-03-10T08:00:00Z';

interface Options {
  readonly limits?: RateLimits;
  /** How staff sign in; absent: by password alone. */
  readonly staff?: StaffPolicy;
  /** Real time, in which sessions live. */
  readonly now?: () => Temporal.Instant;
  readonly clock?: 'system' | 'virtual';
  readonly ready?: () => Promise<boolean>;
}

export async function runApi(db: Database, options: Options = {}): Promise<RunningApi> {
  const lines: string[] = [];
  const log = createLog(
    'info',
    new Writable({
      write(line: Buffer, _encoding, done) {
        lines.push(line.toString('utf8'));
        done();
      },
    }),
  );
  const virtual =
    options.clock === 'system' ? null : await virtualClock(db, Temporal.Instant.from(TESTS_BEGIN));
  const clock = virtual ?? systemClock;
  const shelf = await openLawShelf(db);
  const { book } = shelf;
  const parts = { db, clock, lawBook: book, compose: (notice: string) => ({ notice }) };
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
  const services = {
    ...createAdministration({ db, clock, shelf, told: (error) => log.fault(error), demo: true }),
    casework,
    letterDesk: createLetterDesk({ ...parts, casework, documents }),
    reminderDesk: createReminderDesk({ ...parts, sends: true }),
    ...createPaymentServices(parts, casework, { demo: true, warn: (message) => log.said(message) }),
    db,
    identity,
    secondFactor: createSecondFactor({ db, now }),
    companyDesk: createCompanyDesk({ db }),
    myData: createMyData({ db, identity, clock, book }),
    overview: createOverview(parts),
    book,
    clock,
    moveClock:
      virtual &&
      ((to: Temporal.Instant) => moveThrough(parts, virtual.moveTo, to, { warn: () => undefined })),
    limits: options.limits ?? rateLimits(true, { requestsPerMinute: null, signInsPerMinute: null }),
  };
  const watched = { ready: options.ready ?? (async () => true), timersBehind: timersBehind(db, clock), log };
  const app = createFace(watched, { faces: (metrics) => [createApi(services, metrics)] });
  const server = await listen(app, '127.0.0.1', 0);
  const tokens = new Map<string, Promise<string>>();

  async function send(url: string, method: string, { body, headers = {} }: Call): Promise<Answer> {
    const json = body !== undefined && typeof body !== 'string';
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: { ...(json ? { 'Content-Type': 'application/json' } : {}), ...headers },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as unknown) : text,
    };
  }

  async function signIn(username: string): Promise<string> {
    const { body } = await send(`${server.address}/api/v1/sessions`, 'post', {
      body: { username, password: DEMO_PASSWORD },
    });
    return (body as { token: string }).token;
  }

  return {
    async call(method, path, { as = 'customer', ...request } = {}) {
      let token: string | null = null;
      if (as !== null) {
        const signedIn = tokens.get(as) ?? signIn(as);
        tokens.set(as, signedIn);
        token = await signedIn;
      }
      const headers = { ...(token === null ? {} : { Authorization: `Bearer ${token}` }), ...request.headers };
      return send(`${server.address}/api/v1${path}`, method, { ...request, headers });
    },
    root: (path) => send(`${server.address}${path}`, 'get', {}),
    logged: () => lines,
    routes: () => routesOf(app.router.stack),
    stop: () => server.stop(1000),
  };
}

interface Layer {
  readonly route?:
    | { readonly path: string; readonly methods?: Readonly<Record<string, boolean>> }
    | undefined;
  readonly handle: unknown;
}

/** `get /cases/{id}`; health at the root is left out. */
function routesOf(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return routesOf((handle as { stack?: Layer[] }).stack ?? []);
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const methods = Object.keys(route.methods ?? {}).filter((method) =>
      ['get', 'post', 'put', 'patch', 'delete'].includes(method),
    );
    return /^\/(healthz|readyz|metrics)$/.test(path) ? [] : methods.map((method) => `${method} ${path}`);
  });
}
