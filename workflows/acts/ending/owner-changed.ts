import { z } from 'zod';
import { day, laterOf } from '../../../src/law/days.ts';
import { customerSchema } from '../../application.ts';
import { isNotConnected } from '../../conditions/agreement.ts';
import { type Asking, notInTheFuture } from '../../conditions/verdict.ts';
import { isoDay, line } from '../../data.ts';
import { notice, voidInvoice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';
import { NO_OFFER_YET } from '../offer/no-offer-yet.ts';
import type { Writing } from '../way.ts';
import { ended, finishedWorksAreOwed, undecided } from './ended.ts';

const data = z.strictObject({
  on: isoDay,
  newOwner: z.union([line, customerSchema.partial().extend({ name: line })]),
});
type Changed = Happening<string, z.output<typeof data>>;

const ownerDateCanBe: Asking<Changed> = (_facts, { data: { on }, today }) =>
  notInTheFuture('on', on, today, 'II.4.3');

/** The new owner's application is received on the day on which the operator learns of it (II.4.3, II.11.1.1). */
const recordNewApplicant: Writing<Changed> = (facts, { data: { newOwner }, today }) => {
  const owner = typeof newOwner === 'string' ? { name: newOwner } : newOwner;
  const { name: _former, ...household } = facts.application.customer ?? {};
  return {
    ...NO_OFFER_YET,
    receivedOn: today,
    reinstatedOn: null,
    application: {
      ...facts.application,
      customer: { kind: household.kind ?? 'natural', household: household.household ?? false, ...owner },
    },
    identification: null,
    missing: ['identification of the new applicant'],
    authorities: [],
  };
};

const recordEnd: Writing<Changed> = (facts, { data: { on }, today, law }) =>
  ended(
    {
      reason: 'ownerChange',
      clause: 'II.4.3',
      by: 'clause',
      on:
        law.setting('ownerChange.endsOn', day(today)) === 'dayLearnt'
          ? today
          : laterOf(day(on), day(facts.inForceOn!)).toString(),
      reasons: null,
    },
    undecided(facts),
  );

const CONTRACT_ENDS = 'The owner of the object has changed: the contract ends at once, without connecting.';

/** The object has a new owner (II.4.3): before conclusion a new applicant, afterwards the end of the contract. */
export const ownerChanged = act({
  type: 'owner.changed',
  clause: 'II.4.3',
  data,
  by: CUSTOMER_SIDE,
  needsExpressScope: true,
  files: { staff: 'scan', customer: 'other' },
  ways: {
    beforeTheOffer: {
      says: 'The object has a new owner before conclusion: the new applicant is to be identified.',
      allowed: { ownerDateCanBe },
      write: recordNewApplicant,
      effects: [notice('N-MISSING')],
    },
    offerFalls: {
      says: 'The object has a new owner before conclusion: the offer falls and the new applicant is to be identified.',
      allowed: { ownerDateCanBe },
      write: recordNewApplicant,
      effects: [voidInvoice, notice('N-MISSING')],
    },
    invoiceStands: {
      says: CONTRACT_ENDS,
      possible: { isNotConnected, finishedWorksAreOwed },
      allowed: { ownerDateCanBe },
      write: recordEnd,
      effects: [notice('N-END')],
    },
    invoiceVoid: {
      says: CONTRACT_ENDS,
      possible: { isNotConnected },
      allowed: { ownerDateCanBe },
      write: recordEnd,
      effects: [voidInvoice, notice('N-END')],
    },
  },
});
