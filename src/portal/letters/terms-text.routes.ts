import { Router } from 'express';
import { answerWithFile } from '../../http/answer-with-file.ts';
import { resource } from '../../http/resource.ts';
import type { Portal } from '../portal.ts';

/** Part II as a version of it stands, to be read and kept by anybody (PO-11, II.1.5). */
export function termsTextRoutes({ services: { lawReading } }: Portal): Router {
  const router = Router();
  resource(router, '/terms/:version', {
    get: [async (req, res) => answerWithFile(res, await lawReading.termsText(String(req.params.version)))],
  });
  return router;
}

export const termsTextHref = (version: string): string => `/terms/${encodeURIComponent(version)}`;
