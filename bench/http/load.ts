import { createRequire } from 'node:module';

/** What autocannon tells, as far as we read it; the package carries no types. */
interface Told {
  readonly requests: { readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly errors: number;
  readonly timeouts: number;
  readonly non2xx: number;
  readonly '2xx': number;
}

export interface Request {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly setupRequest?: (request: Request) => Request;
}

interface Asked {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly requests: readonly Request[];
}

const autocannon = createRequire(import.meta.url)('autocannon') as (asked: object) => Promise<Told>;

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Asks as fast as answers come; anything but an answer of success is an error of the bench. */
export async function load({ url, connections, seconds, requests }: Asked): Promise<Load> {
  const told = await autocannon({ url, connections, duration: seconds, requests });
  if (told.errors + told.timeouts + told.non2xx > 0 || told['2xx'] === 0)
    throw new Error(
      `${url}: ${told.errors} errors, ${told.timeouts} time-outs, ${told.non2xx} answers other than 2xx.`,
    );
  return { perSecond: told.requests.average, p50: told.latency.p50, p99: told.latency.p99 };
}
