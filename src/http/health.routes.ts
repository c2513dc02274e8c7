import { Router } from 'express';
import { notReady } from './fault.ts';
import type { Metrics } from './metrics.ts';
import { resource } from './resource.ts';

/** For the machines that watch over the product, at the root. Nothing here tells of a person or a case. */
export function healthRoutes({ ready }: { readonly ready: () => Promise<boolean> }): Router {
  const router = Router();
  resource(router, '/healthz', {
    get: [
      (_req, res) => {
        res.json({ status: 'alive' });
      },
    ],
  });
  resource(router, '/readyz', {
    get: [
      async (_req, res) => {
        if (!(await ready())) throw notReady();
        res.json({ status: 'ready' });
      },
    ],
  });
  return router;
}

/** How much is asked and what waits: no matter of strangers. */
export function metricsRoutes({ registry }: Metrics): Router {
  const router = Router();
  resource(router, '/metrics', {
    get: [
      async (_req, res) => {
        res.type(registry.contentType).send(await registry.metrics());
      },
    ],
  });
  return router;
}
