import type { IsoDay } from '../law/days.ts';
import { en, lv } from '../law/fees/spoken.ts';
import { type Language, PLURALS } from '../law/words.ts';

/** Days, amounts and clauses in the forms that a sentence of each language needs. */
export interface Speech {
  /** „2025. gada 9. aprīlī” · “on 9 April 2025” */
  on(day: IsoDay): string;
  /** „līdz 2025. gada 9. aprīlim” · “until 9 April 2025” */
  until(day: IsoDay): string;
  /** „no 2025. gada 9. aprīļa” · “from 9 April 2025” */
  from(day: IsoDay): string;
  /** „2025. gada 9. aprīlis” · “9 April 2025” */
  day(day: IsoDay): string;
  /** „2025. gada 9. aprīļa” (kā? – lēmums) · “9 April 2025” */
  of(day: IsoDay): string;
  /** „09.04.2025.” · “9 April 2025”, for tables */
  short(day: IsoDay): string;
  /** „30 dienas”, „21 diena” · “30 days” */
  days(count: number): string;
  /** „30 dienu” (laikā) · “30 days” */
  ofDays(count: number): string;
  eur(amount: string): string;
  percent(ratio: string): string;
  number(value: string): string;
  /** „II daļas 11.3. punkts” · “clause 11.3 of Part II” */
  clause(clause: string): string;
}

const MONTHS_LV = {
  nominative: [
    'janvāris',
    'februāris',
    'marts',
    'aprīlis',
    'maijs',
    'jūnijs',
    'jūlijs',
    'augusts',
    'septembris',
    'oktobris',
    'novembris',
    'decembris',
  ],
  genitive: [
    'janvāra',
    'februāra',
    'marta',
    'aprīļa',
    'maija',
    'jūnija',
    'jūlija',
    'augusta',
    'septembra',
    'oktobra',
    'novembra',
    'decembra',
  ],
  dative: [
    'janvārim',
    'februārim',
    'martam',
    'aprīlim',
    'maijam',
    'jūnijam',
    'jūlijam',
    'augustam',
    'septembrim',
    'oktobrim',
    'novembrim',
    'decembrim',
  ],
  locative: [
    'janvārī',
    'februārī',
    'martā',
    'aprīlī',
    'maijā',
    'jūnijā',
    'jūlijā',
    'augustā',
    'septembrī',
    'oktobrī',
    'novembrī',
    'decembrī',
  ],
} as const;

const NO_BREAK = '\u00a0';

/** „2025. gada 9. aprīlis”: the parts of a date stay on one line. */
function latvianDay(day: IsoDay, form: keyof typeof MONTHS_LV): string {
  const { year, month, day: dayOfMonth } = Temporal.PlainDate.from(day);
  return `${year}.${NO_BREAK}gada ${dayOfMonth}.${NO_BREAK}${MONTHS_LV[form][month - 1]}`;
}

const counted = (language: Language, count: number, one: string, other: string): string =>
  `${count}${NO_BREAK}${PLURALS[language].select(count) === 'one' ? one : other}`;

const PART_OF_CLAUSE = /^(I|II)\.(\d[\d.]*)$/;

function latvianClause(clause: string): string {
  const [, part, number] = PART_OF_CLAUSE.exec(clause) ?? [];
  if (part) return `${part}${NO_BREAK}daļas ${number}.${NO_BREAK}punkts`;
  if (clause.startsWith('II.def')) return `II${NO_BREAK}daļas terminu skaidrojums`;
  return clause
    .replace('VAT Act ', 'Pievienotās vērtības nodokļa likuma ')
    .replace(/(\d+)$/, `$1.${NO_BREAK}pants`);
}

function englishClause(clause: string): string {
  const [, part, number] = PART_OF_CLAUSE.exec(clause) ?? [];
  if (part) return `clause${NO_BREAK}${number} of Part${NO_BREAK}${part}`;
  if (clause.startsWith('II.def')) return `definitions of Part${NO_BREAK}II`;
  return clause.replace(/(\d+)$/, `section${NO_BREAK}$1`);
}

const LATVIAN: Speech = {
  on: (day) => latvianDay(day, 'locative'),
  until: (day) => `līdz ${latvianDay(day, 'dative')}`,
  from: (day) => `no ${latvianDay(day, 'genitive')}`,
  day: (day) => latvianDay(day, 'nominative'),
  of: (day) => latvianDay(day, 'genitive'),
  short: lv.date,
  days: (count) => counted('lv', count, 'diena', 'dienas'),
  ofDays: (count) => counted('lv', count, 'dienas', 'dienu'),
  eur: (amount) => lv.eur(amount).replaceAll(' ', NO_BREAK),
  percent: (ratio) => lv.percent(ratio).replaceAll(' ', NO_BREAK),
  number: lv.number,
  clause: latvianClause,
};

const englishDay = (day: IsoDay): string => en.date(day).replace(' ', NO_BREAK);
const englishDays = (count: number): string => counted('en', count, 'day', 'days');

const ENGLISH: Speech = {
  on: (day) => `on ${englishDay(day)}`,
  until: (day) => `until ${englishDay(day)}`,
  from: (day) => `from ${englishDay(day)}`,
  day: englishDay,
  of: englishDay,
  short: englishDay,
  days: englishDays,
  ofDays: englishDays,
  eur: (amount) => en.eur(amount).replaceAll(' ', NO_BREAK),
  percent: (ratio) => en.percent(ratio).replaceAll(' ', NO_BREAK),
  number: en.number,
  clause: englishClause,
};

export const SPEECH: Readonly<Record<Language, Speech>> = { lv: LATVIAN, en: ENGLISH };
