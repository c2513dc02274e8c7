import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Schemas as OpenAPI components: every zod schema with an id becomes one, whoever refers to it. */
export interface Components {
  /** The JSON Schema of a body that comes in (`input`) or goes out (`output`). */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema;
  /** The schema itself where there is only a reference to it. */
  resolved(schema: JsonSchema): JsonSchema;
  add(name: string, schema: JsonSchema): JsonSchema;
  readonly all: Readonly<Record<string, JsonSchema>>;
}

export const refTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export function components(): Components {
  const all: Record<string, JsonSchema> = {};

  const of = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
    const { $schema: _, $defs = {}, id, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    for (const [name, { id: __, ...definition }] of Object.entries($defs)) all[name] = pointed(definition);
    const here = pointed(json);
    if (typeof id !== 'string') return here;
    all[id] = here;
    return refTo(id);
  };

  return {
    of,
    resolved: (schema) =>
      schema.$ref === undefined ? schema : (all[schema.$ref.split('/').at(-1)!] ?? schema),
    add(name, schema) {
      all[name] = schema;
      return refTo(name);
    },
    all,
  };
}

/** zod keeps shared schemas under `$defs`, OpenAPI under `components.schemas`. */
const pointed = (json: object): JsonSchema =>
  JSON.parse(
    JSON.stringify(json).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/'),
  ) as JsonSchema;
