import fc from 'fast-check';
import { fitting, HOSTILE, type Named, type Schema, spoilt } from './values.ts';

/** Requests for every operation of an OpenAPI document. */

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

interface Described {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Named };
}

export interface Operation extends Described {
  readonly method: string;
  readonly path: string;
}

export interface Request {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

export const operationsOf = (document: OpenApi): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...described,
      method: method.toUpperCase(),
      path,
    })),
  );

/** Longer addresses are turned away by the HTTP server itself, before they reach the product. */
const LONGEST_IN_ADDRESS = 500;

/** A part of an address that a client may really send. */
const inAddress = (value: unknown): string =>
  encodeURIComponent(
    (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
      .toWellFormed()
      .slice(0, LONGEST_IN_ADDRESS),
  );

const HEADER_TEXT = /^[\x20-\x7e]{0,500}$/;

const hostileText = fc
  .constantFrom(...HOSTILE)
  .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));

/** Bytes that are no JSON of a right form, each with the type that goes with them. */
const RAW: readonly { readonly type: string; readonly body: string | Uint8Array }[] = [
  { type: 'application/json', body: '{' },
  { type: 'application/json', body: '' },
  { type: 'application/json', body: 'null' },
  { type: 'application/json', body: '[]' },
  { type: 'application/json', body: '"text"' },
  { type: 'application/json', body: '{"a":1,"a":2}' },
  {
    type: 'application/json',
    body: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  },
  { type: 'application/json', body: `${'['.repeat(20_000)}${']'.repeat(20_000)}` },
  { type: 'application/json', body: `"${'a'.repeat(300_000)}"` },
  { type: 'application/json', body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  { type: 'application/json; charset=utf-7', body: '{}' },
  { type: 'application/json; charset=koi8-r', body: '{}' },
  { type: 'text/plain', body: '{}' },
  { type: 'application/xml', body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
  {
    type: 'multipart/form-data; boundary=x',
    body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
  },
  { type: 'multipart/form-data', body: 'no boundary' },
  { type: 'application/x-www-form-urlencoded', body: 'a[__proto__][b]=1&a=1&a=2' },
  { type: 'application/pdf', body: '%PDF-1.7 that is none' },
];

export interface Known {
  /** What is really there, for the parameters of paths, by name. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

/** Requests for one operation: about a third that fit, a third with one thing wrong, a third with raw bytes or odd headers. */
export function requestsFor(operation: Operation, named: Named, known: Known): fc.Arbitrary<Request> {
  const content = Object.entries(operation.requestBody?.content ?? {});
  const json = content.find(([type]) => type.includes('json'))?.[1].schema;
  const body: fc.Arbitrary<Pick<Request, 'body' | 'headers'>> = json
    ? fc.oneof(
        { weight: 3, arbitrary: fitting(json, named).map(asJson) },
        { weight: 4, arbitrary: fitting(json, named).chain(spoilt).map(asJson) },
        { weight: 1, arbitrary: fc.jsonValue().map(asJson) },
        { weight: 2, arbitrary: raw },
      )
    : content.length > 0
      ? raw
      : fc.oneof(
          { weight: 9, arbitrary: fc.constant({ body: null, headers: {} }) },
          { weight: operation.method === 'GET' ? 0 : 1, arbitrary: raw },
        );
  return fc
    .tuple(body, ...operation.parameters.map((parameter) => given(parameter, named, known)))
    .map(([sent, ...parameters]) => {
      let path = operation.path;
      const query: string[] = [];
      const headers: Record<string, string> = { ...sent.headers };
      operation.parameters.forEach(({ name, in: place }, index) => {
        const value = parameters[index];
        if (value === undefined) return;
        if (place === 'path') path = path.replace(`{${name}}`, inAddress(value));
        else if (place === 'query') query.push(`${name}=${inAddress(value)}`);
        else if (HEADER_TEXT.test(String(value))) headers[name] = String(value);
      });
      return {
        operation: operation.operationId,
        method: operation.method,
        path: query.length > 0 ? `${path}?${query.join('&')}` : path,
        headers,
        body: sent.body,
      };
    });
}

const asJson = (value: unknown): Pick<Request, 'body' | 'headers'> => ({
  body: JSON.stringify(value) ?? '',
  headers: { 'Content-Type': 'application/json' },
});

const raw: fc.Arbitrary<Pick<Request, 'body' | 'headers'>> = fc
  .constantFrom(...RAW)
  .map(({ type, body }) => ({ body, headers: { 'Content-Type': type } }));

function given(parameter: Parameter, named: Named, known: Known): fc.Arbitrary<unknown> {
  const there = known.ids[parameter.name] ?? [];
  const right = there.length > 0 ? fc.constantFrom(...there) : fitting(parameter.schema, named);
  return fc.oneof(
    { weight: 6, arbitrary: right },
    { weight: 2, arbitrary: hostileText },
    ...(parameter.required ? [] : [{ weight: 6, arbitrary: fc.constant(undefined) }]),
  );
}
