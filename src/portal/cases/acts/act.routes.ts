import { type Request, type Response, Router } from 'express';
import { EVENT_DATA, type EventType } from '../../../../workflows/events.ts';
import { caseIdOf } from '../../../http/ids.ts';
import { read } from '../../../http/read.ts';
import { resource } from '../../../http/resource.ts';
import { Refusal } from '../../../law/refusal.ts';
import { say } from '../../../law/words.ts';
import { type Form, formOf } from '../../forms/form-body.ts';
import { goOn } from '../../frame/done.ts';
import { viewOf } from '../../frame/view.ts';
import { MESSAGES } from '../../messages/translate.ts';
import type { Portal } from '../../portal.ts';
import { callerOf, signedIn } from '../../session/guards.ts';
import { findAct } from '../case-acts.ts';
import { fileErrors, isOfFiles, uploaded } from '../files/upload-form.ts';
import { type ActShown, actPage, confirmPage } from './act.page.ts';
import { firstValues } from './act-fields.ts';
import { purposeOf } from './act-files.ts';
import { partOneFields } from './arranged/part-one.ts';
import { formFor, isAct } from './form-of-act.ts';
import { inputErrors } from './input-errors.ts';
import { offerPrice } from './offer-price.ts';
import { payloadOf } from './payload.ts';
import { nameOfWithdrawal, withdrawalFollows } from './withdrawal.ts';
import { followsKey } from './words-of-act.ts';

const notPossibleNow = (): Refusal =>
  new Refusal({
    code: 'case.not-possible-now',
    detail: say(MESSAGES.lv.get('acts.notNow') as string, MESSAGES.en.get('acts.notNow') as string),
  });

const noSuchAct = (): Refusal =>
  new Refusal({
    code: 'act.not-found',
    kind: 'not-found',
    detail: say('Šādas darbības nav.', 'There is no such act.'),
  });

function typeOf(req: Request): EventType {
  const { type } = req.params;
  if (typeof type !== 'string' || !isAct(type)) throw noSuchAct();
  return type;
}

/** One mechanism for every act: fill in, see what follows, confirm. */
export function actRoutes({ services: { casework, book }, show }: Portal): Router {
  async function shownFor(req: Request, res: Response, values: Form['values'] | null): Promise<ActShown> {
    const view = viewOf(res);
    const type = typeOf(req);
    const found = await casework.find(callerOf(res), caseIdOf(req), view.language);
    const act = findAct(found, callerOf(res), type);
    const specs = formFor(type, callerOf(res));
    // After a second click the act may be behind the case already; the key then answers, so the form is still read.
    if (!act && !values?.idempotencyKey) throw notPossibleNow();
    const shown = values ?? firstValues(specs, found, view.today.toString());
    const isWithdrawal = type === 'contract.withdrawn';
    return {
      found,
      name: isWithdrawal ? nameOfWithdrawal(view, found) : view.names.act[type],
      follows: isWithdrawal
        ? withdrawalFollows(view, found, shown.dispatchedOn, book())
        : { text: view.t(followsKey(type)), clause: view.clause(act?.clause) },
      act: act ?? { type, clause: null, roles: [], description: '' },
      type,
      specs,
      values: shown,
    };
  }

  async function ask(req: Request, res: Response): Promise<void> {
    const shown = await shownFor(req, res, null);
    const view = viewOf(res);
    show(res, 'cases/act', actPage(view, shown, null));
  }

  async function act(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const form = formOf(res);
    const shown = await shownFor(req, res, form.values);
    const { type, specs, found } = shown;
    if (form.text('step') === 'edit') return show(res, 'cases/act', actPage(view, shown, null));
    try {
      const payload = payloadOf(type, specs, form, { caller, timeZone: view.operator.timeZone });
      const price = offerPrice(view, payload, book(), { type, found });
      const data = read(EVENT_DATA[type], payload) as Record<string, unknown>;
      if (form.text('step') !== 'confirm') return show(res, 'cases/confirm', confirmPage(view, shown, price));
      const version = Number.parseInt(form.text('version'), 10);
      const outcome = await casework.post(
        caller,
        found.id,
        { type, data },
        {
          language: view.language,
          ...(form.text('idempotencyKey') === ''
            ? {}
            : { idempotencyKey: form.text('idempotencyKey').slice(0, 200) }),
          ...(Number.isSafeInteger(version) ? { expectedVersion: version } : {}),
          files: uploaded(form, purposeOf(view, type) ?? 'other'),
        },
      );
      goOn(res, `/cases/${found.id}?${outcome.kind === 'done' ? 'acted' : 'waits'}=${type}`);
    } catch (error) {
      if (isOfFiles(error))
        return show(res, 'cases/confirm', confirmPage(view, shown, [], fileErrors(view, error)), 422);
      const kinds = new Map(specs.map(({ name, kind }) => [name, kind]));
      const errors = inputErrors(view, error, kinds, partOneFields(form.values));
      const status = error instanceof Refusal && error.kind === 'invalid' ? 422 : 409;
      show(res, 'cases/act', actPage(view, shown, errors), status);
    }
  }

  const router = Router();
  resource(router, '/cases/:id/acts/:type', { get: [signedIn, ask], post: [signedIn, act] });
  return router;
}
