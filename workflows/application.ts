import { z } from 'zod';
import { line, text } from './data.ts';

/** What a customer files to have a connection built (II.def.application). */

const decimalText = z.string().regex(/^(0|[1-9]\d{0,5})(\.\d{1,3})?$/, 'a decimal number in a string');

export const customerSchema = z.strictObject({
  kind: z.enum(['natural', 'legal', 'operator']).describe('II.def.customer'),
  name: line,
  personalCode: z
    .string()
    .trim()
    .regex(/^\d{6}-?\d{5}$/, 'a personal code of eleven digits')
    .optional(),
  registrationNumber: z
    .string()
    .trim()
    .regex(/^\d{11}$/, 'a registration number of eleven digits')
    .optional(),
  email: z.email().max(254).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ()-]{5,20}$/, 'a phone number')
    .optional(),
  postalAddress: line.optional(),
  household: z
    .boolean()
    .default(false)
    .describe('Buys for the own household, not for a trade (II.def.household)'),
  language: z.enum(['lv', 'en']).optional(),
});

const objectSchema = z.strictObject({
  address: line.optional(),
  cadastreNumber: z.string().trim().min(3).max(40).optional(),
  installation: line.optional().describe('One separate installation at the property (II.def.object)'),
});

const connectionSchema = z.strictObject({
  phases: z.union([z.literal(1), z.literal(3)]),
  ampere: decimalText,
  volt: decimalText,
  generationKw: decimalText.default('0'),
  maxLoadKw: decimalText.optional().describe('Permitted maximum load (II.def.max-load)'),
  temporary: z.boolean().default(false),
  replacesOldInstallation: z.boolean().default(false),
});

export const PURPOSES = ['new', 'load-increase', 'load-decrease', 'separate-meter', 'restore'] as const;

export const applicationSchema = z.strictObject({
  customer: customerSchema,
  object: objectSchema,
  connection: connectionSchema,
  purpose: z.enum(PURPOSES),
  notes: text.optional(),
});
export type Application = z.output<typeof applicationSchema>;

/** A draft is checked for form only: any part may still be missing. */
export const draftSchema = z.strictObject({
  customer: customerSchema.partial().optional(),
  object: objectSchema.optional(),
  connection: connectionSchema.partial().optional(),
  purpose: z.enum(PURPOSES).optional(),
  notes: text.optional(),
});
export type Draft = z.output<typeof draftSchema>;

/** What comes later, with a list of the documents that come with it. */
export type Supplement = Draft & { readonly documents?: readonly string[] | undefined };

/** The application with what was supplied since; documents are history, not part of it. */
export function completedApplication(application: Draft, supplement: Supplement): Draft {
  const { documents: _listed, ...parts } = supplement;
  return {
    ...application,
    ...parts,
    ...(parts.customer ? { customer: { ...application.customer, ...parts.customer } } : {}),
    ...(parts.object ? { object: { ...application.object, ...parts.object } } : {}),
    ...(parts.connection ? { connection: { ...application.connection, ...parts.connection } } : {}),
  };
}
