import { z } from 'zod';
import { caseIsFiled } from '../../conditions/application.ts';
import { text } from '../../data.ts';
import { DATA_RIGHTS } from '../../vocabulary.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';
import { withRequest } from './requests.ts';

/** A data subject uses a right; the answer is due within the time of II.16.5, at most a month (II.9.3). */
export const dataRequestFiled = act({
  type: 'data-request.filed',
  clause: 'II.9.3',
  data: z.strictObject({ right: z.enum(DATA_RIGHTS), text }),
  by: CUSTOMER_SIDE,
  files: { staff: 'scan', customer: 'other' },
  needsExpressScope: true,
  dataProtection: true,
  ways: {
    filed: {
      says: 'A data subject uses a right; the answer is due within the time of II.16.5, at most a month.',
      possible: { caseIsFiled },
      // Asked for again while unanswered, its time runs on.
      write: (facts, { data: { right }, today }) =>
        facts.dataRequests?.[right]?.answeredOn === null
          ? {}
          : withRequest(facts, right, { on: today, prolonged: false, answeredOn: null }),
    },
  },
});
