import { expect } from 'vitest';
import { z } from 'zod';
import {
  approvalsSchema,
  caseListSchema,
  caseSchema,
  historySchema,
  noticesSchema,
  problemSchema,
} from '../../src/api/schemas.ts';
import { DEMO_PASSWORD } from '../../src/identity/demo-accounts.ts';

/** What a client of the product needs: fetch, and a token for each account. Every answer is held to its schema. */

export type CaseView = z.output<typeof caseSchema>;
export type Problem = z.output<typeof problemSchema>;
export type Letter = z.output<typeof noticesSchema>['items'][number];
export type Recorded = z.output<typeof historySchema>['items'][number];
type Approval = z.output<typeof approvalsSchema>['items'][number];
export type Data = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where the answer is JSON, else its text. */
  readonly body: unknown;
}

export type User = string | null;
type Sent = Readonly<{ body?: unknown; headers?: Readonly<Record<string, string>> }>;

export interface Client {
  /** Any request. A string as body is sent as it is, anything else as JSON. `user` null: nobody signed in. */
  call(user: User, method: string, path: string, sent?: Sent): Promise<Answer>;
  event(user: User, id: string, type: string, data?: Data, headers?: Sent['headers']): Promise<Answer>;
  find(user: User, id: string): Promise<CaseView>;
  list(user: User, query?: string): Promise<z.output<typeof caseListSchema>>;
  history(user: User, id: string): Promise<Recorded[]>;
  letters(user: User, id: string): Promise<Letter[]>;
  approvals(user: User): Promise<Approval[]>;
  now(): Promise<Temporal.Instant>;
  moveTo(instant: Temporal.Instant): Promise<void>;
  /** How often it has moved so far. */
  clockMoves(): number;
}

export function clientOf(url: string, password = DEMO_PASSWORD): Client {
  const tokens = new Map<string, Promise<string>>();

  async function send(token: string | null, method: string, path: string, sent: Sent = {}): Promise<Answer> {
    const { body, headers = {} } = sent;
    const json = body !== undefined && typeof body !== 'string';
    const response = await fetch(`${url}${path.startsWith('/') ? `/api/v1${path}` : `/${path}`}`, {
      method,
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(json ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
    });
    const text = await response.text();
    const isJson = text !== '' && /json/.test(response.headers.get('Content-Type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  function tokenOf(username: string): Promise<string> {
    const signedIn =
      tokens.get(username) ??
      send(null, 'POST', '/sessions', { body: { username, password } }).then(({ status, body }) => {
        if (status !== 200) throw new Error(`${username} cannot sign in: ${JSON.stringify(body)}`);
        return z.looseObject({ token: z.string() }).parse(body).token;
      });
    tokens.set(username, signedIn);
    return signedIn;
  }

  const call: Client['call'] = async (user, method, path, sent) =>
    send(user === null ? null : await tokenOf(user), method, path, sent);

  async function read<Schema extends z.ZodType>(user: User, path: string, schema: Schema) {
    const { status, body } = await call(user, 'GET', path);
    expect(status, `GET ${path}: ${JSON.stringify(body)}`).toBe(200);
    return schema.parse(body);
  }

  const clock = z.strictObject({ now: z.iso.datetime() });
  let moves = 0;
  return {
    call,
    event: (user, id, type, data = {}, headers = {}) =>
      call(user, 'POST', `/cases/${id}/events`, { body: { type, ...data }, headers }),
    find: (user, id) => read(user, `/cases/${id}`, caseSchema),
    list: (user, query = '') => read(user, `/cases${query}`, caseListSchema),
    history: async (user, id) => (await read(user, `/cases/${id}/history`, historySchema)).items,
    letters: async (user, id) => (await read(user, `/cases/${id}/notices`, noticesSchema)).items,
    approvals: async (user) => (await read(user, '/approvals', approvalsSchema)).items,
    now: async () => Temporal.Instant.from((await read('admin', '/clock', clock)).now),
    clockMoves: () => moves,
    async moveTo(instant) {
      moves += 1;
      const { status, body } = await call('admin', 'POST', '/clock', { body: { now: instant.toString() } });
      expect(status, JSON.stringify(body)).toBe(200);
      expect(Temporal.Instant.from(clock.parse(body).now).equals(instant)).toBe(true);
    },
  };
}

/** The problem of an answer; asserts its form (RFC 9457). */
export function problemOf(answer: Answer): Problem {
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(answer.body);
  expect(problem.status).toBe(answer.status);
  return problem;
}
