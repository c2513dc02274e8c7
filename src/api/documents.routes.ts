import { Router } from 'express';
import { answerWithFile } from '../http/answer-with-file.ts';
import { documentIdOf } from '../http/ids.ts';
import { resource } from '../http/resource.ts';
import { callerOf, signedIn } from '../http/signed-in.ts';
import type { ApiServices } from './services.ts';

export function documentsRoutes({ casework, identity }: Pick<ApiServices, 'casework' | 'identity'>): Router {
  const router = Router();
  resource(router, '/documents/:id', {
    get: [
      signedIn(identity),
      async (req, res) => {
        answerWithFile(res, await casework.document(callerOf(res), documentIdOf(req)));
      },
    ],
  });
  return router;
}
