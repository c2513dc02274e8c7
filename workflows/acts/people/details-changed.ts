import { z } from 'zod';
import { email, isoDay, line } from '../../data.ts';
import { readdressLetters } from '../../effects.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';

/** A party changes its own details; no amendment is needed (II.1.10, II.16.6). */
export const detailsChanged = act({
  type: 'details.changed',
  clause: 'II.1.10',
  data: z
    .strictObject({
      name: line.optional(),
      email: email.optional(),
      phone: z.string().trim().min(5).max(20).optional(),
      postalAddress: line.optional(),
      language: z.enum(['lv', 'en']).optional(),
      validFrom: isoDay.optional(),
    })
    .refine(
      ({ validFrom: _, ...changed }) => Object.keys(changed).length > 0,
      'name at least one changed detail',
    ),
  form: { phone: { as: 'phone' }, language: { instead: 'nothing' } },
  by: CUSTOMER_SIDE,
  files: { staff: 'scan' },
  ways: {
    changed: {
      says: 'A party changes its own details; no amendment is needed.',
      write: (facts, { data: { validFrom: _announced, ...details } }) => ({
        application: { ...facts.application, customer: { ...facts.application.customer, ...details } },
      }),
      effects: [readdressLetters],
    },
  },
});
