import { z } from 'zod';
import { say } from '../../../src/law/words.ts';
import { designIsStillToCome } from '../../conditions/application.ts';
import {
  aGroundIsOpen,
  isOperatorsGround,
  partyMaySuspend,
  SUSPENSION_CLAUSES,
} from '../../conditions/suspension.ts';
import { type Asking, choose, notBefore, notInTheFuture, refuse } from '../../conditions/verdict.ts';
import { isoDay } from '../../data.ts';
import { openSuspensions } from '../../derived.ts';
import { notice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { SUSPENSION_REASONS } from '../../vocabulary.ts';
import { act } from '../act.ts';
import { withoutFlags, withoutPassed } from '../changes.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ reason: z.enum(SUSPENSION_REASONS), on: isoDay });
type Resumed = Happening<string, z.output<typeof data>>;

const reasonIsOpen: Asking<Resumed> = (facts, { data, today }) => {
  const clause = SUSPENSION_CLAUSES[data.reason];
  const open = openSuspensions(facts).find((one) => one.reason === data.reason);
  if (!open)
    return refuse({
      code: 'suspension.not-open',
      clause,
      detail: say('Darbi šī iemesla dēļ nav apturēti.', 'The works are not suspended for this reason.'),
    });
  return (
    notInTheFuture('on', data.on, today, clause) ??
    notBefore('on', data.on, open.from, clause, say('apturēšanas sākums', 'the start of the suspension'))
  );
};

const lastReasonEnds = choose<Resumed>((facts, { data: { reason } }) =>
  openSuspensions(facts).every((one) => one.reason === reason),
);

const write: Writing<Resumed> = (facts, { data: { reason, on } }) => ({
  suspensions: facts.suspensions.map((one) =>
    one.reason === reason && one.to === null ? { ...one, to: on } : one,
  ),
  passed: withoutPassed(facts, 'remedy'),
  flags: withoutFlags(facts, 'remedy-missed'),
});

/** A reason for the suspension has ended (II.13.1). */
export const worksResumed = act({
  type: 'works.resumed',
  clause: 'II.13.1',
  data,
  form: { reason: { first: 'open-suspension' }, on: { first: 'today' } },
  by: {
    engineer: 'operator',
    customer: { party: 'customer', where: ({ reason }) => !isOperatorsGround(reason) },
  },
  weight: 'carries-on',
  ways: {
    designGoesOn: {
      says: 'The last reason has ended: the design goes on and the term moves.',
      possible: { designIsStillToCome, aGroundIsOpen },
      allowed: { partyMaySuspend, lastReasonEnds, reasonIsOpen },
      write,
      effects: [notice('N-RESUME')],
    },
    buildingGoesOn: {
      says: 'The last reason has ended: the works go on and the term moves.',
      possible: { aGroundIsOpen },
      allowed: { partyMaySuspend, lastReasonEnds, reasonIsOpen },
      write,
      effects: [notice('N-RESUME')],
    },
    anotherRemains: {
      says: 'Another reason remains: the works stay suspended.',
      possible: { aGroundIsOpen },
      allowed: { partyMaySuspend, reasonIsOpen },
      write,
    },
  },
});
