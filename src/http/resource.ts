import type { RequestHandler, Router } from 'express';
import { methodNotAllowed } from './fault.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Methods = { readonly [M in Method]?: readonly RequestHandler[] };

/** One address with its methods; any other method is answered 405 with those that are possible. */
export function resource(router: Router, path: string, methods: Methods): void {
  const route = router.route(path);
  route.all((req, res, next) => {
    res.locals.route = `${req.baseUrl}${path}`;
    next();
  });
  const given = (Object.keys(methods) as Method[]).filter((method) => methods[method]);
  for (const method of given) route[method](...methods[method]!);
  const allowed = [
    ...given.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])),
    'OPTIONS',
  ].join(', ');
  route.options((_req, res) => {
    res.set('Allow', allowed).status(204).end();
  });
  route.all((_req, _res, next) => next(methodNotAllowed(allowed)));
}
