import { z } from 'zod';
import { text } from '../../data.ts';
import { notice } from '../../effects.ts';
import { DATA_ANSWERS, DATA_RIGHTS } from '../../vocabulary.ts';
import { act } from '../act.ts';
import { withoutFlags } from '../changes.ts';
import { dataRequestAwaitsAnswer, rightWasAskedFor, withRequest } from './requests.ts';

/** The request is granted or, with reasons, refused in whole or in part (II.9.3). */
export const dataRequestAnswered = act({
  type: 'data-request.answered',
  clause: 'II.9.3',
  data: z
    .strictObject({
      right: z.enum(DATA_RIGHTS),
      outcome: z.enum(DATA_ANSWERS),
      text,
      reasons: text.optional(),
    })
    .refine(({ outcome, reasons }) => outcome === 'granted' || reasons !== undefined, {
      path: ['reasons'],
      error: 'what is refused, in whole or in part, is refused with reasons',
    }),
  by: { privacy: 'operator' },
  weight: 'carries-on',
  dataProtection: true,
  ways: {
    answered: {
      says: 'The request is granted or, with reasons, refused in whole or in part.',
      possible: { dataRequestAwaitsAnswer },
      allowed: { rightWasAskedFor },
      write: (facts, { data: { right }, today }) => ({
        ...withRequest(facts, right, { ...facts.dataRequests![right]!, answeredOn: today }),
        flags: withoutFlags(facts, 'data-request-answer-breach'),
      }),
      effects: [notice('N-GDPR')],
    },
  },
});
