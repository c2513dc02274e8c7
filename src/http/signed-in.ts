import type { RequestHandler, Response } from 'express';
import type { Role } from '../../workflows/roles.ts';
import type { Caller } from '../casework/caller.ts';
import type { Identity } from '../identity/identity.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import { notSignedIn } from './fault.ts';

const BEARER = /^Bearer +([\w.~+/-]{1,200}=*) *$/i;

interface SignedInOptions {
  /** Open also to whoever has still to choose a password. */
  readonly choosingPassword?: boolean;
  /** Open also to staff whose second factor is still to be set up or shown. */
  readonly showingFactor?: boolean;
}

/** 401 unless the request carries the token of a live session; 403 where its holder has a password of an own to choose
 *  first. */
export const signedIn =
  (
    identity: Identity,
    { choosingPassword = false, showingFactor = false }: SignedInOptions = {},
  ): RequestHandler =>
  async (req, res, next) => {
    const token = req.get('Authorization')?.match(BEARER)?.[1];
    const caller = token === undefined ? null : await identity.callerOf(token);
    if (token === undefined || caller === null) throw notSignedIn();
    if (caller.choosesPassword && !choosingPassword) throw passwordFirst();
    // Who has both to do chooses the password first.
    if (caller.secondFactor && !showingFactor && !caller.choosesPassword)
      throw factorFirst(caller.secondFactor);
    res.locals.caller = caller;
    res.locals.token = token;
    next();
  };

export function callerOf(res: Response): Caller {
  if (!res.locals.caller) throw notSignedIn();
  return res.locals.caller;
}

const MONEY_OUT: ReadonlySet<string> = new Set(['refund.decided', 'refund.paid', 'debt.handed-over']);

/** Acts on cases for which the second factor is to have been shown lately (ADR 0120). */
export const sendsMoneyOut = (type: string): boolean => MONEY_OUT.has(type);

export function assertFreshFactor(caller: Caller): void {
  if (caller.factorIsOld) throw factorAgain();
}

/** 403 where the second factor was shown too long ago for what binds others (ADR 0120). */
export const withFreshFactor: RequestHandler = (_req, res, next) => {
  assertFreshFactor(callerOf(res));
  next();
};

/** 403 unless the caller has one of the roles. */
export const withRole =
  (...roles: readonly Role[]): RequestHandler =>
  (_req, res, next) => {
    if (!callerOf(res).roles.some((role) => roles.includes(role))) throw notThisRole(roles);
    next();
  };

const notThisRole = (roles: readonly Role[]): Refusal =>
  new Refusal({
    code: 'rights.not-this-role',
    kind: 'forbidden',
    detail: say(`Šeit vajadzīga loma: ${roles.join(', ')}.`, `This needs the role: ${roles.join(', ')}.`),
  });

const factorFirst = (what: NonNullable<Caller['secondFactor']>): Refusal =>
  new Refusal({
    code: 'second-factor.required',
    kind: 'forbidden',
    detail:
      what === 'set-up'
        ? say(
            'Darbinieki pierakstās ar otru faktoru. Vispirms iestatiet to: POST /api/v1/me/second-factor.',
            'Staff sign in with a second factor. Set it up first: POST /api/v1/me/second-factor.',
          )
        : say(
            'Parādiet otro faktoru: POST /api/v1/me/second-factor/proof.',
            'Show the second factor: POST /api/v1/me/second-factor/proof.',
          ),
  });

const factorAgain = (): Refusal =>
  new Refusal({
    code: 'second-factor.again',
    kind: 'forbidden',
    detail: say(
      'Šai darbībai parādiet otro faktoru vēlreiz: POST /api/v1/me/second-factor/proof.',
      'Show the second factor again for this act: POST /api/v1/me/second-factor/proof.',
    ),
  });

const passwordFirst = (): Refusal =>
  new Refusal({
    code: 'password.one-time',
    kind: 'forbidden',
    detail: say(
      'Jūs pierakstījāties ar vienreizēju paroli. Vispirms izvēlieties savu: POST /api/v1/me/password.',
      'You signed in with a one-time password. Choose a password of your own first: POST /api/v1/me/password.',
    ),
  });
