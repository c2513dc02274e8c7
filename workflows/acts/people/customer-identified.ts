import { z } from 'zod';
import { caseIsFiled } from '../../conditions/application.ts';
import { line } from '../../data.ts';
import { identificationCounts, partyIsIdentified } from '../../identification.ts';
import { IDENTIFICATION_METHODS, METHODS_BY_SERVICE } from '../../vocabulary.ts';
import { act } from '../act.ts';

/** The customer is identified (II.5.1, II.5.4); a sign-in that identifies records it by itself. */
export const customerIdentified = act({
  type: 'customer.identified',
  clause: 'II.5.1',
  data: z.strictObject({ method: z.enum(IDENTIFICATION_METHODS), documentId: line.optional() }),
  by: { service: 'operator' },
  form: { method: { choices: { service: METHODS_BY_SERVICE } } },
  weight: 'carries-on',
  files: { staff: 'scan' },
  restsOnFile: ({ method }, role) => role === 'service' && method === 'qualified-esignature',
  ways: {
    identified: {
      says: 'The customer is identified.',
      possible: { caseIsFiled },
      // A call does not undo an identification that counts (II.5.4).
      write: (facts, { data: { method }, today, computed: { identifiedCode } }) => {
        const counts = identificationCounts(method, facts.application.customer?.kind);
        if (partyIsIdentified(facts) && !counts) return {};
        const code = identifiedCode === undefined ? {} : { code: identifiedCode };
        return { identification: { method, on: today, counts, ...code } };
      },
    },
  },
});
