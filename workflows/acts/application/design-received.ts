import { z } from 'zod';
import { AFTER_RECEIPT, contractorIsStillToCome } from '../../conditions/application.ts';
import { type Asking, notBefore, notInTheFuture } from '../../conditions/verdict.ts';
import { isoDay, line } from '../../data.ts';
import type { Happening } from '../../happening.ts';
import { act } from '../act.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ on: isoDay, designId: line.optional() });
type Received = Happening<string, z.output<typeof data>>;

const designDateCanBe: Asking<Received> = (facts, { data: { on }, today }) =>
  notInTheFuture('on', on, today, 'II.11.1.2') ??
  notBefore('on', on, facts.receivedOn, 'II.11.1.2', AFTER_RECEIPT);

const write: Writing<Received> = (_facts, { data: { on } }) => ({ designReceivedOn: on });

/** The design is there: the customer's before the offer (II.11.1.2), the operator's own once the contract is in force
 *  (II.2.3). */
export const designReceived = act({
  type: 'design.received',
  clause: 'II.11.1.2',
  data,
  form: { on: { first: 'today' } },
  by: { customer: 'customer', engineer: 'operator' },
  weight: 'carries-on',
  files: { staff: 'design', customer: 'design' },
  ways: {
    contractorStillToCome: {
      says: 'The design is there, the contractor is still to be determined.',
      possible: { contractorIsStillToCome },
      allowed: { designDateCanBe },
      write,
    },
    evaluationBegins: {
      says: 'The design is there: the thirty days for the offer run.',
      allowed: { designDateCanBe },
      write,
    },
    buildingBegins: {
      clause: 'II.2.3',
      says: 'The design is made: building begins.',
      allowed: { designDateCanBe },
      write,
    },
  },
});
