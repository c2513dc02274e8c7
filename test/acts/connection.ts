import { completed, READY } from '../journeys/builders.ts';
import { later } from './beginnings.ts';
import type { ActRow, WhoMay } from './row.ts';

/** Readiness and connection. */

const ready = later(completed, '2025-08-20', ['customer', 'readiness.confirmed', READY]);

export const CONNECTION_WHO = {
  'readiness.confirmed': 'customer service',
  'readiness.disproved': 'engineer',
  'usage.agreed': 'customer engineer service',
  'connection.made': 'engineer',
  'old-supply.cut': 'engineer',
} as const satisfies WhoMay;

export const CONNECTION_ROWS: readonly ActRow[] = [
  {
    type: 'readiness.confirmed',
    as: 'customer',
    begin: later(completed, '2025-08-20'),
    fields: { installationsBuilt: 'yes', preparedForVoltage: 'yes' },
    wrong: { fields: { installationsBuilt: 'yes' }, at: 'preparedForVoltage' },
  },
  {
    type: 'readiness.disproved',
    as: 'engineer',
    begin: ready,
    fields: { findings: 'Nav ievadaizsardzības aparāta.' },
    wrong: { fields: { findings: '' }, at: 'findings' },
  },
  {
    type: 'usage.agreed',
    as: 'service',
    begin: later(completed, '2025-10-05'),
    fields: { agreement: 'Lieto sistēmas pakalpojumu līdz gatavībai.' },
    wrong: { fields: { agreement: '' }, at: 'agreement' },
  },
  {
    type: 'connection.made',
    as: 'engineer',
    begin: ready,
    fields: { meter: '12345678' },
    wrong: { fields: { on: '' }, at: 'on' },
  },
  {
    type: 'old-supply.cut',
    as: 'engineer',
    begin: later(
      (at) => completed(at, { connection: { replacesOldInstallation: true } }),
      '2025-08-20',
      ['customer', 'readiness.confirmed', READY],
      ['engineer', 'connection.made', { on: '2025-08-20', loadSwitched: true }],
    ),
    fields: {},
    wrong: { fields: { on: '' }, at: 'on' },
    refused: { fields: { on: '19.08.2025.' }, clause: 'Līguma II daļas 4.2. punkts' },
  },
];
