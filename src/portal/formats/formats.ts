import { Decimal } from 'decimal.js';
import type { Language } from '../../law/words.ts';

/** How dates, amounts and numbers are written on pages. Values come as ISO dates, RFC 3339 instants and decimal strings. */
export interface Formats {
  /** `2025. gada 9. aprīlis` · `9 April 2025` */
  date(iso: string): string;
  /** `09.04.2025.` · `9 Apr 2025`, for tables and for sentences that would inflect the long form. */
  shortDate(iso: string): string;
  /** `9. aprīlis` · `9 April` */
  dayAndMonth(iso: string): string;
  weekday(iso: string): string;
  /** `apr.` · `Apr` */
  month(iso: string): string;
  /** `09.04.2025. plkst. 14:05` · `9 Apr 2025, 14:05` in Riga */
  instant(at: string): string;
  /** `1234,50 EUR` · `1,234.50 EUR` */
  amount(eur: string): string;
  number(value: string | number): string;
  /** `0.21` → `21 %` */
  percent(ratio: string): string;
  list(items: readonly string[]): string;
}

const NO_BREAK_SPACE = '\u00a0';
const LOCALES: Readonly<Record<Language, string>> = { lv: 'lv-LV', en: 'en-GB' };

const exactly = (value: string): Intl.StringNumericLiteral => value as Intl.StringNumericLiteral;

function formatsOf(language: Language, timeZone: string): Formats {
  const locale = LOCALES[language];
  const days = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const long = days({ day: 'numeric', month: 'long', year: 'numeric' });
  const short =
    language === 'lv'
      ? days({ day: '2-digit', month: '2-digit', year: 'numeric' })
      : days({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayMonth = days({ day: 'numeric', month: 'long' });
  const weekdays = days({ weekday: 'long' });
  const months = days({ month: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const cents = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: 'min2',
  });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: 'min2' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

  const day = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  // The house writes 09.04.2025. with its last full stop, as letters and the sentences of the law kernel do.
  const shortDate = (iso: string): string => short.format(day(iso)) + (language === 'lv' ? '.' : '');
  return {
    date: (iso) => long.format(day(iso)),
    shortDate,
    dayAndMonth: (iso) => dayMonth.format(day(iso)),
    weekday: (iso) =>
      language === 'lv' ? weekdays.format(day(iso)).toLowerCase() : weekdays.format(day(iso)),
    month: (iso) => months.format(day(iso)),
    instant(at) {
      const on = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
      const clock = time.format(new Date(at));
      return language === 'lv'
        ? `${shortDate(on)} plkst.${NO_BREAK_SPACE}${clock}`
        : `${shortDate(on)}, ${clock}`;
    },
    amount: (eur) => `${cents.format(exactly(eur))}${NO_BREAK_SPACE}EUR`,
    number: (value) => plain.format(typeof value === 'number' ? value : exactly(value)),
    percent: (value) => `${plain.format(exactly(new Decimal(value).times(100).toFixed()))}${NO_BREAK_SPACE}%`,
    list: (items) => lists.format(items),
  };
}

const known = new Map<string, Formats>();

export function formatsFor(language: Language, timeZone: string): Formats {
  const key = `${language} ${timeZone}`;
  const found = known.get(key) ?? formatsOf(language, timeZone);
  known.set(key, found);
  return found;
}
