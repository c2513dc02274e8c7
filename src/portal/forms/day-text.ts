import type { Language } from '../../law/words.ts';

/** Days as people type them. */

const ISO = /^\d{4}-\d{2}-\d{2}$/;
/** `9.4.2025`, `09.04.2025.`, `09/04/2025`, `9. 4. 2025`: day, month, year. */
const DAY_FIRST = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\.?$/;

/** The typed day as `2025-04-09`. What is no day stays as it is, for the service to refuse. */
export function isoDayOf(typed: string): string {
  const parts = typed.trim().match(DAY_FIRST);
  if (!parts) return typed.trim();
  const [, dayOfMonth, month, year] = parts as unknown as [string, string, string, string];
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
}

/** An ISO day as it is typed in the language; anything else as it is. */
export function typedDay(language: Language, value: string): string {
  if (!ISO.test(value)) return value;
  const [year, month, dayOfMonth] = value.split('-');
  return language === 'lv' ? `${dayOfMonth}.${month}.${year}` : `${dayOfMonth}/${month}/${year}`;
}
