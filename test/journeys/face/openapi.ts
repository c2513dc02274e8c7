import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApi } from '../../../src/api/create-api.ts';
import type { ApiServices } from '../../../src/api/services.ts';
import type { Metrics } from '../../../src/http/metrics.ts';
import { rateLimits } from '../../../src/http/rate-limits.ts';
import type { Face } from './face.ts';
import { WHO } from './who.ts';

export function describeOpenApi({ call }: Face): void {
  describe('the OpenAPI document', () => {
    /** The calls of the public face. */
    const FACE = [
      'post /sessions',
      'get /openapi.json',
      'post /cases',
      'get /cases',
      'get /cases/{id}',
      'post /cases/{id}/events',
      'get /cases/{id}/history',
      'get /cases/{id}/notices',
      'get /approvals',
      'post /approvals/{id}',
      'get /documents/{id}',
      'post /fees/quotes',
      'get /clock',
      'post /clock',
    ];
    const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

    async function described() {
      const { status, body } = await call(null, 'GET', '/openapi.json');
      expect(status).toBe(200);
      return z
        .looseObject({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
        .parse(body);
    }

    test('needs no sign-in, is 3.1 and holds every call of the face', async () => {
      const { openapi, paths } = await described();
      expect(openapi).toMatch(/^3\.1\./);
      const calls = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path}`),
      );
      expect(calls).toEqual(expect.arrayContaining(FACE));
    });

    test('every call in it answers, and no other method does', async () => {
      const { paths } = await described();
      for (const [path, methods] of Object.entries(paths)) {
        const address = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
        for (const method of METHODS) {
          const { status } = await call(null, method.toUpperCase(), address);
          if (method in methods) expect([200, 400, 401, 422], `${method} ${path}`).toContain(status);
          else expect(status, `${method} ${path}`).toBe(405);
        }
      }
    });

    test('every route that answers is in it', async () => {
      const { paths } = await described();
      const routes = routesOf(
        createApi(
          {
            limits: rateLimits(true, { requestsPerMinute: null, signInsPerMinute: null }),
          } as ApiServices,
          {} as Metrics,
        ),
      );
      expect(routes.length).toBeGreaterThan(10);
      expect(Object.keys(paths)).toEqual(expect.arrayContaining(routes));
    });

    test('names every event of the face with its payload, and none besides', async () => {
      const { body } = await call(null, 'GET', '/openapi.json');
      const { components } = body as {
        components: { schemas: Record<string, { discriminator?: { mapping: Record<string, string> } }> };
      };
      const named = Object.keys(components.schemas.Event?.discriminator?.mapping ?? {});
      expect(named.toSorted()).toEqual(Object.keys(WHO).toSorted());
    });
  });
}

interface Layer {
  readonly route?: { readonly path: string };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Every address that the API was given, as OpenAPI writes it. */
const routesOf = (api: object): string[] => {
  const open: Layer[] = [...(api as { stack: Layer[] }).stack];
  const paths: string[] = [];
  for (let layer = open.pop(); layer; layer = open.pop()) {
    if (layer.route) paths.push(layer.route.path.replaceAll(/:(\w+)/g, '{$1}'));
    open.push(...(layer.handle?.stack ?? []));
  }
  return paths;
};
