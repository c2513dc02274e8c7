import { z } from 'zod';
import { day, isAfter, isBefore, laterOf } from '../../../src/law/days.ts';
import { say } from '../../../src/law/words.ts';
import { forceMajeureNoticeLastDay } from '../../conditions/force-majeure.ts';
import { type Asking, fieldRefusal, notBefore, notInTheFuture, refuse } from '../../conditions/verdict.ts';
import { isoDay, text } from '../../data.ts';
import { notice } from '../../effects.ts';
import type { Happening } from '../../happening.ts';
import { act, EITHER_PARTY } from '../act.ts';
import { withoutPassed } from '../changes.ts';
import type { Writing } from '../way.ts';

const data = z.strictObject({ startedOn: isoDay, event: text, likelyEndOn: isoDay });
type Notified = Happening<string, z.output<typeof data>>;

const LATE_CONTRACTOR = /contractor|būvnie|uzņēmēj|apakšuzņēm/i;

/** II.17.1, II.17.2: an event after conclusion, not the non-performance of other persons, notified within five days. */
const forceMajeureIsFounded: Asking<Notified> = (facts, { data, today, law }) => {
  const wrong =
    notInTheFuture('startedOn', data.startedOn, today, 'II.17.2') ??
    notBefore(
      'startedOn',
      data.startedOn,
      facts.inForceOn,
      'II.17.1',
      say('līguma noslēgšana', 'the conclusion of the contract'),
    );
  if (wrong) return wrong;
  if (isBefore(day(data.likelyEndOn), day(data.startedOn)))
    return fieldRefusal(
      'likelyEndOn',
      'II.17.2',
      say('Iespējamās beigas nevar būt pirms sākuma.', 'The likely end cannot lie before the start.'),
    );
  if (LATE_CONTRACTOR.test(data.event))
    return refuse({
      code: 'force-majeure.other-persons',
      clause: 'II.17.1',
      detail: say(
        'Citu iesaistīto personu saistību neizpilde nav nepārvarama vara.',
        'Non-performance by other persons involved is not force majeure.',
      ),
    });
  const last = forceMajeureNoticeLastDay(facts, data.startedOn, law);
  if (!isAfter(day(today), last)) return null;
  return refuse({
    code: 'force-majeure.notified-late',
    clause: 'II.17.2',
    detail: say(
      `Par nepārvaramu varu bija jāpaziņo līdz ${last}; atsauce uz to nav pamatota.`,
      `Force majeure had to be notified by ${last}; relying on it is unfounded.`,
    ),
  });
};

/** Of circumstances that are notified while others still run, the earlier start counts: the month is not begun anew. */
const recordForceMajeure: Writing<Notified> = (facts, { data, today }) => {
  const { forceMajeure } = facts;
  const running = forceMajeure && forceMajeure.endedOn === null && !forceMajeure.newTermAgreed;
  if (!running)
    return {
      forceMajeure: { ...data, noticedOn: today, endedOn: null, newTermAgreed: false },
      passed: withoutPassed(facts, 'force-majeure-end'),
    };
  const isEarlier = isBefore(day(data.startedOn), day(forceMajeure.startedOn));
  return {
    forceMajeure: {
      ...forceMajeure,
      ...(isEarlier ? { startedOn: data.startedOn, noticedOn: today } : {}),
      event: `${forceMajeure.event}; ${data.event}`,
      likelyEndOn: laterOf(day(forceMajeure.likelyEndOn), day(data.likelyEndOn)).toString(),
    },
  };
};

/** A party gives notice of circumstances that could be neither foreseen nor prevented (II.17.2). */
export const forceMajeureNotified = act({
  type: 'force-majeure.notified',
  clause: 'II.17.2',
  data,
  form: { startedOn: { first: 'today' } },
  by: EITHER_PARTY,
  files: { staff: 'scan', customer: 'other' },
  ways: {
    notified: {
      says: 'A party gives notice of circumstances that could be neither foreseen nor prevented.',
      allowed: { forceMajeureIsFounded },
      write: recordForceMajeure,
      effects: [notice('N-FM')],
    },
  },
});
