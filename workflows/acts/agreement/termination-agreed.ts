import { z } from 'zod';
import { otherSideHasConsented } from '../../conditions/agreement.ts';
import { text } from '../../data.ts';
import { notice, voidInvoice } from '../../effects.ts';
import { act, EITHER_PARTY } from '../act.ts';
import { ended, undecided } from '../ending/ended.ts';
import { FIRST_CONSENT } from './agreed.ts';

/** Both sides agree in writing to end the contract (II.14.1). */
export const terminationAgreed = act({
  type: 'termination.agreed',
  clause: 'II.14.1',
  data: z.strictObject({ agreement: text }),
  by: EITHER_PARTY,
  joint: true,
  weight: 'ends',
  files: { staff: 'scan' },
  ways: {
    agreed: {
      says: 'Both sides agree in writing to end the contract.',
      allowed: { otherSideHasConsented },
      write: (facts, { today }) =>
        ended(
          { reason: 'mutual', clause: 'II.14.1', by: 'both', on: today, reasons: null },
          undecided(facts),
        ),
      effects: [voidInvoice, notice('N-END')],
    },
    firstConsent: FIRST_CONSENT,
  },
});
