import { Router } from 'express';
import { z } from 'zod';
import { EVIDENCE_READERS } from '../administration/who-may.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn, withRole } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

export const historyHeadSchema = z
  .object({
    events: z.int().min(0).describe('Events of all cases that the head covers'),
    hash: z
      .string()
      .nullable()
      .describe(
        'SHA-256 in hexadecimal over all of them; keep it where nobody of this installation can write',
      ),
    at: z.string().nullable().describe('When it was sealed, by the clock of the database'),
  })
  .meta({ id: 'HistoryHead' });

/** What stands for the whole history at this moment. */
export function historyRoutes({
  identity,
  evidenceDesk,
}: Pick<ApiServices, 'identity' | 'evidenceDesk'>): Router {
  const router = Router();
  resource(router, '/history/head', {
    get: [
      signedIn(identity),
      withRole(...EVIDENCE_READERS),
      async (_req, res) => {
        res.json(await evidenceDesk.head(callerOf(res)));
      },
    ],
  });
  return router;
}
