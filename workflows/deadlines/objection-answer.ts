import { day, lastDayWithin } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { termsOf } from '../derived.ts';
import { deadline, hasEnded, type Situation, type Standing, stateByDone } from './deadline.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts } = situation;
  const objection = facts.objection ?? facts.objectionsBefore.at(-1);
  if (!objection) return null;
  const filedOn = day(objection.on);
  const terms = termsOf(facts, law, filedOn);
  const lastDay = lastDayWithin(filedOn, terms.objectionAnswerDays);
  const decidedOn = objection.decidedOn ? day(objection.decidedOn) : null;
  const dropped = objection.outcome === 'moot' || (hasEnded(situation) && !decidedOn);
  return {
    lastDay,
    earliestDay: null,
    awaits: 'operator',
    clause: 'II.11.2',
    state: dropped ? 'void' : stateByDone(lastDay, decidedOn, facts.passed['objection-answer']),
    because: () =>
      say(
        `${terms.objectionAnswerDays} dienas no iebilduma ${filedOn}: līdz ${lastDay}.`,
        `${terms.objectionAnswerDays} days from the objection of ${filedOn}: until ${lastDay}.`,
      ),
    used: () => [terms.used('objectionAnswerDays')],
  };
}

/** An objection is answered within 14 days (II.11.2). */
export const objectionAnswer = deadline({
  name: 'objection-answer',
  of: standing,
  isStillToCome: (facts) => facts.objection?.outcome === 'pending',
  flag: () => 'objection-answer-breach',
});
