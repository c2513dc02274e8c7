import type { ActWords } from '../../act-words.ts';
import { plural } from '../../message.ts';

export const offer = {
  'offer.issued': {
    act: 'Izsniegt piedāvājumu',
    event: 'Izsniegts piedāvājums',
    follows:
      'Klients saņem līguma I daļu un avansa rēķinu. Sāk ritēt laiks, kurā var parakstīt, samaksāt vai iebilst.',
    labels: { termOn: 'Līguma termiņš' },
  },
  'contract.signed': {
    act: 'Parakstīt līgumu',
    event: 'Līgums parakstīts',
    follows:
      'Kad parakstījušas abas puses, līgums stājas spēkā. Vēl nesamaksātais ir jāsamaksā līdz rēķina termiņam.',
    labels: { form: 'Paraksta veids', signedAt: 'Kad parakstīts' },
    hints: { signedAt: 'Ja parakstāt tagad, atstājiet tukšu.' },
    choices: {
      form: {
        portal: 'Portālā',
        'handwritten-identifiable': 'Ar roku, parakstītājs identificēts',
        'esign-timestamped': 'Ar drošu e-parakstu un laika zīmogu',
      },
    },
  },
  'offer.objected': {
    act: 'Iebilst pret piedāvājumu',
    event: 'Iesniegti iebildumi',
    follows:
      'Operators izskata iebildumus un atbild: precizē piedāvājumu vai noraida ar pamatojumu. Līdz atbildei līgums nav noslēgts.',
    labels: { reasons: 'Jūsu iebildumi' },
    hints: { reasons: 'Paskaidrojiet, ar ko neesat mierā. Operators sniegs pamatotu atbildi.' },
  },
  'offer.revised': {
    act: 'Izsniegt precizētu piedāvājumu',
    event: 'Izsniegts precizēts piedāvājums',
    follows: 'Klients saņem precizētu piedāvājumu un rēķinu. Laiks atbildei sākas no jauna.',
    labels: { termOn: 'Līguma termiņš' },
  },
  'objection.rejected': {
    act: 'Noraidīt iebildumus',
    event: 'Iebildumi noraidīti',
    follows: 'Klients saņem pamatotu atbildi. Piedāvājums paliek spēkā tāds, kāds bija.',
    hints: { reasons: 'Šo tekstu klients saņem vēstulē.' },
  },
  'annulment.warned': {
    act: 'Brīdināt par anulēšanu',
    event: 'Nosūtīts brīdinājums par anulēšanu',
    follows: 'Klients saņem brīdinājumu. Pieteikumu drīkst anulēt tikai pēc brīdinājuma termiņa.',
    inBulk: {
      confirm: plural({
        one: 'Nosūtīt {count} brīdinājumu',
        other: 'Nosūtīt {count} brīdinājumus',
      }),
      follows:
        'Katrs klients saņem brīdinājumu. Ja klients neparaksta, nesamaksā un neiebilst, pieteikumu anulē ne agrāk kā brīdinājumā norādītajā dienā.',
    },
  },
  'application.annulled': {
    act: 'Anulēt pieteikumu',
    event: 'Pieteikums anulēts',
    follows: 'Pieteikums beidzas. Klients saņem paziņojumu, un saņemtā nauda jāatmaksā.',
  },
  'annulment.held': {
    act: 'Atlikt anulēšanu',
    event: 'Anulēšana atlikta',
    follows: 'Pieteikums netiek anulēts, līdz atlikšanu atceļ.',
    inBulk: {
      confirm: plural({
        one: 'Atlikt anulēšanu {count} lietā',
        other: 'Atlikt anulēšanu {count} lietās',
      }),
      follows: 'Brīdinājums un anulēšana nenotiek paši, līdz atlikšanu atceļ.',
    },
  },
} satisfies Readonly<Record<string, ActWords>>;
