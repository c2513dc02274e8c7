import { z } from 'zod';
import { completedApplication, draftSchema } from '../../application.ts';
import { applicationIsComplete } from '../../conditions/application.ts';
import { text } from '../../data.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';

/** What was missing has been handed over (II.5.2). */
export const applicationCompleted = act({
  type: 'application.completed',
  clause: 'II.5.2',
  data: z.strictObject({ documents: z.array(text).max(50).optional(), ...draftSchema.shape }),
  // What is to be connected, and why, was asked for when the application was filed.
  form: { connection: { instead: 'nothing' }, purpose: { instead: 'nothing' } },
  by: CUSTOMER_SIDE,
  weight: 'carries-on',
  files: { staff: 'application', customer: 'application' },
  ways: {
    supplied: {
      says: 'What was missing has been handed over.',
      allowed: { applicationIsComplete },
      write: (facts, { data, today }) => ({
        application: completedApplication(facts.application, data),
        missing: [],
        suppliedOn: today,
      }),
    },
  },
});
