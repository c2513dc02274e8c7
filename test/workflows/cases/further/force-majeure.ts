import { furtherCases } from './further-cases.ts';

/** The notice of force majeure, and the end after a month of it (II.17, II.14.2.3). */
export const FORCE_MAJEURE = [
  ...furtherCases(
    'forceMajeureNotice',
    'FN',
    {
      input: { since: '2024-02-26', notices: ['2024-03-02', '2024-03-03'] },
      expected: { valid: [true, false] },
      clause: 'C17.2, T-45',
      why: 'five days over a leap day',
      alternatives: [{ policy: 'noticeCounting=includingFirstDay', valid: [false, false] }],
    },
    {
      input: { since: '2025-06-01', notices: ['2025-06-01', '2025-06-02'], event: 'the contractor is late' },
      expected: { valid: [false, false] },
      clause: 'C17.1',
      why: 'a late contractor is never force majeure',
    },
  ),
  ...furtherCases(
    'forceMajeureEnd',
    'FE',
    {
      input: { since: '2025-01-31', worksStarted: true },
      expected: { contractEnds: '2025-03-01', reason: 'forceMajeure', connected: false },
      clause: 'C14.2.3, T-45',
      why: 'one month from 31 January ends on 28 February',
    },
    {
      input: { since: '2024-01-31', worksStarted: true },
      expected: { contractEnds: '2024-03-01' },
      clause: 'C14.2.3, T-45',
      why: 'and on the 29th in a leap year',
    },
    {
      input: { since: '2025-06-15', worksStarted: true },
      expected: { contractEnds: '2025-07-16' },
      clause: 'C14.2.3',
      why: 'longer than one month: the day after',
    },
    {
      input: { since: '2025-06-15', worksStarted: false },
      expected: { contractEnds: null, reason: null },
      clause: 'C14.2.3',
      why: 'no works had started',
    },
    {
      input: { since: '2025-06-15', worksStarted: true, newTermAgreed: '2025-07-01' },
      expected: { contractEnds: null },
      clause: 'C14.2.3',
      why: 'a new term is agreed',
    },
  ),
];
