import type { ActWords } from '../../act-words.ts';

export const people = {
  'customer.identified': {
    act: 'Reģistrēt identifikāciju',
    event: 'Klients identificēts',
    follows: 'Klienta identifikācija ir reģistrēta. Bez tās līgumu noslēgt nevar.',
    labels: { method: 'Kā klients identificēts', documentId: 'Dokumenta numurs' },
    hints: { documentId: 'Dokuments vai paraksts, ar ko klients sevi apliecināja.' },
    choices: {
      method: {
        'portal-eid': 'Portālā ar eID',
        'portal-bank': 'Portālā ar internetbanku',
        'portal-password': 'Portālā ar paroli',
        'qualified-esignature': 'Ar drošu elektronisko parakstu',
        phone: 'Pa tālruni',
        'in-person': 'Klātienē',
      },
    },
  },
  'complaint.answered': {
    act: 'Atbildēt uz iesniegumu',
    event: 'Sniegta atbilde uz iesniegumu',
    follows: 'Klients saņem atbildi vēstulē.',
    labels: { extraChecks: 'Vajadzīgas papildu pārbaudes' },
  },
  'details.changed': {
    act: 'Mainīt rekvizītus',
    event: 'Mainīti rekvizīti',
    follows: 'Turpmākās vēstules sūta uz jauno adresi.',
    labels: {
      name: 'Vārds un uzvārds vai nosaukums',
      email: 'E-pasts',
      phone: 'Tālrunis',
      postalAddress: 'Pasta adrese',
      validFrom: 'Spēkā no',
    },
  },
  'authority.filed': {
    act: 'Iesniegt pilnvaru',
    event: 'Iesniegta pilnvara',
    follows: 'Pilnvarotā persona var rīkoties Jūsu vārdā norādītajās robežās.',
    labels: { scope: 'Ko drīkst darīt', until: 'Līdz kurai dienai' },
  },
  'authority.revoked': {
    act: 'Atsaukt pilnvaru',
    event: 'Atsaukta pilnvara',
    follows: 'Pilnvarotā persona vairs nevar rīkoties no saņemšanas brīža.',
    labels: { receivedAt: 'Saņemšanas diena' },
  },
  'complaint.filed': {
    act: 'Iesniegt iesniegumu vai sūdzību',
    event: 'Saņemts iesniegums',
    follows: 'Operators atbild rakstiski noteiktajā termiņā.',
    labels: { text: 'Jūsu jautājums, priekšlikums vai sūdzība' },
  },
} satisfies Readonly<Record<string, ActWords>>;
