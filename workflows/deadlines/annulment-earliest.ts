import { day } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { annulmentEarliestDay, customerDidNoneOfTheThree, termsOf } from '../derived.ts';
import { type DeadlineState, deadline, type Situation, type Standing } from './deadline.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts, status } = situation;
  const received = facts.warning?.deemedReceivedOn;
  if (!received) return null;
  const terms = termsOf(facts, law, day(received));
  const earliestDay = annulmentEarliestDay(facts, law);
  if (!earliestDay) return null;
  const still = status === 'annulment-warned' && customerDidNoneOfTheThree(facts);
  const state: DeadlineState =
    status === 'annulled' ? 'met' : !still ? 'void' : facts.annulmentHold ? 'frozen' : 'running';
  const automatic = law.setting('annulment.mode', earliestDay) === 'automatic';
  return {
    lastDay: null,
    earliestDay,
    awaits: 'customer',
    clause: 'II.11.3',
    state,
    because: () =>
      say(
        `Brīdinājums saņemts ${received}; jāpaiet ${terms.annulmentWarningDays} pilnām dienām, tāpēc anulēt var no ${earliestDay}.`,
        `The warning was received on ${received}; ${terms.annulmentWarningDays} complete days must pass, so annulment is lawful from ${earliestDay}.`,
      ),
    used: () => [terms.used('annulmentWarningDays'), law.usedSetting('annulment.mode', earliestDay)],
    ...(automatic ? { clockDoes: 'application.annulled' as const } : {}),
  };
}

/** Annulment is lawful once the warning has run ten complete days (II.11.3); the clock annuls. */
export const annulmentEarliest = deadline({ name: 'annulment-earliest', of: standing });
