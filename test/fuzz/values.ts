import fc from 'fast-check';

/** Values for the schemas of the OpenAPI document: such as fit, and such as somebody with bad intentions would send. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Named = Readonly<Record<string, Schema>>;

const MOST_ITEMS = 3;
const LONGEST_TEXT = 60;

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: fc
    .date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((on) => on.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString()),
  email: fc.nat(99).map((n) => `anna.ozolina${n}@piemers.example`),
  uuid: fc.uuid(),
};

/** Latvian as people write it, among other text. */
const WORDS = fc.oneof(
  fc.constantFrom('Anna Ozoliņa', 'Brīvības iela 1, Rīga, LV-1001', 'Nepiekrītu pieslēguma maksai', 'x'),
  fc.string({ maxLength: LONGEST_TEXT }),
);

/** Values that fit the schema. */
export function fitting(schema: Schema, named: Named): fc.Arbitrary<unknown> {
  if (schema.$ref)
    return fc.constant(null).chain(() => fitting(named[schema.$ref!.split('/').at(-1)!]!, named));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, named)));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return textFor(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(schema.items ?? {}, named), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, MOST_ITEMS),
      });
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([key, field]) => [key, fitting(field, named)]),
        ),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    default:
      return fc.constantFrom<unknown>('x', 1, true, null);
  }
}

function textFor({ format, pattern, minLength = 0, maxLength = LONGEST_TEXT }: Schema): fc.Arbitrary<string> {
  const known = format === undefined ? undefined : FORMATS[format];
  if (known) return known;
  // Patterns with a look-ahead are not generated from; amounts as people write them fit all of those that there are.
  if (pattern?.includes('(?!')) return fc.constantFrom('1', '12.5', 'P1D', 'PT1H');
  if (pattern) return fc.stringMatching(new RegExp(pattern)).map((text) => text.slice(0, 200));
  return WORDS.map((text) => text.slice(0, maxLength).padEnd(minLength, 'a'));
}

/** What breaks programs that trust what they get. */
export const HOSTILE: readonly unknown[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202Eesrever',
  '\uD800',
  '\uFEFF',
  'ā'.repeat(5_000),
  "'; drop table cases; --",
  '" or 1=1 --',
  ['$', '{7*7}{{7*7}}<%= 7*7 %>'].join(''),
  '{{constructor.constructor("return process")()}}',
  '<script>alert(1)</script>',
  '<!--<img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%E0%A4%A',
  '() { :; }; sleep 9',
  '$(sleep 9)',
  '\r\nSet-Cookie: a=b',
  'Bcc: everyone@piemers.example\r\n',
  '=cmd|" /C calc"!A0',
  '#read("/etc/passwd")',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '0x10',
  '1,00',
  '٣',
  '9999999999999999999999.99',
  '2025-02-30',
  '0000-00-00',
  '9999-12-31',
  '-271821-04-20',
  '2025-03-30T03:30:00+02:00',
  'P99999999Y',
  '(((((((((((((((((((((((((a)*)*)*)*)*',
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[[[[[[[]]]]]]]],
  { __proto__: null, toString: 'x' },
  { $gt: '' },
  { length: 1e9 },
];

type Json = unknown;

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place in a value, as the way there. */
function placesOf(value: Json, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return [way, ...value.flatMap((one, index) => placesOf(one, [...way, index]))];
  if (isObject(value))
    return [way, ...Object.entries(value).flatMap(([key, one]) => placesOf(one, [...way, key]))];
  return [way];
}

function changed(value: Json, way: readonly (string | number)[], change: (old: Json) => Json): Json {
  const [step, ...rest] = way;
  if (step === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((one, index) => (index === step ? changed(one, rest, change) : one));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [
      key,
      key === step ? changed(one, rest, change) : one,
    ]),
  );
}

const without = (value: Json, n: number): Json => {
  if (Array.isArray(value)) return value.toSpliced(n % (value.length + 1), 1);
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== keys[n % (keys.length + 1)]));
};

const keyOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One thing about a fitting value made wrong: something else in a place, a part taken away, a part that nobody knows. */
export function spoilt(value: Json): fc.Arbitrary<Json> {
  return fc
    .tuple(fc.constantFrom(...placesOf(value)), fc.constantFrom(...HOSTILE), fc.nat(20), fc.nat(9))
    .map(([way, hostile, n, kind]) =>
      changed(value, way, (old) => {
        if (kind < 6) return hostile;
        if (kind < 8) return without(old, n);
        return isObject(old) ? { ...old, [keyOf(hostile) || 'unknown']: hostile } : [old, hostile];
      }),
    );
}
