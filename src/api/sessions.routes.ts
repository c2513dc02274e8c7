import { Router } from 'express';
import { z } from 'zod';
import type { Caller } from '../casework/caller.ts';
import { oneTimePasswordExpired, tooMany, wrongCredentials } from '../http/fault.ts';
import { jsonBody } from '../http/json-body.ts';
import { networkOf, signInLimit } from '../http/rate-limits.ts';
import { read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import { LONGEST_PASSWORD } from '../identity/passwords.ts';
import type { ApiServices } from './services.ts';

export const credentials = z.strictObject({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(LONGEST_PASSWORD),
});

/** `choosesPassword` stands there only where a password of an own is to be chosen first. */
const whoIs = ({ username, roles, level, method, kind, partyCode, choosesPassword }: Caller) => ({
  account: username,
  username,
  roles,
  level,
  method,
  party: { kind, code: partyCode, proven: partyCode !== null },
  ...(choosesPassword ? { choosesPassword } : {}),
});

export function sessionsRoutes(services: Pick<ApiServices, 'db' | 'identity' | 'limits'>): Router {
  const { identity } = services;
  const router = Router();
  resource(router, '/sessions', {
    post: [
      signInLimit(services, 'sign-in'),
      ...jsonBody,
      async (req, res) => {
        const outcome = await identity.signIn(read(credentials, req.body), { network: networkOf(req) });
        if (outcome.kind === 'locked') throw tooMany(outcome.retryAfterSeconds);
        if (outcome.kind === 'expired') throw oneTimePasswordExpired();
        if (outcome.kind === 'refused') throw wrongCredentials();
        const { token, expiresAt, caller } = outcome;
        res.json({ token, expiresAt: expiresAt.toString(), ...whoIs(caller) });
      },
    ],
    get: [
      signedIn(identity, { choosingPassword: true }),
      (_req, res) => {
        res.json(whoIs(callerOf(res)));
      },
    ],
    delete: [
      signedIn(identity, { choosingPassword: true }),
      async (_req, res) => {
        if (res.locals.token !== undefined) await identity.signOut(res.locals.token);
        res.status(204).end();
      },
    ],
  });
  return router;
}
