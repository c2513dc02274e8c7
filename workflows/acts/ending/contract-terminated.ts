import { z } from 'zod';
import { groundIsThere, objectIsNotConnected, TERMINATION_CLAUSES } from '../../conditions/termination.ts';
import { choose } from '../../conditions/verdict.ts';
import { text } from '../../data.ts';
import { worksHaveStarted } from '../../derived.ts';
import { notice, voidInvoice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { TERMINATION_REASONS } from '../../vocabulary.ts';
import { act } from '../act.ts';
import type { Writing } from '../way.ts';
import { ended, nonPaymentEndsOn, shareIsKept, undecided } from './ended.ts';

const data = z.strictObject({ reason: z.enum(TERMINATION_REASONS), facts: text, reasons: text });
type Terminated = Happening<string, z.output<typeof data>>;

const worksAreOwedFor = choose<Terminated>((facts, { data: { reason } }) =>
  reason === 'nonPayment' ? worksHaveStarted(facts) : facts.completedOn !== null,
);

/** The notice founds the end, except that II.14.3.2 dates it by the clause (II.14.4, T-37). */
const write: Writing<Terminated> = (facts, event) => {
  const { reason, reasons } = event.data;
  return ended(
    {
      reason,
      clause: TERMINATION_CLAUSES[reason],
      by: 'operator',
      on: reason === 'nonPayment' ? nonPaymentEndsOn(facts, event) : event.today,
      reasons,
    },
    reason === 'unremedied' ? shareIsKept(facts) : undecided(facts),
  );
};

const says = 'The operator ends the contract by a right of its own; a person decides, with reasons.';

/** The operator ends the contract by a right of its own (II.14.3). */
export const contractTerminated = act({
  type: 'contract.terminated',
  clause: 'II.14.3',
  data,
  by: { service: 'operator' },
  approval: { setting: 'approval.contract.terminated' },
  weight: 'ends',
  looksUp: 'debt-of-project',
  adverse: true,
  ways: {
    invoiceStands: {
      says,
      possible: { objectIsNotConnected },
      allowed: { groundIsThere, worksAreOwedFor },
      write,
      effects: [notice('N-END')],
    },
    invoiceVoid: {
      says,
      possible: { objectIsNotConnected },
      allowed: { groundIsThere },
      write,
      effects: [voidInvoice, notice('N-END')],
    },
  },
});
