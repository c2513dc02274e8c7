import type { z } from 'zod';
import { type FieldError, Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import { fieldErrors, fieldName } from './field-errors.ts';
import { unstorableText } from './unstorable-text.ts';
import { UNSTORABLE_TEXT, WITHOUT_WORDS } from './wording.ts';

/** Everything that comes in passes here once: it leaves with the type of its schema, or is refused (422). */
export function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const broken = unstorableText(value);
  if (broken.length > 0) {
    throw invalid(broken.map((path) => ({ field: fieldName(path), message: UNSTORABLE_TEXT })));
  }
  const result = schema.safeParse(value, { error: () => WITHOUT_WORDS, reportInput: true });
  if (!result.success) throw invalid(fieldErrors(result.error.issues));
  return result.data;
}

const MOST_ERRORS = 50;

export const invalid = (errors: readonly FieldError[]): Refusal =>
  new Refusal({
    code: 'input.invalid',
    kind: 'invalid',
    detail: say(
      `Nederīgi lauki: ${namesOf(errors)}.`,
      `Invalid: ${errors
        .map(({ field, message }) => `${field} ${message.en}`)
        .slice(0, 3)
        .join('; ')}.`,
    ),
    errors: errors.slice(0, MOST_ERRORS),
  });

const namesOf = (errors: readonly FieldError[]): string =>
  [...new Set(errors.map(({ field }) => field))].slice(0, 10).join(', ');

/** Bad input is told only to somebody who may see the case and do the act: 404 and 403 come before 422. */
export async function readAfter<T>(authorise: () => Promise<void>, readIt: () => T): Promise<T> {
  try {
    return readIt();
  } catch (refusal) {
    await authorise();
    throw refusal;
  }
}
