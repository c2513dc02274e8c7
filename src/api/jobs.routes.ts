import { Router } from 'express';
import { jsonBody } from '../http/json-body.ts';
import { read } from '../http/read.ts';
import { jobRetry } from '../http/requests/job-retry.ts';
import { readListQuery } from '../http/requests/read-list.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn, withRole } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

/** Work in the background that failed or waits (admin), and who of staff read which case (privacy). */
export function jobsRoutes({
  identity,
  jobDesk,
  readingLog,
}: Pick<ApiServices, 'identity' | 'jobDesk' | 'readingLog'>): Router {
  const router = Router();
  const anybody = signedIn(identity);

  resource(router, '/jobs', {
    get: [
      anybody,
      withRole('admin'),
      async (_req, res) => {
        res.json(await jobDesk.view(callerOf(res)));
      },
    ],
    post: [
      anybody,
      withRole('admin'),
      ...jsonBody,
      async (req, res) => {
        await jobDesk.retry(callerOf(res), read(jobRetry, req.body));
        res.status(202).json(await jobDesk.view(callerOf(res)));
      },
    ],
  });
  resource(router, '/reads', {
    get: [
      anybody,
      withRole('privacy'),
      async (req, res) => {
        res.json(await readingLog.list(callerOf(res), read(readListQuery, req.query)));
      },
    ],
  });
  return router;
}
