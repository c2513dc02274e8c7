import type { ActWords } from '../../act-words.ts';

export const personalData = {
  'data-request.answered': {
    act: 'Atbildēt uz datu pieprasījumu',
    event: 'Sniegta atbilde uz datu pieprasījumu',
    follows: 'Klients saņem atbildi vēstulē.',
    labels: { outcome: 'Lēmums', reasons: 'Atteikuma pamatojums' },
    hints: { reasons: 'Vajadzīgs, ja pieprasījumu neizpildāt vai izpildāt daļēji.' },
    choices: { outcome: { granted: 'Izpildīts', partly: 'Izpildīts daļēji', refused: 'Atteikts' } },
  },
  'data-request.filed': {
    act: 'Iesniegt pieprasījumu par personas datiem',
    event: 'Saņemts pieprasījums par personas datiem',
    follows: 'Uz pieprasījumu atbild 15 dienās, ar papildu pārbaudi 30 dienās, bet ne vēlāk kā mēneša laikā.',
    labels: { text: 'Ko lūdzat' },
  },
  'data-request.prolonged': {
    act: 'Paziņot par papildu pārbaudi datu pieprasījumam',
    event: 'Datu pieprasījumam vajadzīga papildu pārbaude',
    follows: 'Klients saņem vēstuli ar jauno atbildes dienu. Tas iespējams pirmajās 15 dienās.',
    labels: { reasons: 'Kādas pārbaudes vajadzīgas' },
  },
  'disclosure.notified': {
    act: 'Paziņot par neatļautu datu izpaušanu',
    event: 'Paziņots par neatļautu datu izpaušanu',
    follows: 'Klients saņem vēstuli e-pastā, bet, ja e-pasta nav, pa pastu.',
    labels: {
      discoveredOn: 'Kad konstatēts',
      happened: 'Kas notika',
      data: 'Kādas ziņas izpaustas',
      measures: 'Kas ir darīts',
      advice: 'Ko iesakām klientam',
    },
  },
} satisfies Readonly<Record<string, ActWords>>;
