import { furtherCases } from './further-cases.ts';

/** Completion, the days to connect, and the supply after it (II.2.7, II.4). */
export const CONNECTION = [
  ...furtherCases(
    'completion',
    'CO',
    {
      input: { physicallyFinished: '2024-12-30', noticePortal: '2025-01-02' },
      expected: { completedOn: '2025-01-02' },
      clause: 'C2.7',
      why: 'the notice goes out in the new year',
    },
    {
      input: { physicallyFinished: '2025-08-01', noticePost: '2025-08-10' },
      expected: { completedOn: '2025-08-10', operatorFulfilled: true },
      clause: 'C2.7, OQ-NOT-1',
      why: 'by post: the day of dispatch',
    },
  ),
  ...furtherCases(
    'connectionDue',
    'CD',
    {
      input: { completed: '2025-12-20', readinessPortal: '2025-12-28', replacesOldInstallation: false },
      expected: { connectBy: '2026-01-07' },
      clause: 'C4.1',
      why: '10 days over the year end',
    },
    {
      input: { completed: '2024-01-20', readinessPortal: '2024-01-31', replacesOldInstallation: true },
      expected: { connectBy: '2024-03-01' },
      clause: 'C4.2',
      why: 'an old installation is replaced: 30 days over a leap February',
    },
    {
      input: { completed: '2025-08-10', readinessHandedOver: '2025-08-27', replacesOldInstallation: false },
      expected: { connectBy: '2025-09-06' },
      clause: 'C4.1, C16.4.1',
      why: 'a posted declaration counts from the day on which it is handed over',
    },
    {
      input: { completed: '2025-08-10', readinessPortal: '2025-08-20', agreedDays: 20 },
      expected: { connectBy: '2025-09-09' },
      clause: 'C4.1, C1.1',
      why: 'agreed otherwise in Part I',
    },
    {
      input: { completed: '2025-08-10', readinessPortal: '2025-08-01', replacesOldInstallation: true },
      expected: { connectBy: '2025-09-09' },
      clause: 'C4.2, T-23',
      why: 'ready before completion: 30 days from the later day',
      alternatives: [{ policy: 'connectionClock=readinessOnly', connectBy: '2025-08-31' }],
    },
  ),
  ...furtherCases(
    'lastGuaranteedSupply',
    'LG',
    {
      input: {
        completed: '2025-08-10',
        readiness: '2025-08-20',
        connected: '2025-08-25',
        tradingContract: 'T-000123',
      },
      expected: { supplyMode: 'trading', connectionRefusedForThis: false },
      clause: 'C4.7',
      why: 'a trading contract stands for the object',
    },
    {
      input: {
        completed: '2024-12-20',
        readiness: '2024-12-20',
        connected: '2024-12-20',
        tradingContract: null,
      },
      expected: { supplyMode: 'PGP', connectionRefusedForThis: false },
      clause: 'C4.7',
      why: 'completed, ready and connected on one day without a trader',
    },
  ),
];
