import { type Request, type Response, Router } from 'express';
import { accountAct, accountListQuery, newStaffAccount } from '../administration/accounts/account-request.ts';
import { accountIdOf } from '../http/ids.ts';
import { jsonBody } from '../http/json-body.ts';
import { read, readAfter } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn, withFreshFactor, withRole } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

/** Nothing has changed: another administrator decides (D-22). */
function answerThatItWaits(req: Request, res: Response, approvalId: string): void {
  res.status(202).location(`${req.baseUrl}/approvals/${approvalId}`).json({ approvalId });
}

/** Who may sign in, and with which roles (admin). */
export function accountsRoutes({
  identity,
  accountDesk,
}: Pick<ApiServices, 'identity' | 'accountDesk'>): Router {
  const router = Router();
  const administrators = [signedIn(identity), withRole('admin')];

  async function create(req: Request, res: Response): Promise<void> {
    const { approvalId } = await accountDesk.create(callerOf(res), read(newStaffAccount, req.body));
    answerThatItWaits(req, res, approvalId);
  }

  async function act(req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    const id = accountIdOf(req);
    const wanted = await readAfter(
      () => accountDesk.authorise(caller, id),
      () => read(accountAct, req.body),
    );
    const outcome = await accountDesk.act(caller, id, wanted);
    if (outcome.kind === 'awaits-approval') answerThatItWaits(req, res, outcome.approvalId);
    else res.json({ account: outcome.account });
  }

  resource(router, '/accounts', {
    get: [
      ...administrators,
      async (req, res) => {
        res.json(await accountDesk.list(callerOf(res), read(accountListQuery, req.query)));
      },
    ],
    post: [...administrators, withFreshFactor, ...jsonBody, create],
  });
  resource(router, '/accounts/:id', {
    get: [
      ...administrators,
      async (req, res) => {
        res.json(await accountDesk.find(callerOf(res), accountIdOf(req)));
      },
    ],
    post: [...administrators, withFreshFactor, ...jsonBody, act],
  });
  return router;
}
