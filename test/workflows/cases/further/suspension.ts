import { furtherCases } from './further-cases.ts';

/** How suspended works move the term (II.13.1). */
export const SUSPENSION = [
  ...furtherCases(
    'suspension',
    'SU',
    {
      input: {
        term: '2025-09-30',
        suspensions: [
          { reason: '13.1.1', from: '2025-06-01', resume: '2025-06-21' },
          { reason: '13.1.2', from: '2025-06-11', resume: '2025-07-01' },
        ],
      },
      expected: { extendedTerm: '2025-10-30', amendmentNeeded: false },
      clause: 'C13.1, T-28',
      why: 'two reasons overlap: 30 days, not 40',
      alternatives: [{ policy: 'suspension.length=sumOfDays', extendedTerm: '2025-11-09' }],
    },
    {
      input: {
        term: '2025-09-30',
        suspensions: [
          { reason: '13.1.1', from: '2025-06-01', resume: '2025-06-10' },
          { reason: '13.1.4', from: '2025-06-10', resume: '2025-06-20' },
        ],
      },
      expected: { extendedTerm: '2025-10-19' },
      clause: 'C13.1, T-28',
      why: 'adjacent intervals merge, and no day counts twice',
    },
    {
      input: {
        term: '2026-03-31',
        suspensions: [{ reason: '13.1.3', from: '2025-11-03', noticed: '2025-11-06', resume: '2025-11-08' }],
      },
      expected: { extendedTerm: '2026-03-31' },
      clause: 'C13.1.3',
      why: 'five days of frost are not more than five days',
    },
    {
      input: {
        term: '2026-03-31',
        suspensions: [{ reason: '13.1.3', from: '2025-11-03', noticed: '2025-11-06', resume: '2025-11-09' }],
      },
      expected: { extendedTerm: '2026-04-06' },
      clause: 'C13.1.3, T-33',
      why: 'six days are, and all six count',
    },
    {
      input: {
        term: '2026-03-31',
        suspensions: [{ reason: '13.1.3', from: '2025-11-03', noticed: '2025-11-12', resume: '2025-11-20' }],
      },
      expected: { extendedTerm: '2026-04-08' },
      clause: 'C13.1.3, T-34',
      why: 'noticed late: counted from the notice',
    },
    {
      input: {
        term: '2026-03-31',
        suspensions: [{ reason: '13.1.3', from: '2025-11-03', noticed: '2025-11-08', resume: '2025-11-20' }],
      },
      expected: { extendedTerm: '2026-04-17' },
      clause: 'C13.1.3, T-33',
      why: 'noticed on the fifth day: in time, counted from the start',
      alternatives: [{ policy: 'suspension.noticeCounting=includingFirstDay', extendedTerm: '2026-04-12' }],
    },
    {
      input: {
        term: '2024-02-20',
        suspensions: [{ reason: '13.1.4', from: '2024-01-10', resume: '2024-01-25' }],
      },
      expected: { extendedTerm: '2024-03-06' },
      clause: 'C13.1.4, T-45',
      why: 'fifteen days from 20 February of a leap year',
    },
    {
      input: {
        term: '2025-09-30',
        suspensions: [
          { reason: '13.1.1', from: '2025-06-01', resume: '2025-06-11' },
          { reason: '13.1.3', from: '2025-06-09', resume: '2025-06-14' },
        ],
      },
      expected: { extendedTerm: '2025-10-10' },
      clause: 'C13.1.3, T-28',
      why: 'five days of storm beside another reason add nothing of their own',
    },
    {
      input: { term: '2025-09-30', suspensions: [{ reason: '13.1.2', from: '2025-09-20' }] },
      expected: { extendedTerm: '2025-09-30', resume: null, frozen: true },
      clause: 'C13.1.2, T-29',
      why: 'not resumed yet: the term stands still',
    },
    {
      input: {
        term: '2025-09-30',
        suspensions: [{ reason: '13.1.1', from: '2025-06-01', resume: '2025-06-01' }],
      },
      expected: { extendedTerm: '2025-09-30' },
      clause: 'C13.1, OQ-SUS-3',
      why: 'resumed on the same day: a day on which works are allowed is not counted',
    },
  ),
  ...furtherCases(
    'terminateWhileSuspended',
    'TS',
    {
      input: { state: 'suspended', mutual: '2025-06-15' },
      expected: { contractEnded: true, endDate: '2025-06-15', basis: 'II.14.1' },
      clause: 'C14.1, T-29',
      why: 'both agree while works are suspended',
    },
    {
      input: { state: 'suspended', notReadyAttempt: '2025-06-15' },
      expected: { contractEnded: false, endDate: null },
      clause: 'C14.3.7, T-29',
      why: 'the term has stood still since before its day: not ready is no ground',
    },
  ),
];
