import { day, lastDayWithin } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { termsOf } from '../derived.ts';
import { deadline, type Situation, type Standing, stateByDone } from './deadline.ts';

function standing({ facts }: Situation, law: LawBook): Standing | null {
  const { complaint } = facts;
  if (!complaint) return null;
  const filedOn = day(complaint.on);
  const terms = termsOf(facts, law, filedOn);
  const name = complaint.extraChecks ? 'complaintDaysExtraChecks' : 'complaintDays';
  const lastDay = lastDayWithin(filedOn, terms[name]);
  const answeredOn = complaint.answeredOn ? day(complaint.answeredOn) : null;
  return {
    lastDay,
    earliestDay: null,
    awaits: 'operator',
    clause: 'II.16.5',
    state: stateByDone(lastDay, answeredOn, facts.passed['complaint-answer']),
    because: () =>
      say(
        `${terms[name]} dienas no iesnieguma ${filedOn}${complaint.extraChecks ? ' ar papildu pārbaudi' : ''}: līdz ${lastDay}.`,
        `${terms[name]} days from the submission of ${filedOn}${complaint.extraChecks ? ' with extra checks' : ''}: until ${lastDay}.`,
      ),
    used: () => [terms.used(name)],
  };
}

/** A submission is answered within 15 days, with extra checks within 30 (II.16.5). */
export const complaintAnswer = deadline({
  name: 'complaint-answer',
  of: standing,
  isStillToCome: (facts) => facts.complaint !== null && facts.complaint.answeredOn === null,
  flag: () => 'complaint-answer-breach',
});
