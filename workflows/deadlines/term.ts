import { day, laterOf } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { ended, undecided } from '../acts/ending/ended.ts';
import { isSuspended } from '../conditions/suspension.ts';
import { type Standing as Condition, choose } from '../conditions/verdict.ts';
import { completedByTheTerm, suspendedDays, termLastDay } from '../derived.ts';
import { notice } from '../effects.ts';
import {
  type DeadlineState,
  deadline,
  hasEnded,
  type Situation,
  type Standing,
  stateByDone,
} from './deadline.ts';
import { whenPassed } from './passing.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts, status } = situation;
  const lastDay = termLastDay(facts, law);
  const { term: agreed } = facts;
  if (!lastDay || !agreed) return null;
  const days = suspendedDays(facts, law);
  const done =
    facts.readiness && facts.completedOn ? laterOf(day(facts.readiness.on), day(facts.completedOn)) : null;
  const state: DeadlineState =
    facts.connected || done
      ? stateByDone(lastDay, done, undefined)
      : facts.ending?.reason === 'notReady' || facts.ending?.reason === 'notInstalled'
        ? 'missed'
        : hasEnded(situation) || facts.usageAgreedOn
          ? 'void'
          : status === 'suspended'
            ? 'frozen'
            : stateByDone(lastDay, null, facts.passed.term);
  return {
    lastDay,
    earliestDay: null,
    awaits: facts.completedOn && !facts.readiness ? 'customer' : 'operator',
    clause: 'II.2.6',
    state,
    because: () =>
      days > 0
        ? say(
            `Līgumā noteikts ${agreed.on}; apturētas ${days} dienas, tāpēc termiņš ir ${lastDay}.`,
            `The agreed term is ${agreed.on}; ${days} days of suspension move it to ${lastDay}.`,
          )
        : say(`Līgumā noteiktais termiņš ir ${lastDay}.`, `The agreed term is ${lastDay}.`),
    used: () => [law.usedSetting('suspension.length', day(agreed.countsFrom))],
  };
}

/** Connection and installations are ready by the term (II.2.6). II.4.5 looks at the customer only where the operator had
 *  completed by the term itself (T-21). */
export const term = deadline({
  name: 'term',
  of: standing,
  isStillToCome: (facts) => facts.completedOn === null || facts.readiness === null,
  flag: (facts, law) => (completedByTheTerm(facts, law) ? 'not-ready-by-term' : 'term-missed-by-operator'),
});

const endsByClause: Condition = choose(
  (facts, { law, today }) =>
    law.setting('notReady.end', day(today)) === 'automatic' &&
    completedByTheTerm(facts, law) &&
    facts.readiness === null &&
    facts.usageAgreedOn === null &&
    !isSuspended(facts),
);

export const endsUnready = whenPassed(term, 'not ready', {
  clause: 'II.4.6',
  says: 'Only where the operator has chosen that the contract ends without its notice.',
  possible: { endsByClause },
  write: (facts, { today }) =>
    ended({ reason: 'notReady', clause: 'II.4.6', by: 'clause', on: today, reasons: null }, undecided(facts)),
  effects: [notice('N-END')],
});
