import { z } from 'zod';

/** Which work that failed is tried again. */
export const jobRetry = z
  .strictObject({ caseId: z.uuid(), deadline: z.string().min(1).max(100) })
  .meta({ id: 'JobRetry' });
