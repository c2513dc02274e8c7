import { building, offered } from '../journeys/builders.ts';
import { later } from './beginnings.ts';
import type { ActRow, WhoMay } from './row.ts';

/** Who the customer is, who acts for it, and what it complains of. */

const ERASURE = { right: 'erasure', text: 'Dzēsiet manu tālruņa numuru.' };

export const PEOPLE_WHO = {
  'details.changed': 'customer service',
  'authority.filed': 'customer service',
  'authority.revoked': 'customer service',
  'complaint.filed': 'customer service',
  'complaint.answered': 'service',
  'data-request.filed': 'customer service',
  'data-request.prolonged': 'privacy',
  'data-request.answered': 'privacy',
  'disclosure.notified': 'privacy',
} as const satisfies WhoMay;

export const PEOPLE_ROWS: readonly ActRow[] = [
  {
    type: 'details.changed',
    as: 'customer',
    begin: building,
    fields: { phone: '+371 20000002' },
    wrong: { fields: { email: 'nav adrese' }, at: 'email' },
  },
  {
    type: 'authority.filed',
    as: 'customer',
    begin: building,
    fields: { agent: '40000000001', scope: 'readiness.confirmed' },
    wrong: { fields: { agent: '40000000001', scope: '' }, at: 'scope' },
  },
  {
    type: 'authority.revoked',
    as: 'customer',
    begin: later(building, '2025-04-10', [
      'customer',
      'authority.filed',
      { agent: '40000000001', scope: ['all'], from: '2025-04-10' },
    ]),
    fields: { agent: '40000000001' },
    wrong: { fields: { receivedAt: 'šodien' }, at: 'receivedAt' },
  },
  {
    type: 'complaint.filed',
    as: 'customer',
    begin: offered,
    fields: { text: 'Kāpēc tik dārgi?' },
    wrong: { fields: { text: '' }, at: 'text' },
  },
  {
    type: 'complaint.answered',
    as: 'service',
    begin: later(offered, '2025-03-12', ['customer', 'complaint.filed', { text: 'Kāpēc tik dārgi?' }]),
    fields: { text: 'Maksa ir pēc lēmuma 1/8.' },
    wrong: { fields: { text: '' }, at: 'text' },
  },
  {
    type: 'data-request.filed',
    as: 'customer',
    begin: offered,
    fields: { right: 'rectification', text: 'Labojiet uzvārdu.' },
    wrong: { fields: { right: 'rectification', text: '' }, at: 'text' },
  },
  {
    type: 'data-request.prolonged',
    as: 'privacy',
    begin: later(offered, '2025-03-12', ['customer', 'data-request.filed', ERASURE]),
    fields: { right: 'erasure', reasons: 'Jāpārbauda arhīvs.' },
    wrong: { fields: { right: 'erasure', reasons: '' }, at: 'reasons' },
    refused: { fields: { right: 'access', reasons: 'Jāpārbauda arhīvs.' }, clause: '9.3' },
  },
  {
    type: 'data-request.answered',
    as: 'privacy',
    begin: later(offered, '2025-03-12', ['customer', 'data-request.filed', ERASURE]),
    fields: { right: 'erasure', outcome: 'refused', text: 'Nevaram.', reasons: 'Vajadzīgi līguma izpildei.' },
    wrong: { fields: { right: 'erasure', outcome: 'refused', text: 'Nevaram.' }, at: 'reasons' },
  },
  {
    type: 'disclosure.notified',
    as: 'privacy',
    begin: offered,
    fields: {
      happened: 'Vēstule nonākusi pie kaimiņa.',
      data: 'vārds\r\nadrese',
      measures: 'Vēstule atgūta.',
    },
    wrong: { fields: { happened: 'Vēstule nonākusi pie kaimiņa.', measures: 'x' }, at: 'data' },
  },
];
