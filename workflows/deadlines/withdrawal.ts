import { day } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { termsOf, withdrawalLastDay } from '../derived.ts';
import { type DeadlineState, deadline, hasEnded, type Situation, type Standing } from './deadline.ts';
import { passingOf, whenPassed } from './passing.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts } = situation;
  const lastDay = withdrawalLastDay(facts, law);
  if (!lastDay) return null;
  const inForceOn = day(facts.inForceOn!);
  const terms = termsOf(facts, law, inForceOn);
  const used = facts.ending?.reason === 'withdrawal';
  const over = facts.passed.withdrawal === lastDay.toString();
  const state: DeadlineState = used ? 'met' : over ? 'missed' : hasEnded(situation) ? 'void' : 'running';
  return {
    lastDay,
    earliestDay: null,
    awaits: 'customer',
    clause: facts.application.customer?.kind === 'natural' ? 'II.15.2' : 'II.15.1',
    state,
    because: () =>
      say(
        `${terms.withdrawalDays} dienas no līguma spēkā stāšanās ${inForceOn}: līdz ${lastDay}.`,
        `${terms.withdrawalDays} days from entry into force on ${inForceOn}: until ${lastDay}.`,
      ),
    used: () => [terms.used('withdrawalDays'), law.usedSetting('days.consumerWithdrawalRoll', inForceOn)],
  };
}

/** The customer may withdraw within 14 days of entry into force (II.15). */
export const withdrawal = deadline({ name: 'withdrawal', of: standing });

export const periodIsOver = whenPassed(withdrawal, 'unused', {
  clause: 'II.15',
  says: 'The fourteen days are over.',
  write: passingOf(withdrawal),
});
