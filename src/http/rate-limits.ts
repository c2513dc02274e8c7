import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { tooMany } from './fault.ts';

interface Limits {
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
}

/** How often one address may ask, in real time. Counted in each process by itself (ADR 0032). */
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

const limiter = (limitFor: (req: Request) => number): RequestHandler =>
  rateLimit({
    windowMs: WINDOW_MS,
    limit: limitFor,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // A forwarded address that we were not told to believe is ignored, and no reason to complain of every request.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_req, res, next) => next(tooMany(Number(res.get('Retry-After') ?? WINDOW_MS / 1000))),
  });

export const requestLimit = ({ requestsPerMinute, loopback }: RateLimits): RequestHandler =>
  limiter((req) => (LOOPBACK.test(req.ip ?? '') ? loopback.requestsPerMinute : requestsPerMinute));

export const signInLimit = ({ signInsPerMinute, loopback }: RateLimits): RequestHandler =>
  limiter((req) => (LOOPBACK.test(req.ip ?? '') ? loopback.signInsPerMinute : signInsPerMinute));
