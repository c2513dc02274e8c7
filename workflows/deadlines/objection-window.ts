import { day } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { type Standing as Condition, choose } from '../conditions/verdict.ts';
import { customerDidNoneOfTheThree, termsOf, windowLastDay, windowStart } from '../derived.ts';
import { type DeadlineState, deadline, type Situation, type Standing } from './deadline.ts';
import { passingOf, whenPassed } from './passing.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts, status } = situation;
  const { offer } = facts;
  if (!offer) return null;
  const start = windowStart(offer, law);
  const lastDay = windowLastDay(facts, offer, law);
  const terms = termsOf(facts, law, day(offer.issuedOn));
  const lapsed = status === 'offer-lapsed' || status === 'annulment-warned' || status === 'annulled';
  const acted = facts.inForceOn !== null || status === 'objected' || !customerDidNoneOfTheThree(facts);
  const state: DeadlineState =
    status === 'withdrawn'
      ? 'void'
      : acted
        ? 'met'
        : lapsed || facts.passed['objection-window'] === lastDay.toString()
          ? 'missed'
          : 'running';
  return {
    lastDay,
    earliestDay: null,
    awaits: 'customer',
    clause: 'II.11.2',
    state,
    because: () =>
      say(
        `${terms.objectionDays} dienas no piedāvājuma ${start} (izsniegts ${offer.issuedOn}): līdz ${lastDay} plkst. 24:00.`,
        `${terms.objectionDays} days from ${start} (offer issued on ${offer.issuedOn}): until the end of ${lastDay}.`,
      ),
    used: () => [terms.used('objectionDays'), law.usedSetting('offerWindow.start', day(offer.issuedOn))],
  };
}

/** The customer may sign, pay or object within 30 days (II.11.2). */
export const objectionWindow = deadline({ name: 'objection-window', of: standing });

const customerDidNone: Condition = choose(customerDidNoneOfTheThree);
const isWarned: Condition = choose((facts) => facts.warning !== null);

export const lapsesWarned = whenPassed(objectionWindow, 'warned before', {
  clause: 'II.11.3',
  says: 'The window is over and the warning has gone out before.',
  possible: { isWarned, customerDidNone },
  write: passingOf(objectionWindow),
});

export const lapses = whenPassed(objectionWindow, 'unanswered', {
  clause: 'II.11.3',
  says: 'The window is over and the customer has neither signed, paid nor objected.',
  possible: { customerDidNone },
  write: passingOf(objectionWindow),
});
