import { Router } from 'express';
import { jsonBody } from './json-body.ts';
import type { Metrics } from './metrics.ts';
import { postEvent } from './post-event.ts';
import { resource } from './resource.ts';
import type { ApiServices } from './services.ts';
import { signedIn } from './signed-in.ts';

export function eventsRoutes(services: Pick<ApiServices, 'casework' | 'identity'>, metrics: Metrics): Router {
  const router = Router();
  resource(router, '/cases/:id/events', {
    post: [signedIn(services.identity), ...jsonBody, postEvent(services, metrics)],
  });
  return router;
}
