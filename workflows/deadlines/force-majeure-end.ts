import { day, dayAfterMonths, laterOf } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { ended, finishedWorksAreOwed, undecided } from '../acts/ending/ended.ts';
import type { Writing } from '../acts/way.ts';
import { type Standing as Condition, choose } from '../conditions/verdict.ts';
import { termsOf, worksHaveStarted } from '../derived.ts';
import { notice, voidInvoice } from '../effects.ts';
import { type DeadlineState, deadline, hasEnded, type Situation, type Standing } from './deadline.ts';
import { type Passed, whenPassed } from './passing.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts } = situation;
  if (!facts.forceMajeure) return null;
  const from = day(facts.forceMajeure.startedOn);
  const terms = termsOf(facts, law, from);
  const earliestDay = dayAfterMonths(from, terms.forceMajeureMonths);
  const over =
    hasEnded(situation) ||
    facts.forceMajeure.endedOn !== null ||
    facts.forceMajeure.newTermAgreed ||
    !worksHaveStarted(facts);
  const state: DeadlineState = facts.ending?.reason === 'forceMajeure' ? 'met' : over ? 'void' : 'running';
  return {
    lastDay: null,
    earliestDay,
    awaits: 'nobody',
    clause: 'II.14.2.3',
    state,
    because: () =>
      say(
        `Apstākļi sākās ${from}; ja tie turpinās ilgāk par ${terms.forceMajeureMonths} mēnesi un nav jauna termiņa, līgums beidzas ${earliestDay}.`,
        `The circumstances began on ${from}; if they last longer than ${terms.forceMajeureMonths} month and no new term is agreed, the contract ends on ${earliestDay}.`,
      ),
    used: () => [terms.used('forceMajeureMonths')],
  };
}

/** Force majeure of more than a month ends a contract whose works had started, without a new term (II.14.2.3). */
export const forceMajeureEnd = deadline({ name: 'force-majeure-end', of: standing });

const endsForForceMajeure: Condition = choose(
  (facts) =>
    facts.forceMajeure !== null &&
    facts.forceMajeure.endedOn === null &&
    !facts.forceMajeure.newTermAgreed &&
    worksHaveStarted(facts),
);

const write: Writing<Passed> = (facts, event) => {
  const months = termsOf(facts, event.law, day(event.today)).forceMajeureMonths;
  const exceeded = dayAfterMonths(day(facts.forceMajeure!.startedOn), months);
  const on = laterOf(exceeded, day(facts.worksStartedOn!)).toString();
  return ended(
    { reason: 'forceMajeure', clause: 'II.14.2.3', by: 'clause', on, reasons: null },
    undecided(facts),
  );
};

const says = 'Works had started, the circumstances last longer than a month and no new term is agreed.';

export const circumstancesLastInvoiceStands = whenPassed(forceMajeureEnd, 'invoice stands', {
  clause: 'II.14.2.3',
  says,
  possible: { endsForForceMajeure, finishedWorksAreOwed },
  write,
  effects: [notice('N-END')],
});

export const circumstancesLast = whenPassed(forceMajeureEnd, 'invoice void', {
  clause: 'II.14.2.3',
  says,
  possible: { endsForForceMajeure },
  write,
  effects: [voidInvoice, notice('N-END')],
});
