import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { type Standing as Condition, choose } from '../conditions/verdict.ts';
import { debtSurvives, demanded, demandIsMet } from '../derived.ts';
import { type DeadlineState, deadline, hasEnded, type Situation, type Standing } from './deadline.ts';
import { passingOf, whenPassed } from './passing.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts } = situation;
  const demand = facts.inForceOn ? demanded(facts) : null;
  if (!demand) return null;
  const missed = facts.passed['payment-due'] === demand.dueOn.toString();
  const state: DeadlineState = missed
    ? 'missed'
    : demandIsMet(facts)
      ? 'met'
      : hasEnded(situation) && !debtSurvives(facts)
        ? 'void'
        : 'running';
  const moved = !facts.finalInvoice && facts.offer && facts.paymentDueOn !== facts.offer.paymentDueOn;
  return {
    lastDay: demand.dueOn,
    earliestDay: null,
    awaits: 'customer',
    clause: 'II.10.2',
    state,
    because: () =>
      moved
        ? say(
            `Rēķina termiņš pēc noslēgšanas ${facts.inForceOn} pārcelts uz ${demand.dueOn}; tas nav agrāk par iebildumu termiņa beigām.`,
            `After conclusion on ${facts.inForceOn} the due date moved to ${demand.dueOn}; it is not before the end of the objection window.`,
          )
        : say(
            `Rēķinā norādītais samaksas termiņš ir ${demand.dueOn}.`,
            `The due date on the invoice is ${demand.dueOn}.`,
          ),
    used: () => [law.usedSetting('dueDate.daysAfterConclusion', demand.dueOn)],
  };
}

/** What the invoice demands is due on its day (II.10.2). */
export const paymentDue = deadline({
  name: 'payment-due',
  of: standing,
  isStillToCome: (facts) => !demandIsMet(facts),
});

const demandIsNotMet: Condition = choose((facts) => !demandIsMet(facts));

export const becomesOverdue = whenPassed(paymentDue, 'unpaid', {
  clause: 'II.10.2',
  says: 'The due date has passed and what was demanded is not on the account.',
  possible: { demandIsNotMet },
  write: passingOf(paymentDue),
});
