import { type Request, type Response, Router } from 'express';
import { accountAct, accountListQuery, newStaffAccount } from '../administration/accounts/account-request.ts';
import { accountIdOf } from '../http/ids.ts';
import { jsonBody } from '../http/json-body.ts';
import { read, readAfter } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn, withRole } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

/** Who may sign in, and with which roles (admin). */
export function accountsRoutes({
  identity,
  accountDesk,
}: Pick<ApiServices, 'identity' | 'accountDesk'>): Router {
  const router = Router();
  const administrators = [signedIn(identity), withRole('admin')];

  async function create(req: Request, res: Response): Promise<void> {
    const made = await accountDesk.create(callerOf(res), read(newStaffAccount, req.body));
    res.status(201).location(`${req.baseUrl}/accounts/${made.account.id}`).json(made);
  }

  async function act(req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    const id = accountIdOf(req);
    const wanted = await readAfter(
      () => accountDesk.authorise(caller, id),
      () => read(accountAct, req.body),
    );
    res.json(await accountDesk.act(caller, id, wanted));
  }

  resource(router, '/accounts', {
    get: [
      ...administrators,
      async (req, res) => {
        res.json(await accountDesk.list(callerOf(res), read(accountListQuery, req.query)));
      },
    ],
    post: [...administrators, ...jsonBody, create],
  });
  resource(router, '/accounts/:id', {
    get: [
      ...administrators,
      async (req, res) => {
        res.json(await accountDesk.find(callerOf(res), accountIdOf(req)));
      },
    ],
    post: [...administrators, ...jsonBody, act],
  });
  return router;
}
