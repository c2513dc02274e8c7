import { furtherCases } from './further-cases.ts';

/** When the offer is due (II.11.1). */
export const OFFER_DUE = furtherCases(
  'offerDue',
  'OD',
  {
    input: { applicationReceived: '2023-02-10', designOrContractorNeeded: false },
    expected: { lastDay: '2023-03-02' },
    clause: 'C11.1.1',
    why: '20 days over a February of 28 days',
  },
  {
    input: { applicationReceived: '2024-12-20', designOrContractorNeeded: false },
    expected: { lastDay: '2025-01-09' },
    clause: 'C11.1.1',
    why: '20 days over the year end, through holidays that move nothing',
  },
  {
    input: { applicationReceived: '2025-10-20', designOrContractorNeeded: false },
    expected: { lastDay: '2025-11-09' },
    clause: 'C11.1.1',
    why: 'the autumn clock change adds an hour and no day; the last day is a Sunday',
  },
  {
    input: {
      applicationReceived: '2025-02-20',
      designOrContractorNeeded: true,
      contractorDetermined: '2025-03-05',
    },
    expected: { lastDay: '2025-04-04' },
    clause: 'C11.1.2, OQ-LC-1',
    why: 'only a contractor is needed: 30 days from its determination',
    alternatives: [{ policy: 'offerClock.mixedNeed=both', lastDay: '2025-03-12' }],
  },
  {
    input: {
      applicationReceived: '2025-01-10',
      designOrContractorNeeded: true,
      designReceived: '2025-02-03',
      contractorDetermined: '2025-03-05',
    },
    expected: { lastDay: '2025-04-04' },
    clause: 'C11.1.2, OQ-LC-3',
    why: 'both are needed: from the later event, the contractor',
    alternatives: [{ policy: 'offerClock.bothNeeded=earlierEvent', lastDay: '2025-03-05' }],
  },
  {
    input: {
      applicationReceived: '2025-01-10',
      designOrContractorNeeded: true,
      designReceived: '2025-03-05',
      contractorDetermined: '2025-02-03',
    },
    expected: { lastDay: '2025-04-04' },
    clause: 'C11.1.2, OQ-LC-3',
    why: 'the contractor came first: from the later event, the design',
  },
  {
    input: {
      applicationReceived: '2025-03-01',
      designOrContractorNeeded: false,
      incompleteUntil: '2025-03-08',
    },
    expected: { lastDay: '2025-03-21' },
    clause: 'C5.2, C11.1.1, OQ-LC-2',
    why: 'an incomplete application: the clock runs from receipt all the same',
    alternatives: [{ policy: 'offerClock.start=completed', lastDay: '2025-03-28' }],
  },
);
