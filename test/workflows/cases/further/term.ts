import { furtherCases } from './further-cases.ts';

const COMPLETED_IN_TIME = {
  term: '2025-09-30',
  completed: '2025-08-10',
  readiness: null,
  agreement: null,
};

/** What follows where the term passes (II.4.5, II.4.6). */
export const TERM = furtherCases(
  'termExpiry',
  'TE',
  {
    input: { ...COMPLETED_IN_TIME, completed: '2025-10-10', on: '2025-10-20' },
    expected: { operatorObligationsFulfilled: false, endAllowedFrom: null, contractEnded: false },
    clause: 'C4.5, T-21',
    why: 'completed after the term: the operator itself was late, nothing ends',
  },
  {
    input: { ...COMPLETED_IN_TIME, completed: '2025-09-30', on: '2025-10-01' },
    expected: { operatorObligationsFulfilled: true, endAllowedFrom: '2025-10-01' },
    clause: 'C4.5, T-25',
    why: 'completed on the very last day: by the strict text the term stands',
  },
  {
    input: { ...COMPLETED_IN_TIME, readiness: '2025-09-30', on: '2025-10-05' },
    expected: { endAllowedFrom: null, contractEnded: false },
    clause: 'C4.5',
    why: 'readiness confirmed on the last day',
  },
  {
    input: { ...COMPLETED_IN_TIME, readiness: '2025-09-10', disproved: '2025-09-20', on: '2025-10-01' },
    expected: { endAllowedFrom: '2025-10-01', connected: false },
    clause: 'C4.5, T-24',
    why: 'confirmed, but not in fact ready',
  },
  {
    input: {
      ...COMPLETED_IN_TIME,
      agreement: { on: '2025-09-20', termOn: '2025-12-31' },
      on: '2025-10-01',
    },
    expected: { endAllowedFrom: null, capacityMayBeReused: false },
    clause: 'C4.6',
    why: 'a later term is agreed',
  },
  {
    input: { ...COMPLETED_IN_TIME, agreement: { on: '2025-09-20', usage: true }, on: '2025-10-01' },
    expected: { endAllowedFrom: null },
    clause: 'C4.6',
    why: 'the use of system services is agreed',
  },
  {
    input: { ...COMPLETED_IN_TIME, completed: null, suspendedFrom: '2025-09-01', on: '2025-10-01' },
    expected: { endAllowedFrom: null, contractEnded: false },
    clause: 'C13.1, T-29',
    why: 'the term is frozen while works are suspended',
  },
);
