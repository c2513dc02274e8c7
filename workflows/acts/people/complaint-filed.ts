import { z } from 'zod';
import { caseIsFiled } from '../../conditions/application.ts';
import { text } from '../../data.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';
import { complaintOf } from './complaint.ts';

/** A question, proposal or complaint is to be answered (II.16.5). */
export const complaintFiled = act({
  type: 'complaint.filed',
  clause: 'II.16.5',
  data: z.strictObject({ text }),
  by: CUSTOMER_SIDE,
  files: { staff: 'scan', customer: 'other' },
  subUsers: 'write',
  ways: {
    filed: {
      says: 'A question, proposal or complaint is to be answered.',
      possible: { caseIsFiled },
      write: (facts, { today }) => ({ complaint: complaintOf(facts, today, false) }),
    },
  },
});
