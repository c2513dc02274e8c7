import { z } from 'zod';
import { STATUSES } from '../../../workflows/status.ts';

/** Which cases a list shows: the query of the API, and the filters of the portal's queue. */

export const AWAITS = ['customer', 'operator', 'nobody'] as const;

export const yesOrNo = z
  .enum(['1', 'true', '0', 'false'])
  .transform((value) => value === '1' || value === 'true');

const statusList = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .pipe(z.array(z.enum(STATUSES)).min(1));

export const caseListQuery = z.strictObject({
  status: statusList.optional().describe('One status or several, separated by commas'),
  awaits: z.enum(AWAITS).optional(),
  overdue: yesOrNo.optional(),
  q: z.string().trim().max(200).optional().describe('Words of number, name, address or cadastre number'),
  cursor: z.string().min(1).max(500).optional().describe('`next` of the page before'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(50)
    .describe('1 to 200'),
});
