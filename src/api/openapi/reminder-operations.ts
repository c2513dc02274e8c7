import { z } from 'zod';
import { REMINDABLE } from '../../delivery/reminders/planned.ts';
import { remindersRequest } from '../../delivery/reminders/request.ts';
import type { Operation } from './operation.ts';

const day = z.iso.date();
const deadline = z.enum(REMINDABLE);

export const remindersSchema = z
  .strictObject({
    deadlines: z.array(deadline),
    daysBefore: z.int(),
    email: z.string(),
    language: z.enum(['lv', 'en']),
    sends: z.boolean().describe('Whether this installation has a mail relay; without one nothing is sent'),
    choices: z.array(
      z.strictObject({ deadline, lastDay: day.nullable().describe('Null where it does not run now') }),
    ),
    planned: z.array(z.strictObject({ deadline, lastDay: day, on: day })).describe('Soonest first'),
    past: z
      .array(
        z.strictObject({
          deadline: z.string(),
          lastDay: day,
          sentAt: z.iso.datetime({ offset: true }).nullable(),
          waits: z.boolean().describe('Not sent yet, and tried again'),
        }),
      )
      .describe('Newest first'),
  })
  .meta({ id: 'Reminders' });

/** Reminders: e-mails without legal effect, no notices (PO-09). */
export const REMINDER_OPERATIONS: readonly Operation[] = [
  {
    id: 'readReminders',
    method: 'get',
    path: '/cases/{id}/reminders',
    summary: 'What the caller wants to be reminded of in this case; a reminder has no legal effect',
    answers: { 200: { is: 'The reminders', body: remindersSchema } },
    problems: [403, 404],
  },
  {
    id: 'setReminders',
    method: 'put',
    path: '/cases/{id}/reminders',
    summary: 'Choose the deadlines, the days before them and the e-mail address',
    body: remindersRequest,
    answers: { 200: { is: 'The reminders after it', body: remindersSchema } },
    problems: [403, 404, 422],
  },
];
