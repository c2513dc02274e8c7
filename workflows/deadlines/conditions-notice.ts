import { day } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { noticeLastDay } from '../conditions/suspension.ts';
import { termsOf } from '../derived.ts';
import { deadline, type Situation, type Standing, stateByDone } from './deadline.ts';

function standing({ facts }: Situation, law: LawBook): Standing | null {
  const current = facts.suspensions.findLast((one) => one.reason === 'adverse-conditions');
  if (!current) return null;
  const from = day(current.from);
  const including = law.setting('suspension.noticeCounting', from) === 'includingFirstDay';
  const lastDay = noticeLastDay(facts, current.from, including, law);
  const terms = termsOf(facts, law, from);
  return {
    lastDay,
    earliestDay: null,
    awaits: 'nobody',
    clause: 'II.13.1.3',
    state: stateByDone(lastDay, day(current.noticedOn), undefined),
    because: () =>
      say(
        `Apstākļi sākās ${from}; par tiem jāpaziņo ${terms.adverseConditionsNoticeDays} dienās, līdz ${lastDay}. Paziņots ${current.noticedOn}.`,
        `The conditions began on ${from}; notice was due within ${terms.adverseConditionsNoticeDays} days, until ${lastDay}. Notified on ${current.noticedOn}.`,
      ),
    used: () => [
      terms.used('adverseConditionsNoticeDays'),
      law.usedSetting('suspension.noticeCounting', from),
    ],
  };
}

/** Conditions unfit for building are notified within five days (II.13.1.3). */
export const conditionsNotice = deadline({ name: 'conditions-notice', of: standing });
