import express, { type Express, type RequestHandler } from 'express';
import './locals.ts';
import { noSuchPage } from './fault.ts';
import { healthRoutes, metricsRoutes } from './health.routes.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics, type TimersBehind } from './metrics.ts';
import { answerWithProblem } from './problem.ts';
import { beginRequest, securityHeaders } from './request-frame.ts';

/** What a process tells of itself. */
export interface Watched {
  /** Whether the product can serve: tables, law and demo data stand, and the database answers. */
  readonly ready: () => Promise<boolean>;
  readonly timersBehind: () => Promise<TimersBehind>;
  readonly log: Log;
}

export interface Mounted {
  /** Proxies in front whose word about the client's address is believed. */
  readonly trustedProxies: number;
  /** Whether `/metrics` is answered here, to everybody; it is where nothing is said. */
  readonly metricsForAll: boolean;
  /** The metrics that another port answers. */
  readonly metrics: Metrics;
  /** Asked in this order; each leaves to the next what is not its own. */
  readonly faces: (metrics: Metrics) => readonly RequestHandler[];
}

export const metricsOf = ({ timersBehind, log }: Watched): Metrics => createMetrics(timersBehind, log);

/** Everything that a process answers over HTTP: health at the root, then what is mounted beside it. What nobody knows,
 *  and every fault that nobody has answered, ends here. A process that only works mounts nothing. */
export function createFace(watched: Watched, mounted: Partial<Mounted> = {}): Express {
  const { trustedProxies, faces, metricsForAll = true, metrics = metricsOf(watched) } = mounted;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustedProxies ?? 0);
  app.use(beginRequest, metrics.observe, securityHeaders);
  app.use(healthRoutes(watched));
  if (metricsForAll) app.use(metricsRoutes(metrics));
  for (const face of faces?.(metrics) ?? []) app.use(face);
  app.use((_req, _res, next) => next(noSuchPage()));
  app.use(answerWithProblem(watched.log));
  return app;
}
