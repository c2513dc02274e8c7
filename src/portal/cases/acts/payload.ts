import type { EventType } from '../../../../workflows/events.ts';
import type { Caller } from '../../../casework/caller.ts';
import { isoDayOf } from '../../forms/day-text.ts';
import type { Form } from '../../forms/form-body.ts';
import { takePartOne } from './arranged/part-one.ts';
import type { FieldSpec } from './field-spec.ts';
import { givenInstead } from './given-instead.ts';

/** The form of an act as the payload of its event: fields bear the payload's names, empty ones are left out. */
export function payloadOf(
  type: EventType,
  fields: readonly FieldSpec[],
  form: Pick<Form, 'text'>,
  { caller, timeZone }: { caller: Caller; timeZone: string },
): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  for (const field of fields) {
    const value = readValue(field, form.text(field.name), timeZone);
    if (value !== undefined) putAt(payload, field.name.split('.'), value);
  }
  takePartOne(payload, fields);
  return { ...payload, ...givenInstead(type, caller, payload) };
}

function readValue({ kind, optional, silentIfUnticked }: FieldSpec, text: string, timeZone: string): unknown {
  // A declaration that must be made is absent until it is made, and so missed at its own box.
  if (kind === 'tick') return text !== '' || (optional && !silentIfUnticked ? false : undefined);
  if (text === '') return undefined;
  switch (kind) {
    case 'day':
      return isoDayOf(text);
    case 'moment':
      return momentOf(isoDayOf(text), timeZone);
    case 'lines':
      return linesOf(text);
    case 'amount':
      return withCents(plainNumber(text));
    case 'number':
      return plainNumber(text);
    case 'numbers':
      return linesOf(text).map(plainNumber);
    case 'whole':
      return /^\d{1,6}$/.test(text) ? Number(text) : text;
    default:
      return text;
  }
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The first moment of a day: never later than now on the day itself. */
function momentOf(iso: string, timeZone: string): string {
  try {
    return Temporal.PlainDate.from(iso).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return iso;
  }
}

/** `1 234,5` is `1234.5`. */
const plainNumber = (value: string): string => value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');

function withCents(value: string): string {
  if (!/^\d+(\.\d?)?$/.test(value)) return value;
  const [euros, cents = ''] = value.split('.');
  return `${euros!.replace(/^0+(?=\d)/, '')}.${cents.padEnd(2, '0')}`;
}

function putAt(target: Record<string, unknown>, [name, ...rest]: readonly string[], value: unknown): void {
  if (name === undefined) return;
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inner = (target[name] ?? {}) as Record<string, unknown>;
  target[name] = inner;
  putAt(inner, rest, value);
}
