import { setTimeout as pause } from 'node:timers/promises';
import type { ProductProcess } from './fleet.ts';
import type { Random } from './random.ts';

/** Requests as a network delivers them: each twice, to two processes at once, and again until there is an answer. */

export type User =
  | 'customer'
  | 'company'
  | 'engineer'
  | 'service'
  | 'service2'
  | 'finance'
  | 'finance2'
  | 'admin';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The name of the process that answered. */
  readonly by: string;
}

/** A change that somebody asked for under one key, and what came of it. */
export interface Asked {
  readonly key: string;
  readonly user: User;
  readonly path: string;
  readonly body: object;
  readonly answers: Answer[];
  /** How many deliveries ended without an answer. */
  unanswered: number;
}

export const confirmed = ({ answers }: Asked): Answer | undefined =>
  answers.find(({ status }) => status >= 200 && status < 300);

/** Refused for a reason of its own, which a repetition would meet again. */
const refused = ({ answers }: Asked): Answer | undefined =>
  answers.find(({ status }) => status >= 400 && status < 500 && status !== 429);

const PASSWORD = 'demo';
const PATIENCE_MS = 20_000;
const TRIES = 40;

export interface Asking {
  /** What was asked for so far. */
  readonly asked: readonly Asked[];
  readonly requests: number;
  /** Answers by HTTP status, `0` where none came. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Answers of 200 to 299 to changes, by the process that gave them. */
  readonly confirmedBy: ReadonlyMap<string, number>;
  signIn(users: readonly User[]): Promise<void>;
  /** Delivers it at least twice, until it is known whether it happened, or the patience is at an end. */
  change(user: User, path: string, body: object, key: string): Promise<Asked>;
  /** Once more, when all is well again. */
  again(asked: Asked): Promise<void>;
  read(user: User, path: string): Promise<Answer | null>;
  /** One delivery, with as much patience as asked for; null: no answer. */
  once(user: User, method: string, path: string, body?: object, patienceMs?: number): Promise<Answer | null>;
}

export function askingOf(webs: readonly ProductProcess[], random: Random): Asking {
  const asked: Asked[] = [];
  const tokens = new Map<User, string>();
  const statuses = new Map<number, number>();
  const confirmedBy = new Map<string, number>();
  let requests = 0;

  const count = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);

  async function deliver(
    to: ProductProcess | undefined,
    method: string,
    path: string,
    {
      user,
      body,
      key,
      patienceMs = PATIENCE_MS,
    }: { user?: User; body?: object; key?: string; patienceMs?: number },
  ): Promise<Answer | null> {
    if (!to?.url) return null;
    requests += 1;
    try {
      const token = user && tokens.get(user);
      const response = await fetch(`${to.url}${path}`, {
        method,
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...(key ? { 'Idempotency-Key': key } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(patienceMs),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
      count(statuses, response.status);
      return { status: response.status, body: isJson ? JSON.parse(text) : text, by: to.name };
    } catch {
      count(statuses, 0);
      return null;
    }
  }

  /** Two different ones where there are two. */
  function two(): (ProductProcess | undefined)[] {
    const standing = random.shuffled(webs.filter(({ url }) => url !== null));
    return [standing[0], standing[1] ?? standing[0]];
  }

  async function deliverTwice(one: Asked, copies = 2): Promise<void> {
    const { user, body, key, path } = one;
    const answers = await Promise.all(
      two()
        .slice(0, copies)
        .map((to) => deliver(to, 'POST', path, { user, body, key })),
    );
    for (const answer of answers) {
      // 503 and 500: the product knows no more than we do whether it happened.
      if (!answer || answer.status >= 500) one.unanswered += 1;
      if (!answer) continue;
      one.answers.push(answer);
      if (answer.status < 300) count(confirmedBy, answer.by);
    }
  }

  const known = (one: Asked) => confirmed(one) ?? refused(one);

  return {
    asked,
    get requests() {
      return requests;
    },
    statuses,
    confirmedBy,
    async signIn(users) {
      for (const user of users) {
        for (let tries = 1; !tokens.has(user); tries += 1) {
          const answer = await deliver(two()[0], 'POST', '/api/v1/sessions', {
            body: { username: user, password: PASSWORD },
          });
          if (answer?.status === 200) tokens.set(user, (answer.body as { token: string }).token);
          else if (tries === TRIES) throw new Error(`${user} cannot sign in: ${JSON.stringify(answer)}`);
          else await pause(250);
        }
      }
    },
    async change(user, path, body, key) {
      const one: Asked = { key, user, path: `/api/v1${path}`, body, answers: [], unanswered: 0 };
      asked.push(one);
      for (let tries = 0; tries < TRIES; tries += 1) {
        await deliverTwice(one);
        if (known(one)) break;
        await pause(100 + 50 * tries);
      }
      return one;
    },
    again: (one) => deliverTwice(one, 1),
    read: (user, path) => deliver(two()[0], 'GET', `/api/v1${path}`, { user }),
    once: (user, method, path, body, patienceMs) =>
      deliver(two()[0], method, `/api/v1${path}`, {
        user,
        ...(body ? { body } : {}),
        ...(patienceMs ? { patienceMs } : {}),
      }),
  };
}
