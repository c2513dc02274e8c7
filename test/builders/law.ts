import { type Edition, type LawBook, lawBook } from '../../src/law/law-book.ts';
import type { SettingName } from '../../src/law/settings/settings.ts';
import type { CalendarRow } from '../../src/law/working-days.ts';

/** Books of law that differ from the delivered one in what a test is about. */

const entered = (name: string, value: Edition['value']): Edition => ({
  name,
  value,
  since: '2018-01-01',
  source: 'order of the test',
  status: 'verified',
});

export const withSettings = (settings: Readonly<Partial<Record<SettingName, Edition['value']>>>): LawBook =>
  lawBook({ settings: Object.entries(settings).map(([name, value]) => entered(name, value)) });

/** People, not the clock, warn of an annulment and annul. */
export const annulmentByHand = withSettings({ 'annulment.mode': 'propose' });

export const daysOff = (days: readonly string[]): CalendarRow[] =>
  days.map((on) => ({ on, kind: 'day-off', name: 'entered for the test' }));

/** A reading of the table and days of the calendar that an administrator has entered. */
export const withCalendar = (
  calendar: readonly CalendarRow[],
  settings: Readonly<Partial<Record<SettingName, Edition['value']>>> = {},
): LawBook =>
  lawBook({ calendar, settings: Object.entries(settings).map(([name, value]) => entered(name, value)) });
