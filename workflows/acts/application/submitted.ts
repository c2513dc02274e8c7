import { completedApplication, draftSchema } from '../../application.ts';
import { applicationIsComplete } from '../../conditions/application.ts';
import { notice } from '../../effects.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';
import { withFlag } from '../changes.ts';

/** The application is filed; its receipt starts the time for the offer (II.11.1). */
export const applicationSubmitted = act({
  type: 'application.submitted',
  clause: 'II.11.1',
  data: draftSchema,
  by: CUSTOMER_SIDE,
  guided: true,
  weight: 'carries-on',
  looksUp: 'duplicate-object',
  ways: {
    registered: {
      says: 'The application is registered; its receipt starts the time for the offer.',
      allowed: { applicationIsComplete },
      write: (facts, { data, today, computed }) => ({
        application: completedApplication(facts.application, data),
        receivedOn: today,
        flags: computed.duplicateObject ? withFlag(facts, 'duplicate-object', today) : facts.flags,
      }),
      effects: [notice('N-RECEIPT')],
    },
  },
});
