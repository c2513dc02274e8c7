import type { z } from 'zod';
import type { Clause } from '../clauses.ts';
import { type FieldError, Refusal } from '../refusal.ts';
import { say } from '../words.ts';
import { type QuoteRequest, quoteRequest } from './request.ts';
import { clauseOfField, wordsOf } from './request-wording.ts';

/** A field error that also names the clause asking for the field. */
export interface CitedFieldError extends FieldError {
  readonly clause: Clause;
}

/** @throws Refusal naming every field that cannot be priced, each with its reason and clause */
export function readQuoteRequest(input: unknown): QuoteRequest {
  const read = quoteRequest.safeParse(input);
  if (read.success) return read.data;
  throw badRequest(read.error.issues.flatMap(fieldErrors));
}

function fieldErrors(issue: z.core.$ZodIssue): CitedFieldError[] {
  const paths =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => cited(path.map(String).join('.'), issue.message));
}

const cited = (field: string, english: string): CitedFieldError => ({
  field,
  message: wordsOf(english),
  clause: clauseOfField(field),
});

function badRequest(errors: readonly CitedFieldError[]): Refusal {
  const fields = errors.map(({ field }) => field || '(JSON)').join(', ');
  return new Refusal({
    code: 'quote.invalid',
    kind: 'invalid',
    clause: errors[0]!.clause,
    detail: say(
      `Maksu nevar aprēķināt. Jālabo: ${fields}.`,
      `The fee cannot be computed. To be mended: ${fields}.`,
    ),
    errors,
  });
}
