import { Router } from 'express';
import { jsonBody } from '../http/json-body.ts';
import type { Metrics } from '../http/metrics.ts';
import { resource } from '../http/resource.ts';
import { signedIn } from '../http/signed-in.ts';
import { postEvent } from './post-event.ts';
import type { ApiServices } from './services.ts';

export function eventsRoutes(services: Pick<ApiServices, 'casework' | 'identity'>, metrics: Metrics): Router {
  const router = Router();
  resource(router, '/cases/:id/events', {
    post: [signedIn(services.identity), ...jsonBody, postEvent(services, metrics)],
  });
  return router;
}
