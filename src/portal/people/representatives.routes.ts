import { type Request, type Response, Router } from 'express';
import { agentOf } from '../../../workflows/acts/people/agent.ts';
import { EVENT_DATA } from '../../../workflows/events.ts';
import { isStaff } from '../../casework/caller.ts';
import type { PostOptions } from '../../casework/requests.ts';
import type { AuthoritiesOfCase } from '../../casework/show/shown.ts';
import { caseIdOf } from '../../http/ids.ts';
import { read } from '../../http/read.ts';
import { resource } from '../../http/resource.ts';
import { isoDayOf } from '../forms/day-text.ts';
import { type Form, formOf, queryForm } from '../forms/form-body.ts';
import { refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn } from '../session/guards.ts';
import {
  confirmAuthorityPage,
  confirmRevocationPage,
  representativesPage,
  typedDays,
} from './representatives.page.ts';

const SHOWN: ReadonlySet<string> = new Set([
  'agent',
  'agentName',
  'bundle',
  'scope',
  'from',
  'until',
  'receivedAt',
]);

/** Who represents the customer of a case: authorities on file, filing one, revoking one (II.5.3, II.6.2). */
export function representativesRoutes({ services, show }: Portal): Router {
  const { casework, clock } = services;
  const authoritiesIn = (req: Request, res: Response): Promise<AuthoritiesOfCase> =>
    casework.authorities(callerOf(res), caseIdOf(req));

  async function file(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const form = formOf(res);
    const found = await authoritiesIn(req, res);
    try {
      const { from, until } = typedDays(form.values);
      const data = read(EVENT_DATA['authority.filed'], {
        agent: agentIn(form),
        scope: scopeOf(form),
        from,
        ...(until ? { until } : {}),
      });
      const given = {
        agent: agentOf(data.agent),
        agentName: form.text('agentName'),
        scope: scopeOf(form),
        from: data.from,
        until: data.until ?? null,
      };
      if (form.text('step') !== 'confirm')
        return show(res, 'people/confirm', confirmAuthorityPage(view, found, given));
      await casework.post(
        callerOf(res),
        found.caseId,
        { type: 'authority.filed', data },
        optionsOf(view, form),
      );
      goOn(res, `/cases/${found.caseId}/representatives`, 'authorityFiled');
    } catch (error) {
      const errors = refusedForm(view, error, {
        shown: SHOWN,
        fields: { 'agent.code': 'agent', 'agent.name': 'agentName' },
        reword: rewordFor(view),
      });
      show(res, 'people/representatives', representativesPage(view, found, form.values, errors), 422);
    }
  }

  async function revoke(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const form = formOf(res);
    const caller = callerOf(res);
    const found = await authoritiesIn(req, res);
    const agent = form.text('agent');
    try {
      // In the portal the revocation is received as it is sent; a paper was received on the day that service enters.
      const receivedAt = isStaff(caller) ? isoDayOf(form.text('receivedAt')) : (await clock.now()).toString();
      const data = read(EVENT_DATA['authority.revoked'], { agent, receivedAt });
      await casework.post(caller, found.caseId, { type: 'authority.revoked', data }, optionsOf(view, form));
      goOn(res, `/cases/${found.caseId}/representatives`, 'authorityRevoked');
    } catch (error) {
      const errors = refusedForm(view, error, { shown: SHOWN });
      const page = confirmRevocationPage(view, found, agent, form.values, errors);
      show(res, 'people/confirm', page, 422);
    }
  }

  const router = Router();
  resource(router, '/cases/:id/representatives', {
    get: [
      signedIn,
      async (req, res) => {
        const view = viewOf(res);
        const found = await authoritiesIn(req, res);
        const values = { from: view.today.toString() };
        show(res, 'people/representatives', representativesPage(view, found, values, null));
      },
    ],
    post: [signedIn, file],
  });
  resource(router, '/cases/:id/representatives/revoke', {
    get: [
      signedIn,
      async (req, res) => {
        const view = viewOf(res);
        const found = await authoritiesIn(req, res);
        const agent = queryForm(req).text('agent');
        if (!found.items.some((one) => one.agent === agent && one.revokedAt === null))
          return goOn(res, `/cases/${found.caseId}/representatives`);
        const values = { receivedAt: view.today.toString() };
        show(res, 'people/confirm', confirmRevocationPage(view, found, agent, values, null));
      },
    ],
    post: [signedIn, revoke],
  });
  return router;
}

/** By a code, with the name beside it. */
const agentIn = (form: Form) => {
  const name = form.text('agentName');
  return name === '' ? form.text('agent') : { code: form.text('agent'), name };
};

/** A bundle, everything, or what was ticked in the list. */
const scopeOf = (form: Form): string[] => {
  const bundle = form.text('bundle');
  if (bundle !== '' && bundle !== 'list') return [bundle];
  const scope = [...form.all('scope')];
  return scope.includes('all') ? ['all'] : scope;
};

const rewordFor =
  ({ t }: View) =>
  (field: string): string | null =>
    field === 'scope' ? t('people.representatives.scopeMissing') : null;

function optionsOf({ language }: View, form: Form): PostOptions {
  const key = form.text('idempotencyKey').slice(0, 200);
  return { language, ...(key === '' ? {} : { idempotencyKey: key }) };
}
