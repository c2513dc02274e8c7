import { z } from 'zod';
import { text } from '../../data.ts';
import { act } from '../act.ts';

/** An employee holds the end for non-payment, with reasons (II.14.3.2). */
export const endingHeld = act({
  type: 'ending.held',
  clause: 'II.14.3.2',
  data: z.strictObject({ reasons: text }),
  by: { service: 'operator', finance: 'operator' },
  inBulk: true,
  ways: {
    held: {
      says: 'An employee holds the end for non-payment, with reasons.',
      write: (_facts, { data, today, actor }) => ({
        endingHold: { since: today, by: actor, reasons: data.reasons },
      }),
    },
  },
});
