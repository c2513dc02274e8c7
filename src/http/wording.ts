import { wordsOf } from '../law/fees/request-wording.ts';
import { say, type Words } from '../law/words.ts';

/** The sentences about single fields. Schemas may bring their own in English; their Latvian stands here or, for a quote,
 *  beside its schema. */

/** What a schema without an own sentence answers with, so that `field-errors.ts` tells the two apart. */
export const WITHOUT_WORDS = '\u0000';

export const UNSTORABLE_TEXT = say(
  'satur nederīgas rakstzīmes',
  'holds characters that are not text (NUL or half a pair)',
);
export const REQUIRED = say('ir jānorāda', 'is required');
export const UNKNOWN_FIELD = say('nav zināms lauks', 'is not a known field');
export const EMPTY = say('nedrīkst būt tukšs', 'must not be empty');
export const NO_SUCH_FORM = say(
  'neatbilst nevienai pieļautajai formai',
  'has none of the forms that are possible here',
);
export const INVALID = say('nav derīgs', 'is not valid');

export const mustBe = (expected: string, found: string): Words =>
  say(`jābūt: ${expected}, ir: ${found}`, `must be of type ${expected}, found ${found}`);

export const oneOf = (values: readonly unknown[]): Words =>
  say(`jābūt vienam no: ${values.join(', ')}`, `must be one of: ${values.join(', ')}`);

export const atLeast = (least: number | bigint, what: 'characters' | 'items' | 'value'): Words =>
  limit('vismaz', 'at least', least, what);

export const atMost = (most: number | bigint, what: 'characters' | 'items' | 'value'): Words =>
  limit('ne vairāk kā', 'at most', most, what);

function limit(
  lv: string,
  en: string,
  count: number | bigint,
  what: 'characters' | 'items' | 'value',
): Words {
  switch (what) {
    case 'characters':
      return say(`jābūt ${lv} ${count} rakstzīmēm`, `must have ${en} ${count} characters`);
    case 'items':
      return say(`jābūt ${lv} ${count} vienībām`, `must have ${en} ${count} items`);
    case 'value':
      return say(`jābūt ${lv} ${count}`, `must be ${en} ${count}`);
  }
}

const FORMATS: Readonly<Record<string, Words>> = {
  date: say('jābūt datumam, piemēram, 2025-03-10', 'must be a date like 2025-03-10'),
  datetime: say(
    'jābūt laikam ar nobīdi vai Z, piemēram, 2025-03-10T10:00:00+02:00',
    'must be an instant with offset or Z, like 2025-03-10T10:00:00+02:00',
  ),
  email: say('jābūt e-pasta adresei', 'must be an e-mail address'),
};

export const formatted = (format: string): Words =>
  FORMATS[format] ?? say('nav pareizā formā', 'has not the right form');

const LATVIAN: Readonly<Record<string, string>> = {
  'an amount in EUR with two decimals, as a string':
    'jābūt summai EUR ar diviem cipariem aiz punkta, kā tekstam',
  'an amount above 0.00': 'summai jābūt lielākai par 0.00',
  'a decimal number in a string': 'jābūt decimālskaitlim tekstā',
  'a ratio from 0 to 1, as a string': 'jābūt attiecībai no 0 līdz 1 tekstā',
  'a date like 2021-06-30': 'jābūt datumam, piemēram, 2021-06-30',
  'a whole number from 0 to 3650': 'jābūt veselam skaitlim no 0 līdz 3650',
  'a whole number from 0 to 110000': 'jābūt veselam skaitlim no 0 līdz 110000',
  'a personal code of eleven digits': 'jābūt personas kodam ar vienpadsmit cipariem',
  'a registration number of eleven digits': 'jābūt reģistrācijas numuram ar vienpadsmit cipariem',
  'a phone number': 'jābūt tālruņa numuram',
  'text that can be read': 'jābūt salasāmam tekstam',
  'text without control characters or marks of direction':
    'jābūt tekstam bez vadības rakstzīmēm un virziena zīmēm',
  'text in one line, without characters that do not show':
    'jābūt tekstam vienā rindā, bez neredzamām rakstzīmēm',
  'name at least one changed detail': 'norādiet vismaz vienu mainīto ziņu',
  'must be a whole number from 1 to 200': 'jābūt veselam skaitlim no 1 līdz 200',
  'must be a whole number from 1 to 10000': 'jābūt veselam skaitlim no 1 līdz 10000',
  'must be a year like 2025': 'jābūt gadam, piemēram, 2025',
  'must be 1 to 200 printable ASCII characters': 'jābūt 1 līdz 200 drukājamām ASCII rakstzīmēm',
  'must be the version of the case, like "7"': 'jābūt lietas versijai, piemēram, "7"',
  'must be an ISO 8601 duration like P30D or PT12H': 'jābūt ISO 8601 ilgumam, piemēram, P30D vai PT12H',
  'either now or advance is required, not both': 'jānorāda vai nu now, vai advance, nevis abi',
  'who makes the design is required where one is needed': 'jānorāda, kas veic projektēšanu',
  'who chooses the contractor is required where one is needed': 'jānorāda, kas izvēlas būvdarbu veicēju',
};

/** A sentence that a schema brought along; those that only name what is wanted get their verb. */
export function ofTheSchema(message: string): Words {
  const en = /^(an? |text )/.test(message) ? `must be ${message}` : message;
  return say(LATVIAN[message] ?? wordsOf(message).lv, en);
}
