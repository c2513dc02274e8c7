import type { z } from 'zod';
import { FILE_TYPES } from '../../casework/files/content-type.ts';
import { STATUS_OF } from '../../http/problem.ts';
import { problemSchema } from '../schemas.ts';
import { type Components, components, type JsonSchema } from './components.ts';
import { eventSchema } from './events.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';

/** The OpenAPI 3.1 document of the API, made of the schemas that it reads and answers with. */
export function openApiDocument(): Readonly<Record<string, unknown>> {
  const shared = components();
  const problem = shared.of(problemSchema, 'output');
  const event = eventSchema(shared);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: described(operation, shared, event),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pieslēgums',
      version: '1',
      description:
        'Carries a grid-connection contract from application to energised connection. Amounts are decimal strings with two places in EUR; dates are days in Europe/Riga; instants are RFC 3339 with offset or Z. Errors are problem+json; checks run in the order 401, 404, 403, 422, 409, and nothing changes on an error.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of POST /sessions' },
      },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [
          `Problem${status}`,
          { description, content: { 'application/problem+json': { schema: problem } } },
        ]),
      ),
      schemas: Object.fromEntries(Object.entries(shared.all).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'Malformed JSON',
  401: 'Not signed in',
  [STATUS_OF.forbidden]: 'Not this role, or not sufficiently identified (II.5.4)',
  [STATUS_OF['not-found']]: 'Not there, or not the caller’s to see',
  [STATUS_OF['not-possible']]:
    'Not possible in this state, or a stale version; `clause`, `allowedFrom` and `actions` tell more',
  413: 'Body above 256 kB; a file above what its summary names',
  415: 'Body is not of a type that is taken here, or is compressed',
  [STATUS_OF.invalid]: 'Invalid input; `errors` names the fields',
  429: 'Too many requests; see Retry-After',
  503: 'Not available now; see Retry-After',
};

function described(operation: Operation, shared: Components, event: JsonSchema): Record<string, unknown> {
  const { id, summary, open, body, answers, problems = [] } = operation;
  const always = [...(open && id !== 'signIn' ? [] : [401]), ...(body ? [400, 413, 415] : []), 429, 503];
  return {
    operationId: id,
    summary,
    ...(open ? { security: [] } : {}),
    parameters: parameters(operation, shared),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: contentOf(body, shared, event),
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, answered(answer, shared)]),
      ),
      ...Object.fromEntries(
        [...always, ...problems].map((status) => [
          status,
          { $ref: `#/components/responses/Problem${status}` },
        ]),
      ),
    },
  };
}

function contentOf(body: NonNullable<Operation['body']>, shared: Components, event: JsonSchema): object {
  if (body === 'pdf') return { 'application/pdf': {} };
  if (body === 'file')
    return Object.fromEntries([...FILE_TYPES, 'application/octet-stream'].map((type) => [type, {}]));
  return { 'application/json': { schema: body === 'Event' ? event : shared.of(body, 'input') } };
}

function answered({ is, body }: Operation['answers'][number], shared: Components): Record<string, unknown> {
  if (body === undefined) return { description: is };
  if (body === 'file')
    return { description: is, content: { 'application/pdf': {}, 'application/octet-stream': {} } };
  const schema = body === 'anything' ? { type: 'object' } : shared.of(body, 'output');
  return { description: is, content: { 'application/json': { schema } } };
}

function parameters({ path, query, headers }: Operation, shared: Components): object[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return [...inPath, ...fieldsOf(query, 'query', shared), ...fieldsOf(headers, 'header', shared)];
}

function fieldsOf(schema: z.ZodObject | undefined, place: 'query' | 'header', shared: Components): object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = shared.of(schema, 'input');
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: field,
  }));
}
