import { type Day, day, daysBetween } from '../../law/days.ts';
import type { Translate } from '../messages/translate.ts';

/** `šodien`, `pēc 3 dienām`, `pirms 2 dienām`. */
export function daysLeft(t: Translate, today: Day, iso: string): string {
  const days = daysBetween(today, day(iso));
  if (days === 0) return t('common.when.today');
  if (days === 1) return t('common.when.tomorrow');
  if (days === -1) return t('common.when.yesterday');
  return days > 0 ? t('common.when.inDays', { count: days }) : t('common.when.daysAgo', { count: -days });
}
