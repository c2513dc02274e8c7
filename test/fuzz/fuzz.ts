import fc from 'fast-check';
import {
  type Known,
  type OpenApi,
  type Operation,
  operationsOf,
  type Request,
  requestsFor,
} from './requests.ts';

/** Sends requests to a running product and looks at what comes back. */

const PATIENCE_MS = 30_000;

/** Words that only the inside of a program says. None of them is in what is sent. */
const INTERNALS =
  /node_modules|node:internal|\.ts:\d+|\bat (async )?[\w.<>]+ \(|syntax error at|relation "|duplicate key value|violates \w+ constraint|ZodError|TypeError|RangeError|is not a function|Cannot read prop|ECONNREFUSED|pg_catalog|\$argon2/;

interface Finding {
  readonly problem: string;
  readonly as: string | null;
  readonly sent: string;
  readonly answer: string;
}

export interface Fuzzed {
  readonly seed: number;
  readonly requests: number;
  /** How many requests each operation got, and how many of them it did. */
  readonly byOperation: Readonly<Record<string, { sent: number; done: number }>>;
  readonly byStatus: Readonly<Record<number, number>>;
  readonly findings: readonly Finding[];
}

export interface Plan {
  readonly url: string;
  readonly document: OpenApi;
  /** Tokens by name; `null` stands for nobody. */
  readonly callers: readonly { readonly as: string | null; readonly token: string | null }[];
  readonly known: Known;
  readonly seed: number;
  readonly requests: number;
  readonly atOnce?: number;
}

export async function fuzz(plan: Plan): Promise<Fuzzed> {
  const operations = operationsOf(plan.document).filter(isTried);
  const perOperation = Math.ceil(plan.requests / operations.length);
  const planned = operations.flatMap((operation, index) =>
    fc
      .sample(
        fc.tuple(
          fc.constantFrom(...plan.callers),
          requestsFor(operation, plan.document.components.schemas, plan.known),
        ),
        { seed: plan.seed + index, numRuns: perOperation },
      )
      .map(([caller, request]) => ({ caller, request })),
  );
  // In an order that mixes operations, the same one for the same seed.
  const order = fc.sample(fc.shuffledSubarray(planned, { minLength: planned.length }), {
    seed: plan.seed,
    numRuns: 1,
  })[0]!;
  const byOperation: Record<string, { sent: number; done: number }> = {};
  const byStatus: Record<number, number> = {};
  const findings: Finding[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let one = order[next++]; one; one = order[next++]) {
      const { caller, request } = one;
      const seen = await send(plan.url, caller.token, request);
      byOperation[request.operation] ??= { sent: 0, done: 0 };
      const counted = byOperation[request.operation]!;
      counted.sent += 1;
      if (seen.status !== null && seen.status < 400) counted.done += 1;
      byStatus[seen.status ?? 0] = (byStatus[seen.status ?? 0] ?? 0) + 1;
      const problem = problemOf(seen);
      if (problem) findings.push({ problem, as: caller.as, sent: shortOf(request), answer: shortOf(seen) });
    }
  };
  await Promise.all(Array.from({ length: plan.atOnce ?? 4 }, lane));
  return { seed: plan.seed, requests: order.length, byOperation, byStatus, findings };
}

/** Signing out would end the trial for its caller, and nothing would be tried after it. */
const isTried = ({ operationId }: Operation): boolean => operationId !== 'signOut';

const LONGEST_SHOWN = 600;

const shortOf = (thing: Request | Seen): string => JSON.stringify(thing).slice(0, LONGEST_SHOWN);

interface Seen {
  readonly status: number | null;
  readonly type: string;
  readonly text: string;
}

async function send(url: string, token: string | null, request: Request): Promise<Seen> {
  try {
    const response = await fetch(`${url}/api/v1${request.path}`, {
      method: request.method,
      headers: { ...request.headers, ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
      body: request.body as BodyInit | null,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return {
      status: response.status,
      type: response.headers.get('Content-Type') ?? '',
      text: await response.text(),
    };
  } catch (error) {
    return { status: null, type: '', text: String((error as Error).cause ?? error) };
  }
}

function problemOf({ status, type, text }: Seen): string | null {
  if (status === null) return 'no answer';
  if (status >= 500) return 'the fault is its own';
  if (status >= 400 && !type.startsWith('application/problem+json'))
    return 'an error that is no problem+json';
  if (status >= 400 && INTERNALS.test(text)) return 'tells of its inside';
  if (status >= 400 && !tellsWhat(text)) return 'an error that does not say what happened';
  return null;
}

function tellsWhat(text: string): boolean {
  const { title, status, detail } = JSON.parse(text) as Record<string, unknown>;
  return (
    typeof title === 'string' && typeof status === 'number' && typeof detail === 'string' && detail !== ''
  );
}
