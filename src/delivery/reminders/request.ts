import { z } from 'zod';
import { FEWEST_DAYS, MOST_DAYS, REMINDABLE } from './planned.ts';

/** What somebody asks to be reminded of. */
export const remindersRequest = z.strictObject({
  deadlines: z
    .array(z.enum(REMINDABLE))
    .max(REMINDABLE.length)
    .describe('Deadlines to be reminded of; none: no reminders'),
  daysBefore: z.int().min(FEWEST_DAYS).max(MOST_DAYS).describe('Days before the last day'),
  email: z.email().max(254),
  language: z.enum(['lv', 'en']).optional().describe('Of the reminders; that of the request where left out'),
});
