import { z } from 'zod';
import { creditNoteFields } from './documents/credit-note.ts';
import { feeExplanationFields } from './documents/fee-explanation.ts';
import { partOneFields } from './documents/part-one.ts';
import { readinessFormFields } from './documents/readiness-form.ts';
import { refusalFormFields } from './documents/refusal-form.ts';

/** Documents that letters carry, each with a view model and a template of its own. */
export const DOCUMENTS = {
  'part-one': partOneFields,
  'fee-explanation': feeExplanationFields,
  'refusal-form': refusalFormFields,
  'readiness-form': readinessFormFields,
  'credit-note': creditNoteFields,
} as const satisfies Record<string, z.ZodType>;
export type DocumentName = keyof typeof DOCUMENTS;

const enclosed = <Name extends DocumentName>(document: Name) =>
  z.strictObject({ document: z.literal(document), fields: DOCUMENTS[document] });

export const enclosureSchema = z.discriminatedUnion('document', [
  enclosed('part-one'),
  enclosed('fee-explanation'),
  enclosed('refusal-form'),
  enclosed('readiness-form'),
  enclosed('credit-note'),
]);
export type Enclosure = z.input<typeof enclosureSchema>;
