import express, { type Express, type RequestHandler, Router } from 'express';
import '../http/locals.ts';
import { noSuchPage } from '../http/fault.ts';
import { healthRoutes } from '../http/health.routes.ts';
import { createMetrics } from '../http/metrics.ts';
import { answerWithProblem } from '../http/problem.ts';
import { requestLimit } from '../http/rate-limits.ts';
import { beginRequest, notKept, securityHeaders } from '../http/request-frame.ts';
import { accountsRoutes } from './accounts.routes.ts';
import { approvalsRoutes } from './approvals.routes.ts';
import { casesRoutes } from './cases.routes.ts';
import { clockRoutes } from './clock.routes.ts';
import { contextsRoutes } from './contexts.routes.ts';
import { documentsRoutes } from './documents.routes.ts';
import { eventsRoutes } from './events.routes.ts';
import { feesRoutes } from './fees.routes.ts';
import { filesRoutes } from './files.routes.ts';
import { invoicesRoutes } from './invoices.routes.ts';
import { jobsRoutes } from './jobs.routes.ts';
import { lawRoutes } from './law.routes.ts';
import { lettersRoutes } from './letters.routes.ts';
import { meRoutes } from './me.routes.ts';
import { openApiRoutes } from './openapi.routes.ts';
import { paymentsRoutes } from './payments.routes.ts';
import { remindersRoutes } from './reminders.routes.ts';
import { reportsRoutes } from './reports.routes.ts';
import type { ApiServices } from './services.ts';
import { sessionsRoutes } from './sessions.routes.ts';

/** The whole HTTP face: health at the root, the API under `/api/v1`, and what else is mounted (the portal). */
export function createApi(services: ApiServices, mounted: readonly RequestHandler[] = []): Express {
  const { log, limits, trustedProxies } = services;
  const metrics = createMetrics(services.timersBehind, log);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustedProxies);
  app.use(beginRequest, metrics.observe, securityHeaders);
  app.use(healthRoutes(services, metrics));

  const api = Router({ caseSensitive: true, strict: false });
  api.use(notKept, requestLimit(limits));
  api.use(
    sessionsRoutes(services),
    openApiRoutes(),
    casesRoutes(services),
    eventsRoutes(services, metrics),
    approvalsRoutes(services),
    documentsRoutes(services),
    invoicesRoutes(services),
    paymentsRoutes(services),
    contextsRoutes(services),
    filesRoutes(services),
    lettersRoutes(services),
    reportsRoutes(services),
    meRoutes(services),
    remindersRoutes(services),
    feesRoutes(services),
    lawRoutes(services),
    accountsRoutes(services),
    jobsRoutes(services),
    clockRoutes(services),
  );
  app.use('/api/v1', api);
  for (const handler of mounted) app.use(handler);

  app.use((_req, _res, next) => next(noSuchPage()));
  app.use(answerWithProblem(log));
  return app;
}

/** The face of a process that only works: health and metrics. */
export function createHealth(services: Pick<ApiServices, 'ready' | 'timersBehind' | 'log'>): Express {
  const metrics = createMetrics(services.timersBehind, services.log);
  const app = express();
  app.disable('x-powered-by');
  app.use(beginRequest, metrics.observe, securityHeaders, healthRoutes(services, metrics));
  app.use((_req, _res, next) => next(noSuchPage()));
  app.use(answerWithProblem(services.log));
  return app;
}
