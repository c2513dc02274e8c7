import { building, signed } from '../journeys/builders.ts';
import { later } from './beginnings.ts';
import type { ActRow, WhoMay } from './row.ts';

/** A contract that is changed or ended. */

export const CONTRACT_WHO = {
  'contract.withdrawn': 'customer service',
  'term.extended': 'customer engineer service',
  'contract.amended': 'customer engineer service',
  'owner.changed': 'customer service',
  'contract.terminated': 'service',
  'termination.agreed': 'customer engineer service',
} as const satisfies WhoMay;

export const CONTRACT_ROWS: readonly ActRow[] = [
  {
    type: 'contract.withdrawn',
    as: 'customer',
    begin: signed,
    fields: { form: 'portal' },
    wrong: { fields: { form: 'pa tālruni' }, at: 'form' },
    tells:
      'Visu samaksāto atmaksā 14 dienu laikā. Apstiprinājumu nosūta vēstulē. Līguma II daļas 15.2. punkts',
  },
  {
    type: 'contract.withdrawn',
    as: 'customer',
    begin: later(building, '2025-06-01'),
    fields: { form: 'portal' },
    wrong: { fields: { form: 'pa tālruni' }, at: 'form' },
    tells:
      'tāpēc šī ir vienpusēja atkāpšanās no līguma; tā ir iespējama jebkurā laikā. Cik no samaksātā atmaksā',
  },
  {
    type: 'contract.withdrawn',
    as: 'service',
    begin: later(building, '2025-06-01'),
    fields: { form: 'paper', dispatchedOn: '30.05.2025.' },
    wrong: { fields: { form: 'paper', dispatchedOn: 'nesen' }, at: 'dispatchedOn' },
    tells: 'Līguma II daļas 14.5. punkts',
    records: { dispatchedOn: '2025-05-30' },
  },
  {
    type: 'term.extended',
    as: 'customer',
    begin: later(building, '2025-06-01'),
    fields: { termOn: '30.11.2025.' },
    wrong: { fields: { termOn: '' }, at: 'termOn' },
  },
  {
    type: 'contract.amended',
    as: 'customer',
    begin: later(building, '2025-06-01'),
    fields: { agreement: 'Jauns termiņš.', termOn: '15.12.2025.' },
    wrong: { fields: { agreement: '', termOn: '15.12.2025.' }, at: 'agreement' },
  },
  {
    type: 'contract.amended',
    as: 'engineer',
    begin: later(signed, '2025-03-20'),
    fields: {
      agreement: 'Lielāka jauda, jauna cena.',
      'quote.connection.ampere': '25',
      'quote.connection.volt': '400',
      'quote.connection.distanceM': '20',
      'quote.connection.planReference': 'tīkla shēma 1:500',
      'quote.loadUnitPrice': '100',
    },
    wrong: {
      fields: {
        agreement: 'Jauna cena.',
        'quote.connection.ampere': 'daudz',
        'quote.connection.volt': '400',
      },
      at: 'quote.connection.ampere',
    },
    tells: '1512,50 EUR',
    records: { quote: { loadUnitPrice: '100.00' } },
  },
  {
    type: 'owner.changed',
    as: 'customer',
    begin: later(building, '2025-06-01'),
    fields: { on: '30.05.2025.', newOwner: 'Jānis Bērziņš' },
    wrong: { fields: { on: '30.05.2025.', newOwner: '' }, at: 'newOwner' },
  },
  {
    type: 'contract.terminated',
    as: 'service',
    begin: later(building, '2025-06-01'),
    fields: { reason: 'misled', facts: 'Zemesgrāmatā cits īpašnieks.', reasons: '14.3.1. punkts' },
    wrong: { fields: { facts: 'x', reasons: 'x' }, at: 'reason' },
    second: 'service2',
  },
  {
    type: 'termination.agreed',
    as: 'customer',
    begin: later(building, '2025-06-01'),
    fields: { agreement: 'Izbeidzam, vienojoties.' },
    wrong: { fields: { agreement: '' }, at: 'agreement' },
  },
];
