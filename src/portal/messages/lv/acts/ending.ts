import type { ActWords } from '../../act-words.ts';
import { plural } from '../../message.ts';
import { namesInLatvian } from '../../names/lv.ts';

export const ending = {
  'force-majeure.notified': {
    act: 'Paziņot par nepārvaramu varu',
    event: 'Paziņots par nepārvaramu varu',
    follows: 'Otra puse tiek informēta. Saistību izpilde tiek atlikta, kamēr apstākļi turpinās.',
    labels: { startedOn: 'Sākuma diena', event: 'Kas noticis' },
  },
  'force-majeure.ended': {
    act: 'Paziņot, ka nepārvarama vara beigusies',
    event: 'Nepārvarama vara beigusies',
    follows: 'Saistības jāpilda kā iepriekš.',
  },
  'ending.held': {
    act: 'Atlikt līguma izbeigšanu',
    event: 'Līguma izbeigšana atlikta',
    follows: 'Līgums nebeidzas pats no sevis, līdz atlikšanu atceļ.',
    inBulk: {
      confirm: plural({
        one: 'Atlikt izbeigšanu {count} lietā',
        other: 'Atlikt izbeigšanu {count} lietās',
      }),
      follows: 'Līgums nebeidzas pats samaksas kavējuma dēļ, līdz atlikšanu atceļ.',
    },
  },
  'hold.released': {
    act: 'Atcelt atlikšanu',
    event: 'Atlikšana atcelta',
    follows: 'Termiņi atkal darbojas kā parasti.',
    inBulk: {
      confirm: plural({
        one: 'Atcelt atlikšanu {count} lietā',
        other: 'Atcelt atlikšanu {count} lietās',
      }),
      follows: 'Pulkstenis turpina no šodienas: kam pienācis laiks, tas notiek.',
    },
  },
  'owner.changed': {
    act: 'Paziņot par īpašnieka maiņu',
    event: 'Mainījies objekta īpašnieks',
    follows: 'Līgums ar līdzšinējo īpašnieku beidzas, un tiek veikts galīgais norēķins.',
    labels: { newOwner: 'Jaunais īpašnieks' },
  },
  'contract.withdrawn': {
    act: 'Atteikties no līguma',
    event: 'Klients atteicies no līguma',
    follows:
      'Līgums beidzas. Samaksāto atmaksā, atskaitot to, kas līgumā paredzēts; Jūs saņemat apstiprinājumu.',
    labels: { form: 'Atteikuma veids', dispatchedOn: 'Kad atteikums nosūtīts' },
    hints: { dispatchedOn: 'Atteikumam pa pastu: nosūtīšanas diena.' },
    choices: { form: { portal: 'Portālā', paper: 'Uz papīra' } },
  },
  'contract.terminated': {
    act: 'Izbeigt līgumu',
    event: 'Operators izbeidzis līgumu',
    follows: 'Darbība gaida otru personu. Kad tā apstiprināta, līgums beidzas un klients saņem paziņojumu.',
    labels: { reason: 'Izbeigšanas iemesls', facts: 'Fakti' },
    hints: {
      facts: 'Ar pierādījumiem: datumi, vēstules, pārbaudes.',
      reasons: 'Šo tekstu klients saņem vēstulē.',
    },
    choices: { reason: namesInLatvian.ending },
  },
} satisfies Readonly<Record<string, ActWords>>;
