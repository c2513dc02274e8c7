import type { EventType } from '../../../../workflows/events.ts';
import type { ActWords } from '../act-words.ts';
import { plural } from '../message.ts';
import { agreement } from './acts/agreement.ts';
import { application } from './acts/application.ts';
import { arranged } from './acts/arranged.ts';
import { connection } from './acts/connection.ts';
import { delivery } from './acts/delivery.ts';
import { ending } from './acts/ending.ts';
import { money } from './acts/money.ts';
import { offer } from './acts/offer.ts';
import { parts } from './acts/parts.ts';
import { people } from './acts/people.ts';
import { personalData } from './acts/personal-data.ts';
import { works } from './acts/works.ts';

export const acts = {
  next: 'Turpināt',
  nextHint: 'Nākamajā solī redzēsiet, kas notiks, un tikai tad apstiprināsiet.',
  checkTitle: 'Pārbaudiet un apstipriniet',
  edit: 'Labot',
  case: 'Lieta',
  price: 'Klients maksā ar PVN',
  operatorShare: 'Operators sedz bez PVN',
  ignored: 'Maksā neietver',
  bothSides: 'Stājas spēkā tikai tad, kad to pašu apstiprina arī otra puse.',
  notNow:
    'Šī darbība šobrīd nav iespējama vai nav Jūsu ziņā. Atveriet lietu: tajā redzams, ko varat darīt tagad.',
  yes: 'Jā',
  no: 'Nē',
  empty: 'Nav norādīts',
  oneALine: 'Katru rindā atsevišķi.',
  wrong: {
    detail: 'Nekas nav mainīts. Izlabojiet šo un turpiniet.',
    required: 'Aizpildiet šo lauku.',
    notHere: 'Pie izvēlētā iemesla šo lauku neaizpilda. Atstājiet to tukšu.',
    day: 'Ierakstiet dienu, kas ir kalendārā, piemēram, 09.04.2025.',
    amount: 'Ierakstiet summu eiro ar ne vairāk kā diviem cipariem aiz komata, piemēram, 2400,00.',
    number: 'Ierakstiet skaitli, piemēram, 25.',
    email: 'Ierakstiet e-pasta adresi, piemēram, vards@piemers.lv.',
    phone: 'Ierakstiet tālruņa numuru, piemēram, +371 20000001.',
    choice: 'Izvēlieties vienu no iespējām.',
    tick: 'Atzīmējiet, lai turpinātu.',
  },
  withdrawal: {
    leave: 'Atkāpties no līguma',
    within: 'Līgums beidzas, izmantojot atteikuma tiesības, kas ir spēkā līdz {day}.',
    after:
      'Līgums beidzas. Atteikuma tiesības bija spēkā līdz {day}, tāpēc šī ir vienpusēja atkāpšanās no līguma; tā ir iespējama jebkurā laikā.',
    exit: 'Līgums beidzas. Šī ir vienpusēja atkāpšanās no līguma; tā ir iespējama jebkurā laikā.',
    refunded: plural({
      one: 'Visu samaksāto atmaksā {count} dienas laikā. Apstiprinājumu nosūta vēstulē.',
      other: 'Visu samaksāto atmaksā {count} dienu laikā. Apstiprinājumu nosūta vēstulē.',
    }),
    refundDecided:
      'Cik no samaksātā atmaksā, Operators izlemj un pamato: to var samazināt par pierādītām izmaksām. Apstiprinājumu nosūta vēstulē.',
  },
  parts,
  arranged,
  /** Acts by their type: each entry stands in the file of its group. */
  of: {
    ...agreement,
    ...application,
    ...connection,
    ...delivery,
    ...ending,
    ...money,
    ...offer,
    ...people,
    ...personalData,
    ...works,
    'deadline.passed': { act: 'Termiņa iestāšanās', event: 'Pagājis termiņš' },
  } satisfies Readonly<Record<EventType, ActWords>>,
};
