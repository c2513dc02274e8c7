import { z } from 'zod';
import { say } from '../../../src/law/words.ts';
import { type Asking, notBefore, notInTheFuture, refuse, type Standing } from '../../conditions/verdict.ts';
import { isoDay } from '../../data.ts';
import type { Happening } from '../../happening.ts';
import { act, EITHER_PARTY } from '../act.ts';

const data = z.strictObject({ on: isoDay });

const forceMajeureRuns: Standing = (facts) =>
  !facts.forceMajeure || facts.forceMajeure.endedOn
    ? refuse({
        code: 'force-majeure.none',
        clause: 'II.17.2',
        detail: say('Nepārvarama vara nav paziņota.', 'No force majeure has been notified.'),
      })
    : null;

const endDateCanBe: Asking<Happening<string, z.output<typeof data>>> = (facts, { data: { on }, today }) =>
  notInTheFuture('on', on, today, 'II.17.2') ??
  notBefore(
    'on',
    on,
    facts.forceMajeure?.startedOn ?? null,
    'II.17.2',
    say('nepārvaramas varas sākums', 'the start of force majeure'),
  );

/** The circumstances have ended (II.17.2). */
export const forceMajeureEnded = act({
  type: 'force-majeure.ended',
  clause: 'II.17.2',
  data,
  form: { on: { first: 'today' } },
  by: EITHER_PARTY,
  ways: {
    ended: {
      says: 'The circumstances have ended.',
      possible: { forceMajeureRuns },
      allowed: { endDateCanBe },
      write: (facts, { data: { on } }) => ({
        forceMajeure: facts.forceMajeure && { ...facts.forceMajeure, endedOn: on },
      }),
    },
  },
});
