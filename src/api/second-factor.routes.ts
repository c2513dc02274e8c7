import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { notSignedIn, tooMany, wrongFactor } from '../http/fault.ts';
import { jsonBody } from '../http/json-body.ts';
import { signInLimit } from '../http/rate-limits.ts';
import { read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

const LONGEST_CODE = 40;
export const otp = z
  .string()
  .min(1)
  .max(LONGEST_CODE)
  .describe('The code that the app shows, or a recovery code; each is good once');
export const factorCode = z.strictObject({ otp }).meta({ id: 'SecondFactorCode' });

/** Setting up and showing the second factor of staff (ADR 0120). */
export function secondFactorRoutes(
  services: Pick<ApiServices, 'db' | 'identity' | 'limits' | 'secondFactor'>,
): Router {
  const { identity, secondFactor } = services;
  const entry = [signInLimit(services, 'second-factor'), signedIn(identity, { showingFactor: true })];

  const tokenOf = (res: Response): string => {
    if (res.locals.token === undefined) throw notSignedIn();
    return res.locals.token;
  };

  const router = Router();
  resource(router, '/me/second-factor', {
    post: [
      ...entry,
      async (_req: Request, res: Response) => {
        res.json(await secondFactor.begin(callerOf(res)));
      },
    ],
  });
  resource(router, '/me/second-factor/confirmation', {
    post: [
      ...entry,
      ...jsonBody,
      async (req: Request, res: Response) => {
        const code = read(factorCode, req.body).otp;
        const outcome = await secondFactor.confirm(callerOf(res), tokenOf(res), code);
        if (outcome.kind === 'locked') throw tooMany(outcome.retryAfterSeconds);
        if (outcome.kind === 'wrong') throw wrongFactor();
        res.json({ recoveryCodes: outcome.recoveryCodes });
      },
    ],
  });
  resource(router, '/me/second-factor/proof', {
    post: [
      ...entry,
      ...jsonBody,
      async (req: Request, res: Response) => {
        const code = read(factorCode, req.body).otp;
        const outcome = await secondFactor.prove(callerOf(res), tokenOf(res), code);
        if (outcome.kind === 'locked') throw tooMany(outcome.retryAfterSeconds);
        if (outcome.kind === 'wrong') throw wrongFactor();
        res.status(204).end();
      },
    ],
  });
  return router;
}
