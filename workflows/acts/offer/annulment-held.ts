import { z } from 'zod';
import { text } from '../../data.ts';
import { act } from '../act.ts';

/** An employee holds warning and annulment, with reasons (II.11.3). */
export const annulmentHeld = act({
  type: 'annulment.held',
  clause: 'II.11.3',
  data: z.strictObject({ reasons: text }),
  by: { service: 'operator', finance: 'operator' },
  inBulk: true,
  ways: {
    held: {
      says: 'An employee holds warning and annulment, with reasons.',
      write: (_facts, { data, today, actor }) => ({
        annulmentHold: { since: today, by: actor, reasons: data.reasons },
      }),
    },
  },
});
