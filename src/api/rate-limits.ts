import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { tooMany } from './fault.ts';

/** How often one address may ask, in real time. Counted in each process by itself. */
export interface RateLimits {
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
  /** What the machine itself may ask; in demo mode more than others. */
  readonly loopback: { readonly requestsPerMinute: number; readonly signInsPerMinute: number };
}

const STANDARD = { requestsPerMinute: 600, signInsPerMinute: 10 };

export const REAL_LIMITS: RateLimits = { ...STANDARD, loopback: STANDARD };
export const DEMO_LIMITS: RateLimits = { ...STANDARD, loopback: { requestsPerMinute: 3000, signInsPerMinute: 100 } };

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
