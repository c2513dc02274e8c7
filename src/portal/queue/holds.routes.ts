import { Router } from 'express';
import { mayPost } from '../../casework/rights.ts';
import { resource } from '../../http/resource.ts';
import type { HeldCases } from '../../reports/holds.ts';
import type { Empty, Pagination } from '../components/navigation-parts.ts';
import { queryForm } from '../forms/form-body.ts';
import type { Page } from '../frame/page.ts';
import { type View, viewOf } from '../frame/view.ts';
import { nameOf } from '../messages/names.ts';
import type { Portal } from '../portal.ts';
import { callerOf } from '../session/guards.ts';
import { staffOnly } from './staff-only.ts';

interface HoldsPage extends Page {
  readonly holds: readonly {
    readonly number: string;
    readonly href: string;
    readonly status: string;
    readonly what: string;
    readonly clause: string | null;
    readonly since: string;
    readonly days: string;
    readonly reasons: string;
    /** The act of the case; null: not for this caller. */
    readonly release: { readonly href: string; readonly label: string } | null;
  }[];
  readonly empty: Empty | null;
  readonly pagination: Pagination | null;
}

/** Annulments and ends that somebody holds (II.11.3, II.14.3.2), oldest first. */
export function holdsRoutes({ services: { overview }, show }: Portal): Router {
  const router = Router();
  resource(router, '/staff/holds', {
    get: [
      staffOnly,
      async (req, res) => {
        const cursor = queryForm(req).text('cursor') || undefined;
        const found = await overview.holds(callerOf(res), cursor);
        show(res, 'queue/holds', holdsPage(viewOf(res), found, cursor !== undefined));
      },
    ],
  });
  return router;
}

const CLAUSES = { annulment: 'II.11.3', ending: 'II.14.3.2' } as const;

function holdsPage(view: View, { holds, next }: HeldCases, isLaterPage: boolean): HoldsPage {
  const { t, names, formats, clause, caller } = view;
  const mayRelease = caller !== null && mayPost(caller, 'hold.released');
  return {
    title: t('queue.holds.title'),
    frame: {
      lead: t('queue.holds.lead'),
      wide: true,
      crumbs: [{ label: t('cases.nav.queue'), href: '/cases' }],
    },
    holds: holds.map((one) => ({
      number: one.number,
      href: `/cases/${one.caseId}`,
      status: nameOf(names, 'status', one.status),
      what: t(`queue.holds.${one.held}`),
      clause: clause(CLAUSES[one.held]),
      since: formats.shortDate(one.since),
      days: formats.number(one.days),
      reasons: one.reasons,
      release: mayRelease
        ? {
            href: `/cases/${one.caseId}/acts/hold.released`,
            label: t('queue.holds.releaseOf', { number: one.number }),
          }
        : null,
    })),
    empty:
      holds.length > 0
        ? null
        : {
            iconName: 'pause',
            title: t('queue.holds.empty'),
            text: t('queue.holds.emptyText'),
            action: { label: t('queue.bulk.back'), href: '/cases' },
          },
    pagination:
      next || isLaterPage
        ? {
            shown: t('cases.queue.shown', { count: holds.length }),
            first: isLaterPage ? '/staff/holds' : null,
            next: next ? `/staff/holds?cursor=${encodeURIComponent(next)}` : null,
          }
        : null,
  };
}
