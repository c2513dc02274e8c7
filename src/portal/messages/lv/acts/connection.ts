import type { ActWords } from '../../act-words.ts';

export const connection = {
  'project.joined': {
    act: 'Pievienot kopējam projektam',
    event: 'Pievienots kopējam projektam',
    follows: 'Lieta kļūst par daļu no kopēja projekta ar norādīto maksas daļu.',
    labels: { projectId: 'Kopējā projekta numurs', shareNet: 'Daļa bez PVN' },
  },
  'readiness.confirmed': {
    act: 'Apliecināt gatavību',
    event: 'Apliecināta gatavība saņemt spriegumu',
    follows:
      'Operators var pieslēgt objektu. Ja pārbaudē gatavība neapstiprinās, apliecinājums būs jāsniedz no jauna.',
    labels: {
      installationsBuilt: 'Manas elektroietaises ir izbūvētas',
      preparedForVoltage: 'Tās ir sagatavotas sprieguma saņemšanai',
      tradingContract: 'Ir noslēgts elektroenerģijas tirdzniecības līgums',
    },
    hints: { tradingContract: 'Bez tā elektrību piegādā pēdējais garantētais piegādātājs.' },
  },
  'readiness.disproved': {
    act: 'Reģistrēt, ka gatavība neapstiprinājās',
    event: 'Pārbaudē gatavība neapstiprinājās',
    follows: 'Klients saņem paziņojumu, ka objekts nav gatavs, un apliecina gatavību no jauna.',
    labels: { findings: 'Ko atklāja pārbaude' },
  },
  'connection.made': {
    act: 'Reģistrēt pieslēgšanu',
    event: 'Pieslēgts elektrotīklam',
    follows: 'Objekts ir pieslēgts. Klients saņem paziņojumu.',
    labels: { loadSwitched: 'Slodze pārslēgta no vecajiem ievadiem', meter: 'Skaitītāja numurs' },
  },
  'old-supply.cut': {
    act: 'Reģistrēt veco ievadu atslēgšanu',
    event: 'Atslēgti vecie ievadi',
    follows: 'Klients saņem paziņojumu, ka vecie ievadi atslēgti.',
  },
} satisfies Readonly<Record<string, ActWords>>;
