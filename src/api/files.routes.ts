import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { FILE_PURPOSES } from '../casework/files/file.ts';
import { FILE_LIMIT_BYTES } from '../casework/files/limits.ts';
import { caseIdOf } from '../http/ids.ts';
import { read } from '../http/read.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import { onceOptions } from './conditions.ts';
import type { ApiServices } from './services.ts';

export const newFileQuery = z.strictObject({
  name: z
    .string()
    .min(1)
    .describe('As it is called where it comes from; kept without folders, with an extension that fits'),
  purpose: z.enum(FILE_PURPOSES).default('other').describe('What it is in the case for'),
});

/** The bytes as they are: the type that a sender names is not asked, and nothing is unpacked. */
const fileBody = express.raw({ type: () => true, limit: FILE_LIMIT_BYTES, inflate: false });

/** Files of a case that are no letters of the operator. */
export function filesRoutes({ casework, identity }: Pick<ApiServices, 'casework' | 'identity'>): Router {
  const entry = signedIn(identity);

  /** Before megabytes are read for somebody who may not add them. */
  const mayAdd: RequestHandler = async (req, res, next) => {
    await casework.authoriseFiles(callerOf(res), caseIdOf(req));
    next();
  };

  async function add(req: Request, res: Response): Promise<void> {
    const { name, purpose } = read(newFileQuery, req.query);
    const bytes = Buffer.isBuffer(req.body) ? req.body : new Uint8Array();
    const files = [{ name, purpose, bytes }];
    const [added] = await casework.addFiles(callerOf(res), caseIdOf(req), files, onceOptions(req, res));
    res.status(201).location(`${req.baseUrl}/documents/${added!.documentId}`).json(added);
  }

  const router = Router();
  resource(router, '/cases/:id/files', {
    get: [
      entry,
      async (req, res) => {
        const { items } = await casework.files(callerOf(res), caseIdOf(req));
        res.json({ items });
      },
    ],
    post: [entry, mayAdd, fileBody, add],
  });
  resource(router, '/cases/:id/files/:documentId', {
    delete: [
      entry,
      async (req, res) => {
        await casework.removeFile(callerOf(res), caseIdOf(req), String(req.params.documentId));
        res.status(204).end();
      },
    ],
  });
  return router;
}
