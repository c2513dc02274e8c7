import { Router } from 'express';
import '../http/locals.ts';
import type { Metrics } from '../http/metrics.ts';
import { requestLimit } from '../http/rate-limits.ts';
import { notKept } from '../http/request-frame.ts';
import { accountsRoutes } from './accounts.routes.ts';
import { approvalsRoutes } from './approvals.routes.ts';
import { casesRoutes } from './cases.routes.ts';
import { clockRoutes } from './clock.routes.ts';
import { companiesRoutes } from './companies.routes.ts';
import { contextsRoutes } from './contexts.routes.ts';
import { documentsRoutes } from './documents.routes.ts';
import { eventsRoutes } from './events.routes.ts';
import { feesRoutes } from './fees.routes.ts';
import { filesRoutes } from './files.routes.ts';
import { historyRoutes } from './history.routes.ts';
import { invoicesRoutes } from './invoices.routes.ts';
import { jobsRoutes } from './jobs.routes.ts';
import { lawRoutes } from './law.routes.ts';
import { lettersRoutes } from './letters.routes.ts';
import { meRoutes } from './me.routes.ts';
import { openApiRoutes } from './openapi.routes.ts';
import { paymentsRoutes } from './payments.routes.ts';
import { remindersRoutes } from './reminders.routes.ts';
import { reportsRoutes } from './reports.routes.ts';
import { secondFactorRoutes } from './second-factor.routes.ts';
import type { ApiServices } from './services.ts';
import { sessionsRoutes } from './sessions.routes.ts';

/** The API, under `/api/v1`. */
export function createApi(services: ApiServices, metrics: Metrics): Router {
  const api = Router({ caseSensitive: true, strict: false });
  api.use(notKept, requestLimit(services.limits));
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
    secondFactorRoutes(services),
    remindersRoutes(services),
    feesRoutes(services),
    lawRoutes(services),
    accountsRoutes(services),
    companiesRoutes(services),
    jobsRoutes(services),
    historyRoutes(services),
    clockRoutes(services),
  );
  return Router().use('/api/v1', api);
}
