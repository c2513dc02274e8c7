import type { Decimal } from 'decimal.js';
import type { IsoDay } from '../days.ts';
import type { Language, Words } from '../words.ts';
import { exact } from './exact.ts';

/** How numbers and dates read inside a sentence of each language. Groups of three are set apart from five digits on. */
interface Speech {
  number(value: Decimal | string): string;
  eur(value: Decimal | string): string;
  /** EUR per ampere: at least two decimals, more where the price has them. */
  eurPerAmpere(value: string): string;
  percent(ratio: Decimal | string): string;
  date(on: IsoDay): string;
}

const NO_BREAK_SPACE = '\u00a0';

function written(digits: string, group: string, mark: string): string {
  const point = digits.indexOf('.');
  const whole = point < 0 ? digits : digits.slice(0, point);
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return point < 0 ? grouped : grouped + mark + digits.slice(point + 1);
}

const decimal = (value: Decimal | string): Decimal => (typeof value === 'string' ? exact(value) : value);

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const speech = (group: string, mark: string, date: (on: IsoDay) => string): Speech => ({
  number: (value) => written(decimal(value).toFixed(), group, mark),
  eur: (value) => `${written(decimal(value).toFixed(2), group, mark)} EUR`,
  eurPerAmpere: (value) =>
    `${written(decimal(value).toFixed(Math.max(2, decimal(value).decimalPlaces())), group, mark)} EUR/A`,
  percent: (ratio) => `${written(decimal(ratio).times(100).toFixed(), group, mark)} %`,
  date,
});

export const lv = speech(NO_BREAK_SPACE, ',', (on) => {
  const [year, month, dayOfMonth] = on.split('-');
  return `${dayOfMonth}.${month}.${year}.`;
});

export const en = speech(',', '.', (on) => {
  const [year, month, dayOfMonth] = on.split('-');
  return `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]} ${year}`;
});

const SPEECH: Readonly<Record<Language, Speech>> = { lv, en };

/** One sentence written once for both languages where only numbers differ. */
export const inBoth = (write: (speech: Speech) => string): Words => ({
  lv: write(SPEECH.lv),
  en: write(SPEECH.en),
});

export const joined = (...sentences: readonly Words[]): Words => ({
  lv: sentences.map((one) => one.lv).join(' '),
  en: sentences.map((one) => one.en).join(' '),
});
