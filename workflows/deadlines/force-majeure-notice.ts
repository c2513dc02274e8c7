import { day } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { forceMajeureNoticeLastDay } from '../conditions/force-majeure.ts';
import { termsOf } from '../derived.ts';
import { deadline, type Situation, type Standing, stateByDone } from './deadline.ts';

function standing({ facts }: Situation, law: LawBook): Standing | null {
  const { forceMajeure } = facts;
  if (!forceMajeure) return null;
  const from = day(forceMajeure.startedOn);
  const terms = termsOf(facts, law, from);
  const lastDay = forceMajeureNoticeLastDay(facts, forceMajeure.startedOn, law);
  return {
    lastDay,
    earliestDay: null,
    awaits: 'nobody',
    clause: 'II.17.2',
    state: stateByDone(lastDay, day(forceMajeure.noticedOn), undefined),
    because: () =>
      say(
        `Nepārvarama vara sākās ${from}; par to jāpaziņo līdz ${lastDay}. Paziņots ${forceMajeure.noticedOn}.`,
        `Force majeure began on ${from}; notice was due until ${lastDay}. Notified on ${forceMajeure.noticedOn}.`,
      ),
    used: () => [terms.used('forceMajeureNoticeDays')],
  };
}

/** Force majeure is notified within five days (II.17.2). */
export const forceMajeureNotice = deadline({ name: 'force-majeure-notice', of: standing });
