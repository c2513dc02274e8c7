import type { ActWords } from '../../act-words.ts';
import { namesInLatvian } from '../../names/lv.ts';

export const works = {
  'works.started': {
    act: 'Sākt darbus',
    event: 'Sākti būvdarbi',
    follows: 'Darbi ir sākti, un klients to redz lietas gaitā.',
  },
  'works.completed': {
    act: 'Reģistrēt darbu pabeigšanu',
    event: 'Pabeigti būvdarbi',
    follows: 'Klients saņem paziņojumu un galīgo rēķinu un tiek aicināts apliecināt gatavību.',
  },
  'works.suspended': {
    act: 'Apturēt darbus',
    event: 'Darbi apturēti',
    follows: 'Klients saņem paziņojumu. Līguma termiņš nerit, kamēr darbi apturēti.',
    labels: {
      reason: 'Apturēšanas iemesls',
      remedyBy: 'Jānovērš līdz',
      flaws: 'Trūkumi būvprojektā',
      works: 'Priekšdarbi, kas jāveic',
      conditions: 'Apstākļi',
      municipality: 'Pašvaldība',
      regulation: 'Noteikumi, kas aizliedz rakt',
    },
    hints: {
      remedyBy: 'Būvprojekta trūkumiem un priekšdarbiem.',
      likelyEndOn: 'Neatbilstošiem apstākļiem ir jānorāda.',
      flaws: 'Tikai tad, ja iemesls ir trūkumi būvprojektā. Katru rindā atsevišķi.',
      works: 'Tikai tad, ja iemesls ir priekšdarbi. Katru rindā atsevišķi.',
      conditions: 'Tikai neatbilstošiem apstākļiem.',
      municipality: 'Tikai zemes rakšanas ierobežojumam.',
      regulation: 'Tikai zemes rakšanas ierobežojumam.',
    },
    choices: { reason: namesInLatvian.suspension },
  },
  'works.resumed': {
    act: 'Atsākt darbus',
    event: 'Darbi atsākti',
    follows: 'Darbi turpinās, un klients saņem paziņojumu ar jauno termiņu.',
    labels: { reason: 'Apturēšanas iemesls' },
    choices: { reason: namesInLatvian.suspension },
  },
} satisfies Readonly<Record<string, ActWords>>;
