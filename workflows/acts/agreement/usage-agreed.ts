import { z } from 'zod';
import { isNotConnected, otherSideHasConsented, termMovesLater } from '../../conditions/agreement.ts';
import { agreedTerms } from '../../consent.ts';
import { isoDay, text } from '../../data.ts';
import { act, EITHER_PARTY } from '../act.ts';
import { withoutConsent } from '../changes.ts';
import { FIRST_CONSENT, newTerm } from './agreed.ts';

/** Both sides agree on the use of system services until the customer is ready (II.4.6). */
export const usageAgreed = act({
  type: 'usage.agreed',
  clause: 'II.4.6',
  data: z.strictObject({ agreement: text, termOn: isoDay.optional() }),
  by: EITHER_PARTY,
  joint: true,
  files: { staff: 'scan' },
  ways: {
    agreed: {
      says: 'Both sides agree on the use of system services until the customer is ready.',
      possible: { isNotConnected },
      allowed: { termMovesLater, otherSideHasConsented },
      write: (facts, event) => {
        const { termOn } = agreedTerms(facts, event) as { termOn?: string };
        return {
          ...(termOn ? newTerm(facts, termOn, event.today) : {}),
          usageAgreedOn: event.today,
          consents: withoutConsent(facts, event.type),
        };
      },
    },
    firstConsent: { ...FIRST_CONSENT, possible: { isNotConnected }, allowed: { termMovesLater } },
  },
});
