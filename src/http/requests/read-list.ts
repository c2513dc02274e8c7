import { z } from 'zod';

/** Which readings of cases are listed. */
export const readListQuery = z.strictObject({
  case: z.string().trim().max(40).optional().describe('Number of the case'),
  account: z.string().trim().max(100).optional().describe('Username of who read'),
  day: z.iso.date().optional(),
  before: z
    .string()
    .regex(/^\d{1,15}$/, 'must be `next` of the page before')
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(50),
});
