import { Router } from 'express';
import { read } from '../../http/read.ts';
import { readListQuery } from '../../http/requests/read-list.ts';
import { resource } from '../../http/resource.ts';
import { isoDayOf } from '../forms/day-text.ts';
import { queryForm } from '../forms/form-body.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { AUDIT_FILTERS, auditPage } from './audit.page.ts';

/** Who of staff read whose data, for data protection (II.8.3, II.9.5). */
export function auditRoutes({ services: { readingLog }, show }: Portal): Router {
  const router = Router();
  resource(router, '/privacy/audit', {
    get: [
      withRole('privacy'),
      async (req, res) => {
        const form = queryForm(req);
        const filters = Object.fromEntries(
          AUDIT_FILTERS.map((name) => [name, form.text(name)] as const).filter(([, value]) => value !== ''),
        );
        const before = form.text('before');
        const { day } = filters;
        const query = read(readListQuery, {
          ...filters,
          ...(day === undefined ? {} : { day: isoDayOf(day) }),
          ...(before === '' ? {} : { before }),
        });
        const found = await readingLog.list(callerOf(res), query);
        show(res, 'administration/audit', auditPage(viewOf(res), { ...found, before, filters }));
      },
    ],
  });
  return router;
}
