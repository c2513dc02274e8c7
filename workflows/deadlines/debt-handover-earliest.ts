import { day, laterOf } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { debtSurvives, demanded, outstanding, termsOf, worksHaveStarted } from '../derived.ts';
import { type DeadlineState, deadline, hasEnded, type Situation, type Standing } from './deadline.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts } = situation;
  const demand = facts.inForceOn ? demanded(facts) : null;
  if (!demand || !worksHaveStarted(facts) || facts.passed['payment-due'] !== demand.dueOn.toString())
    return null;
  const terms = termsOf(facts, law, demand.dueOn);
  const afterDelay = law.earliestAfter(demand.dueOn, terms.debtDelayDays);
  const warned = facts.debtWarning?.deemedReceivedOn;
  const earliestDay = warned ? laterOf(afterDelay, day(warned).add({ days: 1 })) : afterDelay;
  const over = outstanding(facts).isZero() || (hasEnded(situation) && !debtSurvives(facts));
  const state: DeadlineState = facts.debtHandedOverOn ? 'met' : over ? 'void' : 'running';
  return {
    lastDay: null,
    earliestDay,
    awaits: 'operator',
    clause: 'II.10.5',
    state,
    because: () =>
      say(
        `Pirmā kavējuma diena ir ${demand.dueOn.add({ days: 1 })}; jāpaiet ${terms.debtDelayDays} dienām un brīdinājumam jābūt saņemtam${warned ? ` (${warned})` : ''}: nodot var no ${earliestDay}.`,
        `The first day of delay is ${demand.dueOn.add({ days: 1 })}; ${terms.debtDelayDays} days must pass and a warning must have been received${warned ? ` (${warned})` : ''}: lawful from ${earliestDay}.`,
      ),
    used: () => [terms.used('debtDelayDays')],
  };
}

/** A debt may be handed over after a warning and 60 days of delay (II.10.5). */
export const debtHandoverEarliest = deadline({ name: 'debt-handover-earliest', of: standing });
