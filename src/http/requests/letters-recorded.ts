import { z } from 'zod';
import { isoDay } from '../../../workflows/data.ts';

export const NOTICE_ID = /^[\w-]{1,100}$/;

/** Many letters at once: the post of a day. */
export const lettersRecorded = z.strictObject({
  state: z.enum(['posted', 'signed']),
  on: isoDay.describe('Not in the future'),
  letters: z
    .array(z.strictObject({ caseId: z.uuid(), noticeId: z.string().regex(NOTICE_ID) }))
    .min(1)
    .max(500),
});
