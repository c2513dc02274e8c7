import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../src/api/openapi/document.ts';
import { EVENT_DATA } from '../../workflows/events.ts';

type Json = { readonly [key: string]: unknown };
const document = JSON.parse(JSON.stringify(openApiDocument())) as Json;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const at = (pointer: string): unknown =>
  pointer
    .split('/')
    .reduce<unknown>(
      (value, key) => (isObject(value) ? value[key.replaceAll('~1', '/')] : undefined),
      document,
    );
const schemas = at('components/schemas') as Record<string, Json>;

function* everything(value: unknown): Generator<Json> {
  if (!isObject(value)) return;
  yield value;
  for (const inside of Object.values(value)) yield* everything(inside);
}
const operations = Object.entries(at('paths') as Record<string, Record<string, Json>>).flatMap(
  ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1 with a title, a version and a base address', () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      info: { title: 'Pieslēgums', version: '1' },
      servers: [{ url: '/api/v1' }],
    });
  });

  test('every reference leads somewhere, and none to a part that only zod knows', () => {
    const refs = [...everything(document)].map(({ $ref }) => $ref).filter((ref) => typeof ref === 'string');
    expect(refs.length).toBeGreaterThan(50);
    for (const ref of refs) expect(at(ref.replace('#/', '')), ref).toBeDefined();
    expect([...everything(document)].some((part) => '$defs' in part || '$schema' in part)).toBe(false);
  });

  test('every operation has its own name, an answer that is no problem, and 429', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations) {
      const statuses = Object.keys(operation.responses as Json);
      expect(statuses.some((status) => status.startsWith('2'))).toBe(true);
      expect(statuses).toContain('429');
    }
  });

  test('every parameter in a path is described', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = (operation.parameters as Json[])
        .filter((one) => one.in === 'path')
        .map((one) => one.name);
      expect(described).toEqual(named);
    }
  });

  test('signing in, pricing, the document itself and what a payment provider signs need no sign-in, all else does', () => {
    const open = operations
      .filter(({ operation }) => Array.isArray(operation.security))
      .map(({ operation }) => operation.operationId);
    expect(open.sort()).toEqual(['describe', 'paymentCallback', 'quoteFee', 'signIn']);
    expect(document.security).toEqual([{ bearer: [] }]);
  });

  test('every event that somebody can post stands there with its payload, its clause and who posts it', () => {
    const { mapping } = schemas.Event!.discriminator as { mapping: Record<string, string> };
    const postable = Object.keys(EVENT_DATA).filter(
      (type) => type !== 'application.drafted' && type !== 'deadline.passed',
    );
    expect(Object.keys(mapping).sort()).toEqual(postable.sort());
    for (const [type, ref] of Object.entries(mapping)) {
      const schema = at(ref.replace('#/', '')) as Json;
      const forms = (schema.oneOf ?? schema.anyOf ?? [schema]) as {
        properties: Json;
        required: string[];
        additionalProperties: unknown;
      }[];
      expect(schema.description, type).toMatch(/Posted by: \w+/);
      for (const form of forms) {
        expect(form.properties.type, type).toEqual({ type: 'string', const: type });
        expect(form.required, type).toContain('type');
        expect(form.additionalProperties, `${type} refuses unknown fields`).toBe(false);
      }
    }
    expect(schemas.EventOfferObjected!.description).toContain('II.11.2');
    expect(schemas.EventWorksSuspended!.oneOf).toHaveLength(4);
  });

  test('a problem has the members of RFC 9457 and ours', () => {
    expect(Object.keys(schemas.Problem!.properties as Json)).toEqual(
      expect.arrayContaining([
        'type',
        'title',
        'status',
        'detail',
        'clause',
        'allowedFrom',
        'errors',
        'actions',
      ]),
    );
  });
});
