import { z } from 'zod';
import { isNotConnected, otherSideHasConsented, termMovesLater } from '../../conditions/agreement.ts';
import { isoDay, text } from '../../data.ts';
import { act, EITHER_PARTY } from '../act.ts';
import { withoutConsent } from '../changes.ts';
import { FIRST_CONSENT, newTerm } from './agreed.ts';

/** Both sides agree on a later term (II.4.6). */
export const termExtended = act({
  type: 'term.extended',
  clause: 'II.4.6',
  data: z.strictObject({ termOn: isoDay, agreement: text.optional() }),
  by: EITHER_PARTY,
  joint: true,
  files: { staff: 'scan' },
  ways: {
    agreed: {
      says: 'Both sides agree on a later term.',
      possible: { isNotConnected },
      allowed: { termMovesLater, otherSideHasConsented },
      write: (facts, event) => ({
        ...newTerm(facts, event.data.termOn, event.today),
        consents: withoutConsent(facts, event.type),
      }),
    },
    firstConsent: { ...FIRST_CONSENT, possible: { isNotConnected }, allowed: { termMovesLater } },
  },
});
