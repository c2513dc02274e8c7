import { z } from 'zod';
import { say } from '../../../src/law/words.ts';
import { isNotTemporary } from '../../conditions/application.ts';
import {
  type Asking,
  choose,
  notBefore,
  type Reason,
  refuse,
  type Standing,
} from '../../conditions/verdict.ts';
import { isoDay, line, text } from '../../data.ts';
import { notice } from '../../effects.ts';
import type { Facts } from '../../facts.ts';
import type { Happening } from '../../happening.ts';
import { MAKERS } from '../../vocabulary.ts';
import { act } from '../act.ts';

const data = z
  .strictObject({
    designNeeded: z.boolean(),
    designBy: z.enum(MAKERS).optional(),
    contractorNeeded: z.boolean(),
    contractorChosenBy: z.enum(MAKERS).optional(),
    reasons: text.optional(),
    requirementsNumber: line
      .optional()
      .describe(
        'Number of the technical requirements issued to the customer; absent where the published ones apply',
      ),
    requirementsValidUntil: isoDay.optional().describe('Last day of their validity (II.1.8)'),
    connectionPoint: text.optional().describe('II.def.connection-point'),
    ownershipBoundary: text.optional().describe('II.def.boundary, as planned; the offer fixes it'),
  })
  .refine((route) => !route.designNeeded || route.designBy, {
    path: ['designBy'],
    error: 'who makes the design is required where one is needed',
  })
  .refine((route) => !route.contractorNeeded || route.contractorChosenBy, {
    path: ['contractorChosenBy'],
    error: 'who chooses the contractor is required where one is needed',
  })
  .refine((route) => route.requirementsValidUntil === undefined || route.requirementsNumber, {
    path: ['requirementsNumber'],
    error: 'the number of the requirements is required where their validity is told',
  });

type Routed = Happening<string, z.output<typeof data>>;

const requirementsStillHold: Asking<Routed> = (_facts, { data: { requirementsValidUntil }, today }) =>
  notBefore(
    'requirementsValidUntil',
    requirementsValidUntil,
    today,
    'II.1.8',
    say('tehnisko prasību izsniegšanas diena', 'the day on which the technical requirements are issued'),
  );

const designIsNeeded = choose<Routed>(
  (facts, event) => event.data.designNeeded && facts.designReceivedOn === null,
);
const contractorIsNeeded = choose<Routed>(
  (facts, event) => event.data.contractorNeeded && facts.contractor === null,
);
const designMayBeNeeded: Standing = choose((facts) => facts.designReceivedOn === null);
const contractorMayBeNeeded: Standing = choose((facts) => facts.contractor === null);

/** An application that is being evaluated is routed anew only to wait for something. */
const whyNotAnew = (facts: Facts): Reason | null =>
  facts.route !== null && facts.offer === null && facts.ending === null && facts.missing.length === 0
    ? refuse({
        code: 'application.nothing-to-wait-for',
        clause: 'II.11.1',
        detail: say(
          'Pieteikumu jau izvērtē; to virza no jauna tikai tad, ja vēl vajag būvprojektu vai būvnieku.',
          'The application is being evaluated already; it is routed anew only where a design or a contractor is still needed.',
        ),
      })
    : null;

/** Whether a design or a contractor is to come before the offer (II.11.1); the time for the offer follows from it. */
export const applicationRouted = act({
  type: 'application.routed',
  clause: 'II.11.1',
  data,
  by: { engineer: 'operator' },
  weight: 'carries-on',
  elsewhere: whyNotAnew,
  ways: {
    toDesign: {
      clause: 'II.11.1.2',
      says: 'A design is needed: the time for the offer waits for it.',
      possible: { isNotTemporary, designMayBeNeeded },
      allowed: { requirementsStillHold, designIsNeeded },
      write: (_facts, event) => ({ route: { ...event.data, on: event.today } }),
      effects: [notice('N-TECH')],
    },
    toContractor: {
      clause: 'II.11.1.2',
      says: 'A contractor is to be determined: the time for the offer waits for it.',
      possible: { isNotTemporary, contractorMayBeNeeded },
      allowed: { requirementsStillHold, contractorIsNeeded },
      write: (_facts, event) => ({ route: { ...event.data, on: event.today } }),
      effects: [notice('N-TECH')],
    },
    toEvaluation: {
      clause: 'II.11.1.1',
      says: 'Neither a design nor a contractor is needed: the time runs from receipt.',
      possible: { isNotTemporary },
      allowed: { requirementsStillHold },
      write: (_facts, event) => ({ route: { ...event.data, on: event.today } }),
    },
  },
});
