import type { z } from 'zod';
import type { FieldError } from '../law/refusal.ts';
import type { Words } from '../law/words.ts';
import type { Path } from './unstorable-text.ts';
import {
  atLeast,
  atMost,
  EMPTY,
  formatted,
  INVALID,
  mustBe,
  NO_SUCH_FORM,
  ofTheSchema,
  oneOf,
  REQUIRED,
  UNKNOWN_FIELD,
  WITHOUT_WORDS,
} from './wording.ts';

type Issue = z.core.$ZodIssue;

/** zod's issues as fields and sentences: `customer.name` is required. */
export const fieldErrors = (issues: readonly Issue[], above: Path = []): FieldError[] =>
  issues.flatMap((issue) => {
    const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ field: fieldName([...path, key]), message: UNKNOWN_FIELD }));
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return ofUnion(issue.errors, path);
    return [{ field: fieldName(path), message: wordsFor(issue) }];
  });

/** Names come from outside and may be long. */
const LONGEST_NAME = 100;

export const fieldName = (path: Path): string =>
  (path.join('.') || 'body').replaceAll('\0', '').slice(0, LONGEST_NAME);

/** Of several possible forms the one that was meant: where only parts are wrong, and the fewest of them. */
function ofUnion(forms: readonly (readonly Issue[])[], path: Path): FieldError[] {
  const isOtherForm = (issues: readonly Issue[]): boolean =>
    issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type');
  const meant = forms.filter((issues) => !isOtherForm(issues)).toSorted((a, b) => a.length - b.length)[0];
  return meant ? fieldErrors(meant, path) : [{ field: fieldName(path), message: NO_SUCH_FORM }];
}

function wordsFor(issue: Issue): Words {
  if (issue.message !== WITHOUT_WORDS) return ofTheSchema(issue.message);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? REQUIRED : mustBe(issue.expected, kindOf(issue.input));
    case 'invalid_value':
      return issue.input === undefined ? REQUIRED : oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : NO_SUCH_FORM;
    case 'invalid_format':
      return formatted(issue.format);
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? EMPTY
        : atLeast(issue.minimum, unitOf(issue.origin));
    case 'too_big':
      return atMost(issue.maximum, unitOf(issue.origin));
    default:
      return INVALID;
  }
}

const unitOf = (origin: string): 'characters' | 'items' | 'value' =>
  origin === 'string' ? 'characters' : origin === 'array' || origin === 'set' ? 'items' : 'value';

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
