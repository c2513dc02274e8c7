import { Router } from 'express';
import { z } from 'zod';
import type { Caller } from '../casework/caller.ts';
import {
  oneTimePasswordExpired,
  secondFactorNeeded,
  tooMany,
  wrongCredentials,
  wrongFactor,
} from '../http/fault.ts';
import { jsonBody } from '../http/json-body.ts';
import { networkOf, signInLimit } from '../http/rate-limits.ts';
import { read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import { LONGEST_PASSWORD } from '../identity/passwords.ts';
import { otp } from './second-factor.routes.ts';
import type { ApiServices } from './services.ts';

export const credentials = z.strictObject({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(LONGEST_PASSWORD),
  otp: otp.optional(),
});

/** `choosesPassword` stands there only where a password of an own is to be chosen first. */
const whoIs = ({
  username,
  roles,
  level,
  method,
  kind,
  partyCode,
  choosesPassword,
  secondFactor,
}: Caller) => ({
  account: username,
  username,
  roles,
  level,
  method,
  party: { kind, code: partyCode, proven: partyCode !== null },
  ...(choosesPassword ? { choosesPassword } : {}),
  ...(secondFactor ? { secondFactor } : {}),
});

export function sessionsRoutes(
  services: Pick<ApiServices, 'db' | 'identity' | 'limits' | 'secondFactor'>,
): Router {
  const { identity, secondFactor } = services;
  /** The session once the second factor was shown, where there is one; without it none is left open. */
  async function shown(
    { token, caller }: { readonly token: string; readonly caller: Caller },
    code: string | undefined,
  ): Promise<Caller> {
    if (caller.secondFactor !== 'show') return caller;
    const proven = code === undefined ? null : await secondFactor.prove(caller, token, code);
    if (proven?.kind === 'right') return (await identity.callerOf(token)) ?? caller;
    await identity.signOut(token);
    if (proven === null) throw secondFactorNeeded();
    throw proven.kind === 'locked' ? tooMany(proven.retryAfterSeconds) : wrongFactor();
  }

  const router = Router();
  resource(router, '/sessions', {
    post: [
      signInLimit(services, 'sign-in'),
      ...jsonBody,
      async (req, res) => {
        const { otp: code, ...given } = read(credentials, req.body);
        const outcome = await identity.signIn(given, { network: networkOf(req) });
        if (outcome.kind === 'locked') throw tooMany(outcome.retryAfterSeconds);
        if (outcome.kind === 'expired') throw oneTimePasswordExpired();
        if (outcome.kind === 'refused') throw wrongCredentials();
        const { token, expiresAt } = outcome;
        const caller = await shown(outcome, code);
        res.json({ token, expiresAt: expiresAt.toString(), ...whoIs(caller) });
      },
    ],
    get: [
      signedIn(identity, { choosingPassword: true, showingFactor: true }),
      (_req, res) => {
        res.json(whoIs(callerOf(res)));
      },
    ],
    delete: [
      signedIn(identity, { choosingPassword: true, showingFactor: true }),
      async (_req, res) => {
        if (res.locals.token !== undefined) await identity.signOut(res.locals.token);
        res.status(204).end();
      },
    ],
  });
  return router;
}
