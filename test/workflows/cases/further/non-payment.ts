import { furtherCases } from './further-cases.ts';

/** What becomes of a contract that is not paid (II.14.3.2, II.14.3.3). */
export const NON_PAYMENT = [
  ...furtherCases(
    'nonPaymentEnd',
    'NP',
    {
      input: { inForce: true, worksStarted: false, due: '2025-04-17', paid: false },
      expected: { contractEnds: '2025-04-22' },
      clause: 'C14.3.2, T-47',
      why: 'due on Maundy Thursday: the next working day is Tuesday after Easter',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-05-02', paid: false },
      expected: { contractEnds: '2025-05-06' },
      clause: 'C14.3.2, T-47',
      why: '4 May is a Sunday, Monday its substitute',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2024-12-23', paid: false },
      expected: { contractEnds: '2024-12-27' },
      clause: 'C14.3.2',
      why: 'Christmas lies between',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-12-30', paid: false },
      expected: { contractEnds: '2026-01-02' },
      clause: 'C14.3.2, T-45',
      why: 'over the year end',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-12-30', paid: false, holidays: ['2026-01-02'] },
      expected: { contractEnds: '2026-01-05' },
      clause: 'C14.3.2, OQ-DAY-3',
      why: 'an entered day off moves it on',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-01-11', paid: false },
      expected: { contractEnds: '2025-01-13' },
      clause: 'C14.3.2, T-39',
      why: 'a due date on a Saturday stays where it is',
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-01-10', paid: '2025-01-11' },
      expected: { contractEnds: null },
      clause: 'C14.3.2, T-38, OQ-PAY-3',
      why: 'an instant transfer on Saturday is late and cures',
      alternatives: [{ policy: 'lateCure=false', contractEnds: '2025-01-13' }],
    },
    {
      input: { inForce: true, worksStarted: false, due: '2025-01-10', paid: '2025-01-10' },
      expected: { contractEnds: null },
      clause: 'C10.2',
      why: 'paid on the last day',
    },
    {
      input: { inForce: true, worksStarted: true, due: '2025-01-10', paid: false },
      expected: { contractEnds: null },
      clause: 'C14.3.2, T-37',
      why: 'works had started: nothing ends by itself',
    },
  ),
  ...furtherCases(
    'nonPaymentDebt',
    'ND',
    {
      input: { inForce: true, worksStarted: false, due: '2025-01-10', paid: false },
      expected: { mayTerminate: true, paymentStillDue: false },
      clause: 'C14.3.2',
      why: 'no works: the contract has ended and nothing is owed',
    },
    {
      input: { inForce: true, worksStarted: true, due: '2025-01-10', paid: true },
      expected: { mayTerminate: false, paymentStillDue: false },
      clause: 'C14.3.2',
      why: 'paid in time: no right to end',
    },
  ),
  ...furtherCases(
    'commonProject',
    'PR',
    {
      input: { due: '2025-04-09', paid: true, othersOwe: '100.00', attempt: '2025-04-10' },
      expected: { mayEnd: true },
      clause: 'C14.3.3',
      why: 'one’s own share is paid, the total is not',
    },
    {
      input: { due: '2025-04-09', paid: true, othersOwe: '0.00', attempt: '2025-04-10' },
      expected: { mayEnd: false },
      clause: 'C14.3.3',
      why: 'the total is paid',
    },
    {
      input: { due: '2025-04-09', paid: false, othersOwe: '0.00', attempt: '2025-04-09' },
      expected: { mayEnd: false },
      clause: 'C14.3.3',
      why: 'the last day to pay is still running',
    },
  ),
];
