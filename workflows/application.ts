import { z } from 'zod';

/** What a customer files to have a connection built (II.def.application), and the shapes that later acts share. */

/** Characters that show nothing, such as zero-width marks, are no text: a letter would have nothing to say. */
const canBeRead = (written: string): boolean => /[^\p{C}\p{Z}]/u.test(written);
const readable = (longest: number) =>
  z.string().trim().min(1).max(longest).refine(canBeRead, 'text that can be read');

export const text = readable(5000);
export const line = readable(300);
/** Dates outside the lives of grids and contracts are slips of the pen. */
export const isoDay = z.iso
  .date()
  .refine((iso) => iso >= '1900-01-01' && iso < '2200-01-01', 'a date between 1900 and 2199')
  .describe('A date in the operator’s time zone');
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
export type Customer = z.output<typeof customerSchema>;

export const objectSchema = z.strictObject({
  address: line.optional(),
  cadastreNumber: z.string().trim().min(3).max(40).optional(),
  installation: line.optional().describe('One separate installation at the property (II.def.object)'),
});

export const connectionSchema = z.strictObject({
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
