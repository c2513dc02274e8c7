import { building, payment, signed } from '../journeys/builders.ts';
import { later } from './beginnings.ts';
import type { ActRow, WhoMay } from './row.ts';

/** Works, and what holds them up. */

const STORM = { startedOn: '2025-06-01', event: 'Vētra', likelyEndOn: '2025-06-20' };

const FLAWS = { reason: 'design-flaws', from: '2025-06-01', remedyBy: '2025-06-30', flaws: ['kabelis'] };

export const WORKS_WHO = {
  'works.started': 'engineer',
  'works.completed': 'engineer',
  'works.suspended': 'customer engineer',
  'works.resumed': 'customer engineer',
  'force-majeure.notified': 'customer engineer service',
  'force-majeure.ended': 'customer engineer service',
} as const satisfies WhoMay;

export const WORKS_ROWS: readonly ActRow[] = [
  {
    type: 'works.started',
    as: 'engineer',
    begin: later(signed, '2025-04-01', ['finance', 'payment.received', payment('2025-03-14')]),
    fields: {},
    wrong: { fields: { on: '' }, at: 'on' },
  },
  {
    type: 'works.completed',
    as: 'engineer',
    begin: later(building, '2025-08-10'),
    fields: {},
    wrong: { fields: { on: '10/13/2025' }, at: 'on' },
    refused: { fields: { on: '31.03.2025.' }, clause: 'Līguma II daļas' },
  },
  {
    type: 'works.suspended',
    as: 'engineer',
    begin: later(building, '2025-06-01'),
    fields: { reason: 'design-flaws', remedyBy: '30.06.2025.', flaws: 'kabelis šķērso gāzesvadu' },
    wrong: { fields: { reason: 'design-flaws', flaws: 'kabelis' }, at: 'remedyBy' },
  },
  {
    type: 'works.resumed',
    as: 'engineer',
    begin: later(building, '2025-06-01', ['engineer', 'works.suspended', FLAWS]),
    fields: {},
    wrong: { fields: { on: 'drīz' }, at: 'on' },
  },
  {
    type: 'force-majeure.notified',
    as: 'engineer',
    begin: later(building, '2025-06-05'),
    fields: { startedOn: '01.06.2025.', event: 'Vētra', likelyEndOn: '20.06.2025.' },
    wrong: { fields: { event: '' }, at: 'event' },
  },
  {
    type: 'force-majeure.ended',
    as: 'customer',
    begin: later(building, '2025-06-05', ['engineer', 'force-majeure.notified', STORM]),
    fields: {},
    wrong: { fields: { on: '' }, at: 'on' },
  },
];
