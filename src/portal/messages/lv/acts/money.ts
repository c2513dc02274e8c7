import type { ActWords } from '../../act-words.ts';

export const money = {
  'payment.received': {
    act: 'Reģistrēt maksājumu',
    event: 'Saņemts maksājums',
    follows:
      'Maksājums tiek ieskaitīts šajā lietā. Ja piedāvājums gaida samaksu un summa ir pilna, līgums ar to stājas spēkā.',
    labels: {
      receivedOn: 'Saņemšanas diena',
      reference: 'Maksājuma mērķis',
      account: 'Konts',
      payer: 'Maksātājs',
      bankReference: 'Bankas ieraksta atsauce',
      differsFrom: 'Cita rinda nekā ieraksts Nr.',
    },
    hints: {
      account: 'main ir rēķinā norādītais konts.',
      bankReference: 'Kā izrakstā. Pēc tās vienu rindu neiegrāmato divreiz.',
      differsFrom: 'Tikai tad, ja lietā jau ir tāds pats maksājums un šis ir cits.',
    },
  },
  'refund.decided': {
    act: 'Izlemt atmaksu',
    event: 'Izlemta atmaksa',
    follows: 'Atmaksājamā summa ir noteikta; tā jāizmaksā termiņā.',
    labels: { refund: 'Atmaksāt', retained: 'Ieturēt' },
    hints: { reasons: 'Šo tekstu klients saņem vēstulē.' },
  },
  'refund.paid': {
    act: 'Reģistrēt atmaksu',
    event: 'Izmaksāta atmaksa',
    follows: 'Atmaksa ir veikta. Ja vairs nekas nav parādā, norēķini ir pabeigti.',
  },
  'debt.warned': {
    act: 'Brīdināt par parādu',
    event: 'Nosūtīts brīdinājums par parādu',
    follows: 'Klients saņem brīdinājumu, ka parādu var nodot piedziņai.',
  },
  'debt.handed-over': {
    act: 'Nodot parādu piedziņai',
    event: 'Parāds nodots piedziņai',
    follows: 'Parādu pārņem piedziņas pakalpojuma sniedzējs.',
    labels: { provider: 'Piedziņas pakalpojuma sniedzējs' },
  },
} satisfies Readonly<Record<string, ActWords>>;
