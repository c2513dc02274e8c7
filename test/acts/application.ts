import { apply, offered } from '../journeys/builders.ts';
import { later, routed } from './beginnings.ts';
import { type ActRow, TOO_LONG, type WhoMay } from './row.ts';

/** From the application to the offer. */

export const APPLICATION_WHO = {
  'application.returned': 'engineer service',
  'application.completed': 'customer service',
  'application.routed': 'engineer',
  'design.received': 'customer engineer',
  'contractor.determined': 'engineer',
  'customer.identified': 'service',
  'application.withdrawn': 'customer service',
} as const satisfies WhoMay;

export const APPLICATION_ROWS: readonly ActRow[] = [
  {
    type: 'application.returned',
    as: 'engineer',
    begin: apply,
    fields: { missing: 'Zemes gabala plāns\r\nPilnvara' },
    wrong: { fields: { missing: ' ' }, at: 'missing' },
  },
  {
    type: 'application.completed',
    as: 'customer',
    begin: later(apply, '2025-03-02', ['engineer', 'application.returned', { missing: ['Plāns'] }]),
    fields: { documents: 'Plāns', 'customer.phone': '+371 20000001' },
    wrong: { fields: { 'customer.email': 'nav' }, at: 'customer.email' },
  },
  {
    type: 'application.routed',
    as: 'engineer',
    begin: apply,
    fields: {
      designNeeded: 'yes',
      designBy: 'customer',
      requirementsNumber: 'TP-2025-118',
      requirementsValidUntil: '01.03.2027.',
      connectionPoint: '0,4 kV līnija, balsts Nr. 14',
      ownershipBoundary: 'Uzskaites sadalne',
    },
    wrong: { fields: { designNeeded: 'yes' }, at: 'designBy' },
  },
  {
    type: 'design.received',
    as: 'engineer',
    begin: routed({ designNeeded: true, designBy: 'customer' }),
    fields: { designId: 'BP-2025-7' },
    wrong: { fields: { on: '31.02.2025' }, at: 'on' },
  },
  {
    type: 'contractor.determined',
    as: 'engineer',
    begin: routed({ contractorNeeded: true, contractorChosenBy: 'operator' }),
    fields: { chosenBy: 'operator', name: 'SIA Būve' },
    wrong: { fields: { on: 'rīt' }, at: 'on' },
  },
  {
    type: 'customer.identified',
    as: 'service',
    begin: (at) => apply(at, { as: 'service' }),
    fields: { method: 'in-person', documentId: 'PA1234567' },
    wrong: { fields: { documentId: TOO_LONG }, at: 'method' },
  },
  {
    type: 'application.withdrawn',
    as: 'customer',
    begin: offered,
    fields: { reasons: 'Nebūvēšu.' },
    wrong: { fields: { reasons: TOO_LONG }, at: 'reasons' },
  },
];
