import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { FILE_LIMIT_BYTES } from '../casework/files/limits.ts';
import { accountIdOf } from '../http/ids.ts';
import { read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

export const companyAccountsQuery = z.strictObject({
  code: z.string().max(40).optional().describe('Registration number'),
});

export const confirmationQuery = z.strictObject({
  name: z.string().min(1).default('dokuments').describe('What the document is called where it comes from'),
  code: z
    .string()
    .max(40)
    .optional()
    .describe('Registration number, where the account names none or another'),
});

export const companyAccountsSchema = z
  .object({
    items: z.array(
      z.looseObject({
        id: z.string(),
        username: z.string(),
        name: z.string(),
        partyCode: z.string().nullable().describe('As it was typed at registration'),
        provenAt: z.iso
          .datetime({ offset: true })
          .nullable()
          .describe('Null: not confirmed, and without rights'),
        method: z.string().nullable(),
        documentId: z.string().nullable(),
        seen: z.string().nullable().describe('What customer service noted of the document'),
      }),
    ),
  })
  .meta({ id: 'CompanyAccounts' });

const documentBody = express.raw({ type: () => true, limit: FILE_LIMIT_BYTES, inflate: false });

/** Who speaks for companies that sign in by password (II.5.4.3). */
export function companiesRoutes({
  identity,
  companyDesk,
}: Pick<ApiServices, 'identity' | 'companyDesk'>): Router {
  const entry = signedIn(identity);

  async function confirm(req: Request, res: Response): Promise<void> {
    const caller = callerOf(res);
    const { name, code } = read(confirmationQuery, req.query);
    const bytes = Buffer.isBuffer(req.body) && req.body.byteLength > 0 ? req.body : null;
    await companyDesk.confirm(caller, accountIdOf(req), {
      document: bytes && { name, bytes },
      ...(code === undefined ? {} : { code }),
    });
    res.status(204).end();
  }

  const router = Router();
  resource(router, '/company-accounts', {
    get: [
      entry,
      async (req, res) => {
        const { code } = read(companyAccountsQuery, req.query);
        res.json({ items: await companyDesk.list(callerOf(res), code) });
      },
    ],
  });
  resource(router, '/company-accounts/:id/confirmation', {
    put: [
      entry,
      // Before megabytes are read for somebody who may not confirm.
      async (_req, res, next) => {
        await companyDesk.list(callerOf(res));
        next();
      },
      documentBody,
      confirm,
    ],
    delete: [
      entry,
      async (req, res) => {
        await companyDesk.end(callerOf(res), accountIdOf(req));
        res.status(204).end();
      },
    ],
  });
  return router;
}
