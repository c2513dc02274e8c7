import { day, lastDayWithin } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { connectionClockStart, connectionIsMade, replacesOldInstallation, termsOf } from '../derived.ts';
import { deadline, hasEnded, type Situation, type Standing, stateByDone } from './deadline.ts';

function standing(situation: Situation, law: LawBook): Standing | null {
  const { facts } = situation;
  const start = connectionClockStart(facts, law);
  if (!start) return null;
  const terms = termsOf(facts, law, start);
  const replacing = replacesOldInstallation(facts);
  const name = replacing ? 'connectionDaysReplacing' : 'connectionDays';
  const lastDay = lastDayWithin(start, terms[name]);
  const done = facts.connected && connectionIsMade(facts) ? day(facts.connected.on) : null;
  return {
    lastDay,
    earliestDay: null,
    awaits: 'operator',
    clause: replacing ? 'II.4.2' : 'II.4.1',
    state: hasEnded(situation) && !done ? 'void' : stateByDone(lastDay, done, facts.passed.connection),
    because: () =>
      say(
        `${terms[name]} dienas no ${start} (vēlākā no gatavības un pabeigšanas dienas): līdz ${lastDay}.`,
        `${terms[name]} days from ${start} (the later of readiness and completion): until ${lastDay}.`,
      ),
    used: () => [terms.used(name), law.usedSetting('connectionClock.start', start)],
  };
}

/** The object is connected within 10 days, or 30 where an old connection is replaced (II.4.1, II.4.2). */
export const connection = deadline({
  name: 'connection',
  of: standing,
  isStillToCome: (facts) => facts.connected === null,
  flag: () => 'connection-breach',
});
