import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import type { Connection } from '../../db/connect.ts';
import { countTry, forgetTries, giveTryBack } from '../../db/tries.ts';
import { hashOf } from '../identity/tokens.ts';
import { tooMany } from './fault.ts';

interface Limits {
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
}

/** How often one address may ask, in real time (ADR 0110). */
export interface RateLimits extends Limits {
  /** What the machine itself may ask. */
  readonly loopback: Limits;
}

const DELIVERED: Limits = { requestsPerMinute: 600, signInsPerMinute: 10 };
/** Whoever tries the product on their own machine lets scripts ask. */
const TRIED_OUT: Limits = { requestsPerMinute: 3000, signInsPerMinute: 100 };

export function rateLimits(
  demo: boolean,
  set: { readonly [Limit in keyof Limits]: number | null },
): RateLimits {
  const limits = (delivered: Limits): Limits => ({
    requestsPerMinute: set.requestsPerMinute ?? delivered.requestsPerMinute,
    signInsPerMinute: set.signInsPerMinute ?? delivered.signInsPerMinute,
  });
  return { ...limits(DELIVERED), loopback: limits(demo ? TRIED_OUT : DELIVERED) };
}

const WINDOW_MS = 60_000;
const LOOPBACK = /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

type LimitName = keyof Limits;

const limiter = (limits: RateLimits, name: LimitName, store?: Store): RequestHandler =>
  rateLimit({
    windowMs: WINDOW_MS,
    limit: (req: Request) => (LOOPBACK.test(req.ip ?? '') ? limits.loopback : limits)[name],
    ...(store ? { store } : {}),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // A forwarded address that we were not told to believe is ignored, and no reason to complain of every request.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_req, res, next) => next(tooMany(Number(res.get('Retry-After') ?? WINDOW_MS / 1000))),
  });

/** Every request, counted in each process by itself: a write for each would cost more than what it slows. */
export const requestLimit = (limits: RateLimits): RequestHandler => limiter(limits, 'requestsPerMinute');

interface SharedLimits {
  readonly db: Connection;
  readonly limits: RateLimits;
}

/** Requests that guess at something, counted by all processes together; `what` is guessed at tells one count from another. */
export const signInLimit = ({ db, limits }: SharedLimits, what: string): RequestHandler =>
  limiter(limits, 'signInsPerMinute', sharedStore(db, what));

function sharedStore(db: Connection, what: string): Store {
  const keyOf = (address: string): string => hashOf(`requests of ${what} from ${address}`);
  return {
    async increment(address) {
      const { taken, endsInMs } = await countTry(
        db,
        keyOf(address),
        WINDOW_MS,
        Temporal.Now.instant().toString(),
      );
      return { totalHits: taken, resetTime: new Date(Date.now() + endsInMs) };
    },
    decrement: (address) => giveTryBack(db, keyOf(address)),
    resetKey: (address) => forgetTries(db, keyOf(address)),
  };
}

/** The network that an address stands for: itself, or the part of IPv6 that one customer of a provider is given. */
export const networkOf = (req: Request): string => ipKeyGenerator(req.ip ?? '');
