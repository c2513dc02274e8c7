import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { signInLimit } from '../../http/rate-limits.ts';
import { resource } from '../../http/resource.ts';
import type { Invitation } from '../../identity/sub-users.ts';
import { isOneLine, spelledOnce } from '../../law/plain-text.ts';
import { type Form, formOf } from '../forms/form-body.ts';
import type { Wrong } from '../forms/form-errors.ts';
import { goOn } from '../frame/done.ts';
import { type View, viewOf } from '../frame/view.ts';
import type { Portal } from '../portal.ts';
import { callerOf, signedIn, withRole } from '../session/guards.ts';
import { mailInvitation } from './invitation-mail.ts';
import {
  confirmInvitePage,
  type Handed,
  invitedPage,
  isChosenRight,
  revokePage,
  subUsersPage,
  takeUpPage,
} from './sub-users.page.ts';

/** People whom a customer lets in: inviting, taking up, revoking (PO-04); and going on in another's name (PO-05). */
export function subUsersRoutes({ services, sessions, show }: Portal): Router {
  const { subUsers, mailer } = services;

  async function invite(req: Request, res: Response): Promise<void> {
    const view = viewOf(res);
    const caller = callerOf(res);
    const form = formOf(res);
    const { invitation, wrong } = readInvitation(view, form);
    if (wrong.length > 0) {
      const people = await subUsers.list(caller);
      return show(
        res,
        'people/sub-users',
        subUsersPage(view, people, mailer !== null, { values: form.values, wrong }),
        422,
      );
    }
    if (form.text('step') !== 'confirm')
      return show(res, 'people/confirm', confirmInvitePage(view, invitation));
    const { token, isNew } = await subUsers.invite(caller, invitation, tokenIn(form));
    const { expiresAt, principalName } = await subUsers.invitation(token);
    const base = services.publicUrl ?? `${req.protocol}://${req.get('Host')}`;
    const link = `${base}/invitations/${token}`;
    const by = isNew
      ? await handedOn(view, { to: invitation.email, principalName, link, expiresAt })
      : mailer
        ? 'mail'
        : 'hand';
    show(res, 'people/invited', invitedPage(view, { email: invitation.email, link, expiresAt, by }));
  }

  async function handedOn(
    view: View,
    sent: { to: string; principalName: string; link: string; expiresAt: string },
  ): Promise<Handed['by']> {
    if (!mailer) return 'hand';
    return (await mailInvitation(mailer, view, sent)) ? 'mail' : 'hand-after-failure';
  }

  const router = Router();
  resource(router, '/people', {
    get: [
      withRole('customer'),
      async (_req, res) => {
        const people = await subUsers.list(callerOf(res));
        show(res, 'people/sub-users', subUsersPage(viewOf(res), people, mailer !== null));
      },
    ],
    post: [withRole('customer'), invite],
  });
  resource(router, '/people/:id/revoke', {
    get: [
      withRole('customer'),
      async (req, res) => {
        const one = (await subUsers.list(callerOf(res))).find(({ id }) => id === req.params.id);
        if (!one || one.state === 'revoked') return goOn(res, '/people');
        show(res, 'people/confirm', revokePage(viewOf(res), one));
      },
    ],
    post: [
      withRole('customer'),
      async (req, res) => {
        const caller = callerOf(res);
        const one = (await subUsers.list(caller)).find(({ id }) => id === req.params.id);
        // A second click finds it revoked.
        if (one?.state !== 'revoked') await subUsers.revoke(caller, one?.id ?? NOBODY);
        goOn(res, '/people', 'accessRevoked');
      },
    ],
  });
  resource(router, '/invitations/:token', {
    get: [
      signInLimit(services, 'invitation'),
      async (req, res) => {
        const token = String(req.params.token);
        show(res, 'people/take-up', takeUpPage(viewOf(res), await subUsers.invitation(token), token));
      },
    ],
    post: [
      signedIn,
      async (req, res) => {
        const caller = callerOf(res);
        const { principal } = await subUsers.takeUp(caller, String(req.params.token));
        await sessions.enterContext(req, res, caller, principal);
        goOn(res, '/cases', 'invitationTaken');
      },
    ],
  });
  resource(router, '/context', {
    post: [
      signedIn,
      async (req, res) => {
        await sessions.enterContext(req, res, callerOf(res), formOf(res).text('context'));
        // A page of one customer is not there in another's name: the list is.
        goOn(res, '/cases');
      },
    ],
  });
  return router;
}

/** Made by the page before, so that a second click invites nobody twice. */
function tokenIn(form: Form): string | undefined {
  const token = form.text('token');
  return /^[\w-]{43}$/.test(token) ? token : undefined;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const LONGEST_NAME = 200;
const email = z.email().max(100);

function readInvitation(
  { t }: View,
  form: Form,
): { readonly invitation: Invitation; readonly wrong: readonly Wrong[] } {
  const name = spelledOnce(form.text('name'));
  const address = form.text('email');
  const wrong: Wrong[] = [];
  if (name === '' || name.length > LONGEST_NAME || !isOneLine(name))
    wrong.push({ field: 'name', text: t('people.invite.nameMissing') });
  if (!email.safeParse(address).success) wrong.push({ field: 'email', text: t('people.invite.emailWrong') });
  return { invitation: { name, email: address, rights: form.all('rights').filter(isChosenRight) }, wrong };
}
