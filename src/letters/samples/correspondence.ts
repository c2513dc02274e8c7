import { DATA_ANSWERS, DATA_RIGHTS } from '../../../workflows/vocabulary.ts';
import { TO_A_FIRM } from './head.ts';
import type { SamplesOf, Telling } from './sample.ts';

/** Samples: correspondence. */

export function correspondenceSamples({
  t,
}: Telling): SamplesOf<'N-COMPLAINT' | 'N-BREACH' | 'N-GTC' | 'N-GDPR'> {
  return {
    'N-COMPLAINT': [
      {
        shows: 'answer',
        letter: {
          filedOn: '2025-02-28',
          answer: t(
            'Skaitītāju uzstādām pieslēgšanas dienā. Tas ir bez maksas.',
            'We install the meter on the day of connecting. It is free of charge.',
          ),
          lateObjection: false,
          answerBy: null,
        },
      },
      {
        shows: 'late-objection',
        letter: {
          filedOn: '2025-02-28',
          answer: t('Cenu mainīt nevaram.', 'We cannot change the price.'),
          lateObjection: true,
          answerBy: null,
        },
      },
      {
        shows: 'extra-checks',
        letter: {
          filedOn: '2025-02-28',
          answer: t(
            'Sprieguma kvalitāti mērīsim septiņas dienas.',
            'We will measure the quality of the voltage for seven days.',
          ),
          lateObjection: false,
          answerBy: '2025-03-30',
        },
      },
    ],
    'N-BREACH': [
      {
        shows: 'advice',
        letter: {
          discoveredOn: '2025-03-10',
          happened: t(
            'Jūsu līguma kopija nosūtīta uz nepareizu e-pasta adresi.',
            'A copy of your contract was sent to a wrong e-mail address.',
          ),
          data: [t('vārds, uzvārds, adrese', 'name and address'), t('pieslēguma maksa', 'connection fee')],
          measures: t(
            'Saņēmējs apstiprinājis, ka vēstuli ir dzēsis.',
            'The recipient confirmed that the message was deleted.',
          ),
          advice: t(
            'Neatbildiet uz vēstulēm, kurās prasa Jūsu datus.',
            'Do not answer messages that ask for your data.',
          ),
        },
      },
      {
        shows: 'no-advice',
        head: TO_A_FIRM,
        letter: {
          discoveredOn: '2025-03-10',
          happened: t('Nozaudēta mape ar dokumentiem.', 'A folder of documents was lost.'),
          data: [t('līguma I daļa', 'Part I of the contract')],
          measures: t('Mape ir atrasta.', 'The folder has been found.'),
          advice: null,
        },
      },
    ],
    'N-GTC': [
      {
        shows: 'law',
        letter: {
          version: '2025-05-01',
          publishedOn: '2025-03-10',
          effectiveOn: '2025-05-01',
          ground: 'law',
          exemption: null,
          changes: [
            t(
              '8.4. punkts: ziņojam arī Klientu portālā.',
              'Clause 8.4: we also tell you in the customer portal.',
            ),
          ],
          ownVersion: '2018-01-01',
        },
      },
      {
        shows: 'authority',
        letter: {
          version: '2025-04-01',
          publishedOn: '2025-03-10',
          effectiveOn: '2025-04-01',
          ground: 'authority',
          exemption: 'authority-instruction',
          changes: [t('2. punkts precizēts.', 'Clause 2 is made precise.')],
          ownVersion: null,
        },
      },
      {
        shows: 'technical',
        letter: {
          version: '2025-04-01',
          publishedOn: '2025-03-10',
          effectiveOn: '2025-04-01',
          ground: 'technical',
          exemption: 'technical-correction',
          changes: [t('14.2.3. punktā labota atsauce.', 'A reference in clause 14.2.3 is corrected.')],
          ownVersion: null,
        },
      },
      {
        shows: 'favours',
        letter: {
          version: '2025-04-01',
          publishedOn: '2025-03-10',
          effectiveOn: '2025-04-01',
          ground: 'law',
          exemption: 'favours-customer',
          changes: [t('Garāks iebildumu termiņš.', 'A longer objection window.')],
          ownVersion: null,
        },
      },
      {
        shows: 'law-change',
        letter: {
          version: '2025-04-01',
          publishedOn: '2025-03-10',
          effectiveOn: '2025-04-01',
          ground: 'law',
          exemption: 'law-change',
          changes: [t('Jaunas noteikumu atsauces.', 'New references.')],
          ownVersion: null,
        },
      },
    ],
    'N-GDPR': [
      ...DATA_RIGHTS.map((right, i) => ({
        shows: right,
        letter: {
          requestedOn: '2025-02-20',
          right,
          outcome: DATA_ANSWERS[i % 3]!,
          answer: t('Datu kopija ir Klientu portālā.', 'A copy of the data is in the customer portal.'),
          reasons:
            i % 3 === 0
              ? null
              : t('Līguma dati jāglabā desmit gadus.', 'Contract data are kept for ten years.'),
          answerBy: null,
        },
      })),
      {
        shows: 'extra-checks',
        letter: {
          requestedOn: '2025-02-28',
          right: 'rectification',
          outcome: null,
          answer: t(
            'Objekta adrese jāsalīdzina ar Valsts adrešu reģistru.',
            'The address of the object is to be compared with the state address register.',
          ),
          reasons: null,
          answerBy: '2025-03-28',
        },
      },
    ],
  };
}
