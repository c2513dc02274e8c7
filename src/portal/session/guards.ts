import type { RequestHandler, Response } from 'express';
import type { Role } from '../../../workflows/roles.ts';
import type { Caller } from '../../casework/caller.ts';
import { notSignedIn } from '../../http/fault.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import { viewOf } from '../frame/view.ts';

/** Who may enter a page. What may be done there is decided by the service, never by a page. */

/** The signed-in person. Pages behind {@link signedIn} have one. */
export function callerOf(res: Response): Caller {
  const { caller } = viewOf(res);
  if (!caller) throw notSignedIn();
  return caller;
}

/** Sends whoever has not signed in to the sign-in page, and back again afterwards. */
export const signedIn: RequestHandler = (_req, res, next) => {
  callerOf(res);
  next();
};

export const withRole =
  (...roles: readonly Role[]): RequestHandler =>
  (_req, res, next) => {
    if (!callerOf(res).roles.some((role) => roles.includes(role))) throw pageOfOthers();
    next();
  };

const pageOfOthers = (): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(
      'Šī lapa ir paredzēta citai lomai. Ja Jums tā ir vajadzīga, lūdziet piekļuvi administratoram.',
      'This page is for another role. Ask an administrator for access if you need it.',
    ),
  });
