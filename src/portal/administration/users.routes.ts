import { type Request, type Response, Router } from 'express';
import { accountAct, newStaffAccount } from '../../administration/accounts/account-request.ts';
import { accountIdOf } from '../../http/ids.ts';
import { read } from '../../http/read.ts';
import { resource } from '../../http/resource.ts';
import { EMPTY, REQUIRED } from '../../http/wording.ts';
import { formOf, queryForm } from '../forms/form-body.ts';
import { type FormErrors, refusedForm } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, withRole } from '../session/guards.ts';
import { ADMINISTRATORS } from './sections.ts';
import { NEW_USER_FIELDS, newUserPage, userPage } from './user.page.ts';
import { usersPage } from './users.page.ts';
import { filtersOf, listQueryOf } from './users.query.ts';

/** Accounts and their roles. What gives somebody a way in or roles waits under `/approvals` for another administrator
 *  (D-22). */
export function usersRoutes({ services: { accountDesk }, show }: Portal): Router {
  async function shown(
    req: Request,
    res: Response,
    roles: readonly string[] | null = null,
    errors: FormErrors | null = null,
    status = 200,
  ): Promise<void> {
    const found = await accountDesk.find(callerOf(res), accountIdOf(req));
    show(res, 'administration/user', userPage(viewOf(res), { ...found, roles, errors }), status);
  }

  async function act(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const id = accountIdOf(req);
    const form = formOf(res);
    await accountDesk.authorise(caller, id);
    const wanted = form.text('act');
    const roles = form.all('roles');
    try {
      const asked = read(accountAct, wanted === 'roles' ? { act: wanted, roles } : { act: wanted });
      const outcome = await accountDesk.act(caller, id, asked);
      return goOn(res, `/admin/users/${id}`, outcome.kind === 'done' ? 'accountChanged' : 'accountActAsked');
    } catch (error) {
      const errors = refusedForm(view, error, { shown: new Set(['roles']), reword: required(view) });
      return shown(req, res, wanted === 'roles' ? roles : null, errors, 409);
    }
  }

  async function create(_req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const form = formOf(res);
    const roles = form.all('roles');
    const email = form.text('email');
    try {
      const asked = read(newStaffAccount, {
        username: form.text('username'),
        name: form.text('name'),
        language: form.text('language'),
        roles,
        ...(email === '' ? {} : { email }),
      });
      await accountDesk.create(callerOf(res), asked);
      goOn(res, '/approvals', 'accountActAsked');
    } catch (error) {
      const errors = refusedForm(view, error, { shown: new Set(NEW_USER_FIELDS), reword: required(view) });
      show(res, 'administration/user-new', newUserPage(view, form.values, roles, errors), 422);
    }
  }

  const router = Router();
  const administrators = withRole(...ADMINISTRATORS);
  resource(router, '/admin/users', {
    get: [
      administrators,
      async (req, res) => {
        const form = queryForm(req);
        const filters = filtersOf(form);
        const after = form.text('after');
        const [found, alarms] = await Promise.all([
          accountDesk.list(callerOf(res), listQueryOf(filters, after)),
          accountDesk.alarms(callerOf(res)),
        ]);
        show(res, 'administration/users', usersPage(viewOf(res), { ...found, after, filters, alarms }));
      },
    ],
  });
  resource(router, '/admin/users/new', {
    get: [
      administrators,
      (_req, res) => show(res, 'administration/user-new', newUserPage(viewOf(res), {}, [], null)),
    ],
    post: [administrators, create],
  });
  resource(router, '/admin/users/:id', {
    get: [administrators, (req, res) => shown(req, res)],
    post: [administrators, act],
  });
  return router;
}

/** The service speaks of values to programs; people are told to fill in. */
const required =
  (view: ReturnType<typeof viewOf>) =>
  (field: string, { en }: { readonly en: string }): string | null =>
    en === REQUIRED.en || en === EMPTY.en || (field === 'roles' && /at least|few|1/.test(en))
      ? view.t('acts.wrong.required')
      : null;
