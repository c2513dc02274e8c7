import { z } from 'zod';
import { isNotConnected } from '../../conditions/agreement.ts';
import { text } from '../../data.ts';
import { notice } from '../../effects.ts';
import { act } from '../act.ts';
import { withoutPassed } from '../changes.ts';

/** The site check found that the installations are not ready (II.4.5). */
export const readinessDisproved = act({
  type: 'readiness.disproved',
  clause: 'II.4.5',
  data: z.strictObject({ findings: text }),
  by: { engineer: 'operator' },
  files: { staff: 'photo' },
  ways: {
    disproved: {
      says: 'The site check found that the installations are not ready.',
      possible: { isNotConnected },
      write: (facts) => ({ readiness: null, passed: withoutPassed(facts, 'connection', 'term') }),
      effects: [notice('N-NOTREADY')],
    },
  },
});
