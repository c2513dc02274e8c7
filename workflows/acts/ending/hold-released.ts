import { z } from 'zod';
import { say } from '../../../src/law/words.ts';
import { refuse, type Standing } from '../../conditions/verdict.ts';
import { text } from '../../data.ts';
import { act } from '../act.ts';
import { withoutPassed } from '../changes.ts';

const annulmentIsHeld: Standing = (facts) =>
  facts.annulmentHold
    ? null
    : refuse({
        code: 'hold.none',
        clause: 'II.11.3',
        detail: say('Anulēšana nav apturēta.', 'There is no hold to release.'),
      });

const endIsHeld: Standing = (facts) =>
  facts.endingHold
    ? null
    : refuse({
        code: 'hold.none',
        clause: 'II.14.3.2',
        detail: say('Izbeigšana nav apturēta.', 'There is no hold to release.'),
      });

/** A hold is released: of the annulment (II.11.3), or of the end for non-payment (II.14.3.2). */
export const holdReleased = act({
  type: 'hold.released',
  clause: 'II.11.3',
  data: z.strictObject({ reasons: text }),
  by: { service: 'operator', finance: 'operator' },
  inBulk: true,
  ways: {
    ofAnnulment: {
      says: 'The hold is released.',
      possible: { annulmentIsHeld },
      write: () => ({ annulmentHold: null }),
    },
    ofTheEnd: {
      clause: 'II.14.3.2',
      says: 'The hold is released.',
      possible: { endIsHeld },
      write: (facts, { today }) => ({
        endingHold: null,
        endingReleasedOn: today,
        passed: withoutPassed(facts, 'non-payment-end'),
      }),
    },
  },
});
