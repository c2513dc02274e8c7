import { furtherCases } from './further-cases.ts';

/** The fourteen days to withdraw (II.15). */
export const WITHDRAWAL = furtherCases(
  'withdrawal',
  'WD',
  {
    input: { customer: 'natural', inForceFrom: '2024-02-15', noticePortal: ['2024-02-29', '2024-03-01'] },
    expected: { lastDay: '2024-02-29', basis: ['15.2', '14.5'] },
    clause: 'C15.2, T-45',
    why: 'a natural person; the 14th day is the leap day',
  },
  {
    input: {
      customer: 'natural',
      household: true,
      inForceFrom: '2025-05-04',
      noticePortal: ['2025-05-18', '2025-05-19'],
    },
    expected: { lastDay: '2025-05-18', basis: ['15.2', '14.5'] },
    clause: 'C15.2, OQ-DAY-1',
    why: 'the last day is a Sunday and does not roll',
    alternatives: [{ policy: 'consumerWithdrawalRoll=true', lastDay: '2025-05-19', basis: ['15.2', '15.2'] }],
  },
  {
    input: { customer: 'legal', inForceFrom: '2024-12-25', noticePortal: ['2025-01-08', '2025-01-09'] },
    expected: { lastDay: '2025-01-08', basis: ['15.1', '14.5'] },
    clause: 'C15.1',
    why: 'over the year end',
  },
);
