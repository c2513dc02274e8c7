import { z } from 'zod';
import { text } from '../../data.ts';
import { notice } from '../../effects.ts';
import { act, OPERATOR_SIDE } from '../act.ts';

/** Something is missing: the customer is told what (II.5.2). */
export const applicationReturned = act({
  type: 'application.returned',
  clause: 'II.5.2',
  data: z.strictObject({ missing: z.array(text).min(1).max(50) }),
  by: OPERATOR_SIDE,
  ways: {
    missing: {
      says: 'Something is missing: the customer is told what.',
      write: (_facts, { data }) => ({ missing: data.missing }),
      effects: [notice('N-MISSING')],
    },
  },
});
