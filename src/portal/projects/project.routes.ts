import { Router } from 'express';
import { resource } from '../../http/resource.ts';
import { noSuchProject } from '../../reports/refusals.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { staffOnly } from '../queue/staff-only.ts';
import { callerOf } from '../session/guards.ts';
import { projectPage } from './project.page.ts';

const LONGEST_ID = 200;

/** The cases of a common project (II.4.4). */
export function projectRoutes({ services: { overview }, show }: Portal): Router {
  const router = Router();
  resource(router, '/projects/:id', {
    get: [
      staffOnly,
      async (req, res) => {
        const { id } = req.params;
        if (typeof id !== 'string' || id.length > LONGEST_ID || !id.isWellFormed() || id.includes('\0'))
          throw noSuchProject();
        show(res, 'projects/project', projectPage(viewOf(res), await overview.project(callerOf(res), id)));
      },
    ],
  });
  return router;
}
