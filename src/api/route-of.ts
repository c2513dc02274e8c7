import type { Request } from 'express';

/** The pattern that a request matched, `/api/v1/cases/:id`: few of them, and nobody's data in them. */
export function routeOf(req: Request): string {
  const path: unknown = req.route?.path;
  return typeof path === 'string' ? `${req.baseUrl}${path}` : 'none';
}
