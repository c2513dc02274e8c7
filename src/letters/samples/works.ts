import * as documents from './documents.ts';
import type { SamplesOf, Telling } from './sample.ts';

/** Samples: completion and connection. */

export function worksSamples({ t }: Telling): SamplesOf<'N-COMPL' | 'N-CONN' | 'N-CUTOLD' | 'N-NOTREADY'> {
  return {
    'N-COMPL': [
      {
        shows: 'paid',
        letter: {
          completedOn: '2025-09-01',
          termOn: '2025-09-30',
          termHasPassed: false,
          extensionOffered: false,
          replacesOldInstallation: false,
          connectionDays: 10,
          outstanding: '0.00',
          withheldWhileUnpaid: true,
          invoice: { number: '20250000091', gross: '0.00', dueOn: '2025-09-21' },
        },
        enclosures: [{ document: 'readiness-form', fields: documents.readinessForm }],
      },
      {
        shows: 'little-time',
        letter: {
          completedOn: '2025-09-25',
          termOn: '2025-09-30',
          termHasPassed: false,
          extensionOffered: true,
          replacesOldInstallation: true,
          connectionDays: 30,
          outstanding: '815.00',
          withheldWhileUnpaid: true,
          invoice: { number: '20250000091', gross: '815.00', dueOn: '2025-10-15' },
        },
        enclosures: [{ document: 'readiness-form', fields: documents.readinessForm }],
      },
      {
        shows: 'late',
        letter: {
          completedOn: '2025-10-10',
          termOn: '2025-09-30',
          termHasPassed: true,
          extensionOffered: true,
          replacesOldInstallation: false,
          connectionDays: 10,
          outstanding: '0.00',
          withheldWhileUnpaid: false,
          invoice: { number: '20250000091', gross: '0.00', dueOn: '2025-10-30' },
        },
        enclosures: [{ document: 'readiness-form', fields: documents.readinessForm }],
      },
    ],
    'N-CONN': [
      {
        shows: 'trading',
        letter: { on: '2025-09-09', supplyMode: 'trading', meter: '1234567', oldSupplyRemains: false },
      },
      {
        shows: 'last-guaranteed',
        letter: { on: '2025-09-09', supplyMode: 'PGP', meter: null, oldSupplyRemains: true },
      },
    ],
    'N-CUTOLD': [{ shows: 'cut', letter: { on: '2025-09-12' } }],
    'N-NOTREADY': [
      {
        shows: 'term-runs',
        letter: {
          findings: t(
            'Nav ierīkota ievada sadalne.\nNav mērījumu protokola.',
            'There is no incoming cabinet.\nThere is no record of measurements.',
          ),
          termOn: '2025-09-30',
          termHasPassed: false,
        },
      },
      {
        shows: 'term-over',
        letter: {
          findings: t('Nav ierīkota ievada sadalne.', 'There is no incoming cabinet.'),
          termOn: '2025-02-28',
          termHasPassed: true,
        },
      },
    ],
  };
}
