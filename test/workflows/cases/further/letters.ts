import { furtherCases } from './further-cases.ts';

/** When a letter counts as received, and by when a complaint is answered (II.16). */
export const LETTERS = [
  ...furtherCases(
    'deemedReceipt',
    'DR',
    {
      input: { sent: '2025-04-10', channels: ['portal', 'email', 'hand', 'post'] },
      expected: { receivedOn: ['2025-04-10', '2025-04-10', '2025-04-10', '2025-04-17'] },
      clause: 'C16.4',
      why: 'post on the 7th day, the day of dispatch being day 0',
      alternatives: [
        {
          policy: 'post.dispatchDay=dayOne',
          receivedOn: ['2025-04-10', '2025-04-10', '2025-04-10', '2025-04-16'],
        },
      ],
    },
    {
      input: { sent: '2024-02-25', channels: ['post'] },
      expected: { receivedOn: ['2024-03-03'] },
      clause: 'C16.4.1, T-45',
      why: 'seven days over a leap day',
    },
  ),
  ...furtherCases(
    'complaintAnswer',
    'CA',
    {
      input: { received: '2024-02-20', cases: [{ extraChecks: false }, { extraChecks: true }] },
      expected: { lastDay: ['2024-03-06', '2024-03-21'] },
      clause: 'C16.5, T-45',
      why: 'over a leap February',
    },
    {
      input: { received: '2024-12-20', cases: [{ extraChecks: false }, { extraChecks: true }] },
      expected: { lastDay: ['2025-01-04', '2025-01-19'] },
      clause: 'C16.5',
      why: 'over the year end',
    },
  ),
];
