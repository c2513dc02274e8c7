import { z } from 'zod';
import { windowHasClosed, windowIsOpen } from '../../conditions/offer.ts';
import { text } from '../../data.ts';
import type { Happening } from '../../happening.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';
import { withoutPassed } from '../changes.ts';
import { complaintOf } from '../people/complaint.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ reasons: text });
type Objected = Happening<string, z.output<typeof data>>;

const recordObjection: Writing<Objected> = (facts, { data: { reasons }, today, seq }) => ({
  objection:
    facts.objection?.outcome === 'pending'
      ? { ...facts.objection, reasons: [...facts.objection.reasons, reasons] }
      : { on: today, seq, reasons: [reasons], outcome: 'pending', decidedOn: null },
  objectionsBefore:
    facts.objection && facts.objection.outcome !== 'pending'
      ? [...facts.objectionsBefore, facts.objection]
      : facts.objectionsBefore,
  // Further reasons of the same objection give no further time for the answer.
  passed: facts.objection?.outcome === 'pending' ? facts.passed : withoutPassed(facts, 'objection-answer'),
});

const recordLateObjection: Writing<Objected> = (facts, { today }) => ({
  complaint: complaintOf(facts, today, true),
});

/** The customer does not accept what was offered, with reasons (II.11.2). */
export const offerObjected = act({
  type: 'offer.objected',
  clause: 'II.11.2',
  data,
  by: CUSTOMER_SIDE,
  weight: 'carries-on',
  files: { staff: 'scan', customer: 'other' },
  ways: {
    inTime: {
      says: 'A reasoned objection in time: the operator answers within fourteen days.',
      possible: { windowIsOpen },
      write: recordObjection,
    },
    moreReasons: {
      says: 'Another objection within the window is added to the pending one.',
      possible: { windowIsOpen },
      write: recordObjection,
    },
    late: {
      clause: 'II.16.5',
      says: 'A late objection is answered as an ordinary complaint.',
      possible: { windowHasClosed },
      write: recordLateObjection,
    },
  },
});
