import type { Clause } from '../clauses.ts';
import { say, type Words } from '../words.ts';
import { CLAUSE } from './component.ts';

/** What is wrong with a field of a quote request. The schema carries the English text, so that it reads anywhere;
 *  {@link wordsOf} finds the Latvian one beside it. */
export const WRONG = {
  amount: say(
    'summa eiro jāraksta kā teksts ar tieši diviem cipariem aiz punkta, ne mazāka par 0.00 (piemēram, "2400.00")',
    'an amount in EUR is a string with exactly two decimals, not below 0.00 (for example "2400.00")',
  ),
  ampere: say(
    'strāvai ampēros jābūt lielākai par 0 un rakstītai kā tekstam (piemēram, "25")',
    'the current in amperes is above 0 and written as a string (for example "25")',
  ),
  volt: say(
    'spriegumam voltos jābūt lielākam par 0 un rakstītam kā tekstam (piemēram, "400")',
    'the voltage in volts is above 0 and written as a string (for example "400")',
  ),
  voltTooHigh: say(
    'spriegums pārsniedz 110 kV: tas nav sadales sistēmas pieslēgums',
    'the voltage is above 110 kV: that is not a connection to the distribution system',
  ),
  distance: say(
    'attālums metros jāraksta kā decimālskaitlis tekstā, ne mazāks par 0 (piemēram, "49.50")',
    'the distance in metres is a decimal number in a string, not below 0 (for example "49.50")',
  ),
  devicesDoNotAddUp: say(
    'ievadaizsardzības aparātu nominālo strāvu summa nav vienāda ar connection.ampere',
    'the rated currents of the entry devices do not add up to connection.ampere',
  ),
  devices: say('jānorāda vismaz viens ievadaizsardzības aparāts', 'at least one entry device is to be named'),
  temporary: say(
    'pagaidu pieslēgumu ierīko un tur klients; pieslēguma maksu tam neaprēķina',
    'a temporary connection is built and held by the customer; no connection fee is computed for it',
  ),
  date: say(
    'datums jāraksta kā YYYY-MM-DD, un tādai dienai jābūt kalendārā',
    'a date is written YYYY-MM-DD and is a day of the calendar',
  ),
  rulesEndBeforeIssue: say(
    'tehnisko noteikumu derīgums beidzas pirms to izsniegšanas',
    'the technical rules end before they were issued',
  ),
  interruptionEndsBeforeStart: say(
    'pārtraukums beidzas pirms sākuma',
    'the interruption ends before it starts',
  ),
  months: say(
    'atliktā maksājuma ilgums ir vesels mēnešu skaits no 1 līdz 1200',
    'the length of a deferral is a whole number of months from 1 to 1200',
  ),
  monthsFromServiceContract: say(
    'jānorāda vesels mēnešu skaits no 0 līdz 1200',
    'a whole number of months from 0 to 1200 is expected',
  ),
  instalments: say(
    'maksājumu skaitam jābūt veselam skaitlim, ar kuru atlikšanas mēneši dalās bez atlikuma',
    'the number of instalments is a whole number that divides the months of the deferral evenly',
  ),
  ratio: say(
    'likme jāraksta kā decimālskaitlis tekstā no 0 līdz 1 (piemēram, "0.21")',
    'a rate is a decimal number from 0 to 1 in a string (for example "0.21")',
  ),
  bothLoadUnits: say(
    'norāda vai nu costs.loadUnit, vai loadUnitPrice, nevis abus',
    'either costs.loadUnit or loadUnitPrice is given, not both',
  ),
  flag: say('jānorāda true vai false', 'true or false is expected'),
  text: say('jānorāda teksts līdz 300 zīmēm', 'a text of up to 300 characters is expected'),
  object: say('jānorāda JSON objekts', 'a JSON object is expected'),
  unknown: say('šāda lauka cenas pieprasījumā nav', 'a quote request has no such field'),
  regime: say('jānorāda "auto", "1/8" vai "1/7"', '"auto", "1/8" or "1/7" is expected'),
  edition: say('jānorāda "verified" vai "reported"', '"verified" or "reported" is expected'),
  component: say('šādas maksas sastāvdaļas nav', 'the fee has no such component'),
} as const satisfies Record<string, Words>;

const byEnglish = new Map<string, Words>(Object.values(WRONG).map((words) => [words.en, words]));

export const wordsOf = (english: string): Words => byEnglish.get(english) ?? { lv: english, en: english };

/** Clause that asks for a field, by the longest beginning of its path that is listed. */
const CLAUSES: Readonly<Record<string, Clause>> = {
  concludedOn: CLAUSE.comparison,
  regime: CLAUSE.comparison,
  technicalRules: CLAUSE.comparison,
  connection: CLAUSE.technicalParameters,
  'connection.entryDevices': CLAUSE.entryDevice,
  'connection.distanceM': CLAUSE.loadUnit,
  'connection.planReference': CLAUSE.loadUnit,
  'connection.customerChoseContractor': CLAUSE.split,
  'connection.temporary': CLAUSE.temporary,
  'costs.design': CLAUSE.design,
  'costs.construction': CLAUSE.construction,
  'costs.loadUnit': CLAUSE.loadUnit,
  'costs.capacityMaintenance': CLAUSE.capacityMaintenance,
  'costs.connecting': CLAUSE.connecting,
  'costs.attributable': CLAUSE.attributable,
  'costs.actual': CLAUSE.actual,
  loadUnitPrice: CLAUSE.loadUnit,
  operatorOrganisesDesign: CLAUSE.design,
  supplyInterruptedOrLoadReduced: CLAUSE.capacityMaintenance,
  interruption: CLAUSE.capacityMaintenance,
  deferral: CLAUSE.financing17,
  vatRate: CLAUSE.vat,
  reverseCharge: CLAUSE.reverseCharge,
};

export function clauseOfField(field: string): Clause {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const clause = CLAUSES[path];
    if (clause) return clause;
  }
  return CLAUSE.fee;
}
