import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from './log.ts';

/** How far the clock's worker is behind: deadlines that fell due and wait, and for how long the oldest has. */
export interface TimersBehind {
  readonly due: number;
  readonly oldestSeconds: number;
}

export interface Metrics {
  readonly registry: Registry;
  /** Times every request and logs it. */
  readonly observe: RequestHandler;
  countEvent(type: string, outcome: 'done' | 'awaits-approval' | 'refused'): void;
}

const CLIENT_WENT_AWAY = 499;

export function createMetrics(timersBehind: () => Promise<TimersBehind>, log: Log): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: 'pieslegums_http_requests_total',
    help: 'Requests answered, by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const duration = new Histogram({
    name: 'pieslegums_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const events = new Counter({
    name: 'pieslegums_events_total',
    help: 'Events posted to cases over the API, by type and outcome.',
    labelNames: ['type', 'outcome'] as const,
    registers,
  });
  const behind = async (measure: (timers: TimersBehind) => number): Promise<number> => {
    try {
      return measure(await timersBehind());
    } catch (error) {
      log.fault(error);
      return Number.NaN;
    }
  };
  new Gauge({
    name: 'pieslegums_deadlines_due',
    help: 'Deadlines that have fallen due and wait for the clock’s worker.',
    registers,
    async collect() {
      this.set(await behind(({ due }) => due));
    },
  });
  new Gauge({
    name: 'pieslegums_deadlines_lag_seconds',
    help: 'How long the oldest of them has waited.',
    registers,
    async collect() {
      this.set(await behind(({ oldestSeconds }) => oldestSeconds));
    },
  });

  return {
    registry,
    observe(req, res, next) {
      const startedAt = performance.now();
      res.once('close', () => {
        const ms = performance.now() - startedAt;
        const route = res.locals.route ?? 'none';
        // Whoever went away before the answer was whole did not get the status that it had.
        const status = res.writableFinished ? res.statusCode : CLIENT_WENT_AWAY;
        requests.inc({ method: req.method, route, status });
        duration.observe({ method: req.method, route }, ms / 1000);
        log.request({
          requestId: res.locals.requestId,
          method: req.method,
          route,
          status,
          ms: Math.round(ms * 10) / 10,
        });
      });
      next();
    },
    countEvent: (type, outcome) => events.inc({ type, outcome }),
  };
}
