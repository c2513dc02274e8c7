import * as documents from './documents.ts';
import { TO_A_FIRM } from './head.ts';
import type { SamplesOf, Telling } from './sample.ts';

/** Samples: the application. */

export function applicationSamples({ t }: Telling): SamplesOf<'N-RECEIPT' | 'N-MISSING' | 'N-TECH'> {
  return {
    'N-RECEIPT': [
      {
        shows: 'new',
        letter: {
          receivedOn: '2025-03-10',
          purpose: 'new',
          parameters: documents.SMALL,
          temporary: false,
          offerDays: 20,
          offerDaysAfterDesign: 30,
          offerLastDay: '2025-03-30',
        },
      },
      {
        shows: 'large',
        head: TO_A_FIRM,
        letter: {
          receivedOn: '2025-03-10',
          purpose: 'load-increase',
          parameters: documents.LARGE,
          temporary: false,
          offerDays: 20,
          offerDaysAfterDesign: 30,
          offerLastDay: '2025-03-30',
        },
      },
      {
        shows: 'temporary',
        letter: {
          receivedOn: '2025-03-10',
          purpose: 'restore',
          parameters: documents.SMALL,
          temporary: true,
          offerDays: 20,
          offerDaysAfterDesign: 30,
          offerLastDay: '2025-03-30',
        },
      },
    ],
    'N-MISSING': [
      {
        shows: 'documents',
        letter: {
          newOwner: false,
          missing: [
            t(
              'zemesgrāmatas izraksts vai cits īpašuma tiesības apliecinošs dokuments',
              'an extract from the land register or another proof of ownership',
            ),
            t('objekta situācijas plāns', 'a plan of the site'),
          ],
          offerLastDay: '2025-03-30',
        },
      },
      { shows: 'new-owner', letter: { newOwner: true, missing: [], offerLastDay: null } },
    ],
    'N-TECH': [
      {
        shows: 'customer',
        letter: {
          designBy: 'customer',
          contractorChosenBy: 'customer',
          reasons: t(
            'Līdz tuvākajai līnijai ir 180 m, trase šķērso ielu.',
            'The nearest line is 180 m away and the route crosses a street.',
          ),
          requirements: { number: 'TP-2025-118', issuedOn: '2025-03-10', validUntil: '2027-03-10' },
          connectionPoint: t('0,4 kV līnija, balsts Nr. 14', '0.4 kV line, pole no. 14'),
          ownershipBoundary: t(
            'Uzskaites sadalnes ievada spailes pie zemes gabala robežas',
            'Incoming terminals of the metering cabinet at the boundary of the plot',
          ),
          parameters: documents.SMALL,
          offerDaysAfterDesign: 30,
        },
      },
      {
        shows: 'operator',
        letter: {
          designBy: 'operator',
          contractorChosenBy: null,
          reasons: null,
          requirements: { number: 'TP-2025-119', issuedOn: '2025-03-10', validUntil: null },
          connectionPoint: null,
          ownershipBoundary: null,
          parameters: documents.LARGE,
          offerDaysAfterDesign: 30,
        },
      },
      {
        shows: 'contractor',
        letter: {
          designBy: null,
          contractorChosenBy: 'operator',
          reasons: null,
          requirements: null,
          connectionPoint: null,
          ownershipBoundary: null,
          parameters: documents.SMALL,
          offerDaysAfterDesign: 30,
        },
      },
    ],
  };
}
