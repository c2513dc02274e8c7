import { day } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { termsOf } from '../derived.ts';
import type { Facts } from '../facts.ts';

/** II.17.2: the same count of five days as under 13.1.3. */
export function forceMajeureNoticeLastDay(facts: Facts, from: string, law: LawBook) {
  const days = termsOf(facts, law, day(from)).forceMajeureNoticeDays;
  return day(from).add({
    days: law.setting('suspension.noticeCounting', day(from)) === 'includingFirstDay' ? days - 1 : days,
  });
}
