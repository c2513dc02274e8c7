import { type Request, type Response, Router } from 'express';
import type { Proposal } from '../../administration/proposal.ts';
import { proposalIdOf } from '../../http/ids.ts';
import { read } from '../../http/read.ts';
import { proposalListQuery } from '../../http/requests/law.ts';
import { resource } from '../../http/resource.ts';
import { figureInForce } from '../../law/parameters/figure-in-force.ts';
import { isFigureName } from '../../law/parameters/index.ts';
import { SETTINGS, type SettingName } from '../../law/settings/settings.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import { formErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import type { Present } from './change-text.ts';
import { impactPage, MOST_SHOWN } from './impact.page.ts';
import { proposalPage, proposalsPage } from './proposals.page.ts';
import type { ShowForm } from './proposing.ts';
import { READERS } from './sections.ts';

/** Proposed changes of the law, what they would do, and the second person's decision (ADR 0060). */
export function proposalsRoutes({ services: { lawDesk, book }, show }: Portal): Router {
  const shown: ShowForm = async (req, res, values = {}, errors = null, status = 200) => {
    const view = viewOf(res);
    const proposal = await lawDesk.find(callerOf(res), proposalIdOf(req));
    const present = proposal.state === 'pending' ? presentOf(view, proposal) : null;
    show(res, 'administration/proposal', proposalPage(view, { proposal, present, values, errors }), status);
  };

  function presentOf({ today }: View, { kind, change }: Proposal): Present {
    const law = book();
    const name = kind === 'figure' || kind === 'setting' ? (change as { name: string }).name : '';
    return {
      figure: isFigureName(name) ? (figureInForce(name, today, law)?.value ?? null) : null,
      setting: Object.hasOwn(SETTINGS, name) ? law.setting(name as SettingName, today) : null,
      terms: law.termsInForce(today),
      operator: law.operator,
    };
  }

  async function decide(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const id = proposalIdOf(req);
    const form = formOf(res);
    const decision = form.text('decision');
    await lawDesk.authoriseDecision(callerOf(res), id);
    if (decision !== 'apply' && decision !== 'decline') {
      const text = view.t('administration.proposals.chooseDecision');
      return shown(req, res, form.values, formErrors(view, [{ field: 'decision', text }]), 422);
    }
    try {
      await lawDesk.decide(callerOf(res), id, { decision, reasons: form.text('reasons') });
    } catch (error) {
      const errors = refusedForm(view, error, { shown: new Set(['decision', 'reasons']) });
      return shown(req, res, form.values, errors, 409);
    }
    goOn(res, `/admin/proposals/${id}`, 'proposalDecided');
  }

  const router = Router();
  const readers = withRole(...READERS);
  resource(router, '/admin/proposals', {
    get: [
      readers,
      async (req, res) => {
        const asked = queryForm(req).text('state');
        const { state } = read(proposalListQuery, asked === '' ? {} : { state: asked });
        const proposals = await lawDesk.proposals(callerOf(res), state);
        show(res, 'administration/proposals', proposalsPage(viewOf(res), proposals, state ?? null));
      },
    ],
  });
  resource(router, '/admin/proposals/:id', {
    get: [readers, (req, res) => shown(req, res)],
    post: [readers, decide],
  });
  resource(router, '/admin/proposals/:id/impact', {
    get: [
      readers,
      async (req, res) => {
        const id = proposalIdOf(req);
        const proposal = await lawDesk.find(callerOf(res), id);
        const impact = await lawDesk.impact(callerOf(res), id, MOST_SHOWN);
        show(res, 'administration/impact', impactPage(viewOf(res), proposal, impact));
      },
    ],
  });
  return router;
}
