import { Router } from 'express';
import { isStaff } from '../../casework/caller.ts';
import { mayPost } from '../../casework/rights.ts';
import { applyRoutes } from '../apply/apply.routes.ts';
import type { Area } from '../area.ts';
import { actRoutes } from './acts/act.routes.ts';
import { approvalsRoutes } from './approvals.routes.ts';
import { caseRoutes } from './case.routes.ts';
import { filesRoutes } from './files/files.routes.ts';
import { listRoutes } from './list.routes.ts';

/** Cases: the customer's own, and the queue of the staff. */
export const casesArea: Area = {
  routes(portal) {
    const router = Router();
    router.use(
      listRoutes(portal),
      caseRoutes(portal),
      actRoutes(portal),
      filesRoutes(portal),
      approvalsRoutes(portal),
      applyRoutes(portal),
    );
    return router;
  },
  navigation({ t, caller }) {
    if (!caller) return [];
    const apply = mayPost(caller, 'application.drafted')
      ? [{ label: t('cases.nav.apply'), href: '/apply' }]
      : [];
    return isStaff(caller)
      ? [
          { label: t('cases.nav.queue'), href: '/cases' },
          { label: t('cases.nav.approvals'), href: '/approvals' },
          ...apply,
        ]
      : [
          { label: t('cases.nav.mine'), href: '/cases' },
          ...apply,
          { label: t('frame.nav.estimate'), href: '/estimate' },
          { label: t('frame.nav.process'), href: '/process' },
        ];
  },
  landing: () => '/cases',
};
