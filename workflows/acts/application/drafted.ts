import { completedApplication, draftSchema } from '../../application.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';

/** A draft is filled in step by step; no clause applies yet. */
export const applicationDrafted = act({
  type: 'application.drafted',
  clause: null,
  data: draftSchema,
  by: CUSTOMER_SIDE,
  guided: true,
  weight: 'carries-on',
  subUsers: 'request',
  ways: {
    kept: {
      says: 'The draft is kept.',
      write: (facts, { data }) => ({ application: completedApplication(facts.application, data) }),
    },
  },
});
