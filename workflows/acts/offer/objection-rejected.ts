import { z } from 'zod';
import { windowIsOpen } from '../../conditions/offer.ts';
import { choose, type Standing } from '../../conditions/verdict.ts';
import { text } from '../../data.ts';
import { advanceIsPaidInTime } from '../../derived.ts';
import { notice } from '../../effects.ts';
import { act } from '../act.ts';
import { withoutFlags } from '../changes.ts';
import type { Writing } from '../way.ts';
import { settled } from './record-offer.ts';

const customerHasActedOtherwise: Standing = choose(
  (facts) => facts.signatures.customer !== undefined || advanceIsPaidInTime(facts),
);

const write: Writing = (facts, { today }) => ({
  objection: settled(facts.objection, 'rejected', today),
  flags: withoutFlags(facts, 'objection-answer-breach'),
});
const effects = [notice('N-OBJREJ')];

/** The objection is rejected with reasons; the window is not restarted by it (II.11.2). */
export const objectionRejected = act({
  type: 'objection.rejected',
  clause: 'II.11.2',
  data: z.strictObject({ reasons: text }),
  by: { engineer: 'operator' },
  weight: 'carries-on',
  ways: {
    windowRuns: {
      says: 'Rejected with reasons while the window still runs.',
      possible: { windowIsOpen },
      write,
      effects,
    },
    customerActed: {
      says: 'Rejected with reasons; the customer has signed or paid, so the offer does not lapse.',
      possible: { customerHasActedOtherwise },
      write,
      effects,
    },
    lapses: {
      clause: 'II.11.3',
      says: 'The window is not restarted.',
      write,
      effects,
    },
  },
});
