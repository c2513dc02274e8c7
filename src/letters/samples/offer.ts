import type { Language } from '../../law/words.ts';
import type { Enclosure } from '../enclosures.ts';
import * as documents from './documents.ts';
import { AGAIN, TO_A_FIRM } from './head.ts';
import type { Fields, SamplesOf, Telling } from './sample.ts';

/** Samples: the offer. */

const OFFER_ENCLOSURES = (language: Language): Enclosure[] => [
  { document: 'part-one', fields: documents.partOne(language) },
  { document: 'fee-explanation', fields: documents.feeExplanation(language) },
  { document: 'refusal-form', fields: documents.refusalForm },
];

const FIRM_ENCLOSURES = (language: Language): Enclosure[] => [
  { document: 'part-one', fields: documents.partOneOfAFirm(language) },
  { document: 'fee-explanation', fields: documents.largeFeeExplanation(language) },
  { document: 'refusal-form', fields: documents.refusalFormOfAFirm },
];

const offer = (label: string): Fields<'N-OFFER'> => ({
  issuedOn: '2025-03-10',
  windowDays: 30,
  windowLastDay: '2025-04-09',
  answerDays: 14,
  warningDays: 10,
  withdrawalDays: 14,
  fee: documents.FEE,
  lines: [{ label, amount: '3000.00', customerShare: '1500.00', operatorShare: '1500.00' }],
  advanceGross: '1815.00',
  paidInAdvance: true,
  instalments: 0,
  paymentDueOn: '2025-04-09',
  termOn: '2025-09-30',
  worksBeforeFullPayment: false,
  termsVersion: '2018-01-01',
});

export function offerSamples({ language, t }: Telling): SamplesOf<'N-OFFER' | 'N-REVOFFER'> {
  const loadUnit = t('Slodzes vienības izbūves izmaksas', 'Load-unit construction');
  return {
    'N-OFFER': [
      { shows: 'household', letter: offer(loadUnit), enclosures: OFFER_ENCLOSURES(language) },
      {
        shows: 'firm',
        head: TO_A_FIRM,
        letter: {
          ...offer(loadUnit),
          fee: documents.LARGE_FEE,
          lines: documents
            .largeFeeExplanation(language)
            .lines.map(({ label, amount, customerShare, operatorShare }) => ({
              label,
              amount,
              customerShare,
              operatorShare,
            })),
          advanceGross: '10000.00',
          paidInAdvance: false,
          instalments: 2,
          worksBeforeFullPayment: true,
        },
        enclosures: FIRM_ENCLOSURES(language),
      },
      {
        shows: 'again',
        head: AGAIN,
        letter: { ...offer(loadUnit), windowLastDay: '2025-04-18' },
        enclosures: OFFER_ENCLOSURES(language),
      },
    ],
    'N-REVOFFER': [
      {
        shows: 'founded',
        letter: {
          ...offer(loadUnit),
          objection: {
            on: '2025-02-27',
            reasons: [t('Piederības robeža ir kaimiņa zemē.', 'The boundary lies on a neighbour’s land.')],
          },
          changes: [
            { what: 'share', before: '2420.00', after: '1815.00' },
            { what: 'advance', before: '1000.00', after: '1815.00' },
            { what: 'term', before: '2025-10-31', after: '2025-09-30' },
            { what: 'dueDate', before: '2025-03-31', after: '2025-04-09' },
            {
              what: 'boundary',
              before: t('kaimiņa žogs', 'the neighbour’s fence'),
              after: t('zemes gabala robeža pie vārtiņiem', 'the plot’s boundary beside the gate'),
            },
          ],
        },
        enclosures: OFFER_ENCLOSURES(language),
      },
      {
        shows: 'price-lapsed',
        letter: { ...offer(loadUnit), objection: null, changes: [] },
        enclosures: OFFER_ENCLOSURES(language),
      },
    ],
  };
}
