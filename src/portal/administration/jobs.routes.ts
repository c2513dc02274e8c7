import { Router } from 'express';
import { read } from '../../http/read.ts';
import { jobRetry } from '../../http/requests/job-retry.ts';
import { resource } from '../../http/resource.ts';
import { formOf } from '../forms/form-body.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { jobsPage } from './jobs.page.ts';
import { ADMINISTRATORS } from './sections.ts';

/** What failed in the background, and how much waits. */
export function jobsRoutes({ services: { jobDesk }, show }: Portal): Router {
  const router = Router();
  const administrators = withRole(...ADMINISTRATORS);
  resource(router, '/admin/jobs', {
    get: [
      administrators,
      async (_req, res) => {
        show(res, 'administration/jobs', jobsPage(viewOf(res), await jobDesk.view(callerOf(res))));
      },
    ],
    post: [
      administrators,
      async (_req, res) => {
        const form = formOf(res);
        const job = { caseId: form.text('caseId'), deadline: form.text('deadline') };
        await jobDesk.retry(callerOf(res), read(jobRetry, job));
        goOn(res, '/admin/jobs', 'jobRetried');
      },
    ],
  });
  return router;
}
