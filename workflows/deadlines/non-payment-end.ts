import { day, laterOf } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { ended, nonPaymentEndsOn, undecided } from '../acts/ending/ended.ts';
import { type Standing as Condition, choose } from '../conditions/verdict.ts';
import { demanded, nonPaymentIsCured, worksHaveStarted } from '../derived.ts';
import { notice, voidInvoice } from '../effects.ts';
import { type DeadlineState, deadline, hasEnded, type Situation, type Standing } from './deadline.ts';
import { whenPassed } from './passing.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts } = situation;
  const demand = facts.inForceOn ? demanded(facts) : null;
  if (!demand || facts.passed['payment-due'] !== demand.dueOn.toString()) return null;
  const earliestDay = law.workingDays(demand.dueOn).nextAfter(demand.dueOn);
  const wakesOn = facts.endingReleasedOn ? laterOf(earliestDay, day(facts.endingReleasedOn)) : earliestDay;
  const ended = facts.ending?.reason === 'nonPayment';
  const over = hasEnded(situation) || nonPaymentIsCured(facts, law, earliestDay) || worksHaveStarted(facts);
  const state: DeadlineState = ended ? 'met' : over ? 'void' : facts.endingHold ? 'frozen' : 'running';
  return {
    lastDay: null,
    earliestDay: wakesOn,
    awaits: 'customer',
    clause: 'II.14.3.2',
    state,
    because: () =>
      say(
        `Samaksas termiņš bija ${demand.dueOn}; nākamā darba diena ir ${earliestDay}, un ar to līgums uzskatāms par izbeigtu.`,
        `The due date was ${demand.dueOn}; the next working day is ${earliestDay}, and with it the contract is deemed ended.`,
      ),
    used: () => [
      law.usedSetting('nonPayment.auto', earliestDay),
      law.usedSetting('calendar.movedWorkingDays', earliestDay),
    ],
  };
}

/** An unpaid contract is deemed ended with the next working day (II.14.3.2). */
export const nonPaymentEnd = deadline({ name: 'non-payment-end', of: standing });

const endsForNonPayment: Condition = choose(
  (facts, { today, law }) =>
    !nonPaymentIsCured(facts, law, day(today)) &&
    !worksHaveStarted(facts) &&
    facts.endingHold === null &&
    law.setting('nonPayment.auto', day(today)),
);

export const endsUnpaid = whenPassed(nonPaymentEnd, 'unpaid', {
  clause: 'II.14.3.2',
  says: 'Deemed ended with the next working day.',
  possible: { endsForNonPayment },
  write: (facts, event) =>
    ended(
      {
        reason: 'nonPayment',
        clause: 'II.14.3.2',
        by: 'clause',
        on: nonPaymentEndsOn(facts, event),
        reasons: null,
      },
      undecided(facts),
    ),
  effects: [voidInvoice, notice('N-END')],
});
