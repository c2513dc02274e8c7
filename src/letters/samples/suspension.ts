import type { SamplesOf, Telling } from './sample.ts';

/** Samples: what stops the works. */

export function suspensionSamples({
  t,
}: Telling): SamplesOf<'N-SUSP-1' | 'N-SUSP-2' | 'N-SUSP-3' | 'N-SUSP-4' | 'N-RESUME' | 'N-FM'> {
  return {
    'N-SUSP-1': [
      {
        shows: 'flaws',
        letter: {
          from: '2025-03-10',
          remedyBy: '2025-04-14',
          flaws: [
            t('3. lapā nav norādīts kabeļa šķērsgriezums.', 'Sheet 3 lacks the cross-section of the cable.'),
            t('Trase šķērso gāzesvadu bez saskaņojuma.', 'The route crosses a gas pipe without approval.'),
          ],
          termOn: '2025-09-30',
        },
      },
    ],
    'N-SUSP-2': [
      {
        shows: 'design',
        letter: {
          from: '2025-03-10',
          remedyBy: '2025-04-14',
          works: [
            t('Pārvietot žogu ielas pusē par 1 m.', 'Move the fence on the street side by 1 m.'),
            t('Izlīdzināt zemi trases joslā.', 'Level the ground along the route.'),
          ],
          source: 'design',
          termOn: '2025-09-30',
        },
      },
      {
        shows: 'requirements',
        letter: {
          from: '2025-03-10',
          remedyBy: '2025-04-14',
          works: [t('Izbūvēt lietusūdens noteku.', 'Build the storm drain.')],
          source: 'TP',
          termOn: '2025-09-30',
        },
      },
      {
        shows: 'rules',
        letter: {
          from: '2025-03-10',
          remedyBy: '2025-04-14',
          works: [t('Izbūvēt lietusūdens noteku.', 'Build the storm drain.')],
          source: 'TR',
          termOn: '2025-09-30',
        },
      },
      {
        shows: 'unnamed',
        letter: {
          from: '2025-03-10',
          remedyBy: '2025-04-14',
          works: [t('Izbūvēt lietusūdens noteku.', 'Build the storm drain.')],
          source: null,
          termOn: '2025-09-30',
        },
      },
    ],
    'N-SUSP-3': [
      {
        shows: 'operator',
        letter: {
          by: 'operator',
          conditions: t('Grunts ir sasalusi dziļāk par 80 cm.', 'The ground is frozen deeper than 80 cm.'),
          from: '2025-03-07',
          likelyEndOn: '2025-03-28',
          countsFrom: '2025-03-07',
          moreThanDays: 5,
          termOn: '2025-09-30',
        },
      },
      {
        shows: 'customer',
        letter: {
          by: 'customer',
          conditions: t('Pali: objektam nevar piebraukt.', 'Floods: the object cannot be reached.'),
          from: '2025-03-01',
          likelyEndOn: '2025-03-28',
          countsFrom: '2025-03-10',
          moreThanDays: 5,
          termOn: '2025-09-30',
        },
      },
    ],
    'N-SUSP-4': [
      {
        shows: 'until',
        letter: {
          municipality: t('Ādažu novada pašvaldība', 'Ādaži municipality'),
          regulation: t(
            'Saistošie noteikumi Nr. 12/2024, 5. punkts',
            'Binding regulations No 12/2024, point 5',
          ),
          from: '2025-11-15',
          likelyEndOn: '2026-04-01',
          termOn: '2026-03-31',
        },
      },
      {
        shows: 'open',
        letter: {
          municipality: t('Ādažu novada pašvaldība', 'Ādaži municipality'),
          regulation: t('Saistošie noteikumi Nr. 12/2024', 'Binding regulations No 12/2024'),
          from: '2025-11-15',
          likelyEndOn: null,
          termOn: '2026-03-31',
        },
      },
    ],
    'N-RESUME': [
      {
        shows: 'all-reasons',
        letter: {
          reason: 'adverse-conditions',
          on: '2025-07-01',
          intervals: [
            { reason: 'design-flaws', from: '2025-04-01', to: '2025-04-11' },
            { reason: 'preparatory-works', from: '2025-05-02', to: '2025-05-12' },
            { reason: 'adverse-conditions', from: '2025-06-01', to: '2025-07-01' },
            { reason: 'digging-ban', from: '2025-06-11', to: '2025-06-21' },
          ],
          agreedTermOn: '2025-09-30',
          suspendedDays: 51,
          termOn: '2025-11-20',
        },
      },
    ],
    'N-FM': [
      {
        shows: 'operator',
        letter: {
          by: 'operator',
          event: t(
            'Vētra 9. martā sagrāva apakšstaciju „Ādaži”.',
            'The storm of 9 March destroyed the substation Ādaži.',
          ),
          startedOn: '2025-03-09',
          likelyEndOn: '2025-05-31',
          months: 1,
          endsOn: '2025-04-10',
          termOn: '2025-09-30',
        },
      },
      {
        shows: 'customer',
        letter: {
          by: 'customer',
          event: t('Plūdi applūdinājuši objektu.', 'The object is flooded.'),
          startedOn: '2025-03-09',
          likelyEndOn: '2025-03-31',
          months: 1,
          endsOn: null,
          termOn: '2025-09-30',
        },
      },
    ],
  };
}
