import { z } from 'zod';

/** What the calls and the pages about the law are asked for. */

export const yearQuery = z.strictObject({
  year: z
    .string()
    .regex(/^(19|20|21)\d\d$/, 'must be a year like 2025')
    .transform(Number)
    .optional()
    .describe('The present one where left out'),
});

export const PROPOSAL_STATES = ['pending', 'approved', 'declined'] as const;
export const proposalListQuery = z.strictObject({ state: z.enum(PROPOSAL_STATES).optional() });
