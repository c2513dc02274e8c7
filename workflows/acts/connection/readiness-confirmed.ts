import { z } from 'zod';
import { day, isAfter } from '../../../src/law/days.ts';
import { say } from '../../../src/law/words.ts';
import { isSuspended } from '../../conditions/suspension.ts';
import { type Asking, fieldRefusal, notBefore, notInTheFuture, refuse } from '../../conditions/verdict.ts';
import { declaration, isoDay, line } from '../../data.ts';
import { completedByTheTerm, termLastDay } from '../../derived.ts';
import type { Happening } from '../../happening.ts';
import { act, CUSTOMER_SIDE } from '../act.ts';
import { withoutFlags, withoutPassed } from '../changes.ts';

const data = z.strictObject({
  installationsBuilt: declaration,
  preparedForVoltage: declaration,
  on: isoDay.optional(),
  tradingContract: z
    .union([
      z.boolean(),
      line,
      z.strictObject({ number: line, on: isoDay.optional(), trader: line.optional() }),
    ])
    .nullable()
    .optional(),
});
type Confirmed = Happening<string, z.output<typeof data>>;

/** Both declarations are needed. */
const bothDeclarationsAreMade: Asking<Confirmed> = (_facts, { data }) => {
  const field = !data.installationsBuilt
    ? 'installationsBuilt'
    : !data.preparedForVoltage
      ? 'preparedForVoltage'
      : null;
  return field === null
    ? null
    : fieldRefusal(
        field,
        'II.def.readiness',
        say(
          'Apliecinājumam vajag abus apgalvojumus: elektroietaises ir ierīkotas un sagatavotas sprieguma saņemšanai.',
          'The confirmation needs both declarations: the installations are built and they are prepared for voltage.',
        ),
      );
};

const readinessDateCanBe: Asking<Confirmed> = (facts, { data, today }) =>
  notInTheFuture('on', data.on, today, 'II.4.1') ??
  notBefore(
    'on',
    data.on,
    facts.inForceOn,
    'II.4.1',
    say('līguma spēkā stāšanās', 'the contract’s entry into force'),
  );

/** II.2.6, II.4.5: up to the term. The term stands still while works are suspended (T-29) and does not bind the customer
 *  where the operator has not completed by it (T-21); agreed use of system services lifts it (II.4.6). */
const termHasNotPassed: Asking<Confirmed> = (facts, { data, today, law, role }) => {
  const term = termLastDay(facts, law);
  // In the portal readiness is handed over now; a paper counts from the day that service has registered (II.16.4).
  const handedOverOn = role === 'customer' ? today : (data.on ?? today);
  const open =
    term === null || isSuspended(facts) || !completedByTheTerm(facts, law) || facts.usageAgreedOn !== null;
  if (open || !isAfter(day(handedOverOn), term)) return null;
  return refuse({
    code: 'readiness.after-term',
    clause: 'II.4.5',
    detail: say(
      `Gatavību varēja apliecināt līdz ${term}. Vienojieties ar operatoru par jaunu termiņu vai sistēmas pakalpojuma lietošanu (4.6).`,
      `Readiness could be confirmed until ${term}. Agree with the operator on a new term or on using system services (4.6).`,
    ),
  });
};

/** The customer declares readiness, in the portal or in writing (II.2.6, II.4.1). */
export const readinessConfirmed = act({
  type: 'readiness.confirmed',
  clause: 'II.4.1',
  data,
  form: { on: { instead: 'nothing' } },
  by: CUSTOMER_SIDE,
  weight: 'carries-on',
  files: { staff: 'scan' },
  ways: {
    confirmed: {
      says: 'The customer declares readiness, in the portal or in writing: the time for connecting runs.',
      allowed: { bothDeclarationsAreMade, readinessDateCanBe, termHasNotPassed },
      write: (facts, { data: { on, tradingContract }, today }) => ({
        readiness: {
          on: on ?? today,
          tradingContract:
            tradingContract !== undefined && tradingContract !== null && tradingContract !== false,
        },
        passed: withoutPassed(facts, 'connection'),
        flags: withoutFlags(facts, 'not-ready-by-term'),
      }),
    },
  },
});
