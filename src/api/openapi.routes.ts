import { Router } from 'express';
import { resource } from '../http/resource.ts';
import { openApiDocument } from './openapi/document.ts';

export function openApiRoutes(): Router {
  const router = Router();
  let written: string | undefined;
  resource(router, '/openapi.json', {
    get: [
      (_req, res) => {
        written ??= JSON.stringify(openApiDocument());
        res.type('application/json').send(written);
      },
    ],
  });
  return router;
}
