import type { Day } from './days.ts';
import { say, type Words } from './words.ts';

/** Public holidays of Latvia by the Act on Holidays, Commemoration Days and Celebration Days, with the one-off days
 *  known so far. Later one-off days and moved working days are rows of the editable calendar. */
const FIXED: readonly { month: number; day: number; name: Words; substituted?: boolean }[] = [
  { month: 1, day: 1, name: say('Jaungada diena', 'New Year’s Day') },
  { month: 5, day: 1, name: say('Darba svētki', 'Labour Day') },
  {
    month: 5,
    day: 4,
    name: say('Neatkarības atjaunošanas diena', 'Restoration of Independence'),
    substituted: true,
  },
  { month: 6, day: 23, name: say('Līgo diena', 'Midsummer Eve') },
  { month: 6, day: 24, name: say('Jāņu diena', 'Midsummer Day') },
  { month: 11, day: 18, name: say('Proklamēšanas diena', 'Proclamation Day'), substituted: true },
  { month: 12, day: 24, name: say('Ziemassvētku vakars', 'Christmas Eve') },
  { month: 12, day: 25, name: say('Pirmie Ziemassvētki', 'Christmas Day') },
  { month: 12, day: 26, name: say('Otrie Ziemassvētki', 'Second Day of Christmas') },
  { month: 12, day: 31, name: say('Vecgada diena', 'New Year’s Eve') },
];

/** Days set for one year alone: the closing days of the Song Festival, the papal visit, the ice-hockey medal. */
const ONE_OFF: Readonly<Record<string, Words>> = {
  '2018-07-09': say('Dziesmu svētku noslēguma diena', 'closing day of the Song Festival'),
  '2018-09-24': say('pāvesta vizīte', 'papal visit'),
  '2023-05-29': say('hokeja izlases medaļa', 'ice-hockey medal'),
  '2023-07-10': say('Dziesmu svētku noslēguma diena', 'closing day of the Song Festival'),
};

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(n / 31), (n % 31) + 1);
}

function movableHolidays(year: number): [Day, Words][] {
  const easter = easterSunday(year);
  const firstOfMay = new Temporal.PlainDate(year, 5, 1);
  const mothersDay = firstOfMay.add({ days: ((7 - firstOfMay.dayOfWeek) % 7) + 7 });
  return [
    [easter.subtract({ days: 2 }), say('Lielā Piektdiena', 'Good Friday')],
    [easter, say('Pirmās Lieldienas', 'Easter Sunday')],
    [easter.add({ days: 1 }), say('Otrās Lieldienas', 'Easter Monday')],
    [mothersDay, say('Mātes diena', 'Mother’s Day')],
    [easter.add({ days: 49 }), say('Vasarsvētki', 'Pentecost')],
  ];
}

/** The holidays of a year by ISO date. A holiday of 4 May or 18 November on a weekend gives the next working day off. */
export function holidaysOfYear(year: number): ReadonlyMap<string, Words> {
  const holidays = new Map<string, Words>();
  for (const { month, day, name } of FIXED)
    holidays.set(new Temporal.PlainDate(year, month, day).toString(), name);
  for (const [on, name] of movableHolidays(year)) holidays.set(on.toString(), name);
  for (const [on, name] of Object.entries(ONE_OFF)) if (on.startsWith(`${year}-`)) holidays.set(on, name);
  for (const { month, day, name, substituted } of FIXED) {
    let on = new Temporal.PlainDate(year, month, day);
    if (!substituted || on.dayOfWeek < 6) continue;
    while (on.dayOfWeek > 5 || holidays.has(on.toString())) on = on.add({ days: 1 });
    holidays.set(on.toString(), say(`${name.lv} (pārcelta)`, `${name.en} (substitute day)`));
  }
  return holidays;
}
