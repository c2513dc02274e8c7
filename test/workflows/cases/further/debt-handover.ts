import { furtherCases } from './further-cases.ts';

const OWED = {
  inForceEver: true,
  worksStartedOrFinished: true,
  due: '2025-01-10',
  warningDeemedReceived: '2025-02-20',
  paid: false,
};

/** When a debt may be handed over (II.10.5). */
export const DEBT_HANDOVER = furtherCases(
  'debtHandover',
  'DH',
  {
    input: { ...OWED, attempt: '2025-03-12' },
    expected: { allowed: true },
    clause: 'C10.5, T-41',
    why: '60 days of delay have passed',
  },
  {
    input: { ...OWED, attempt: '2025-03-11' },
    expected: { allowed: false },
    clause: 'C10.5, OQ-DAY-2',
    why: 'the 60th day of delay is running',
    alternatives: [{ policy: 'days.atLeast=dateDifference', allowed: true }],
  },
  {
    input: { ...OWED, due: '2024-01-10', warningDeemedReceived: '2024-02-20', attempt: '2024-03-10' },
    expected: { allowed: false },
    clause: 'C10.5, T-45',
    why: 'in a leap year the 61st day after the due date is 11 March',
  },
  {
    input: { ...OWED, due: '2024-01-10', warningDeemedReceived: '2024-02-20', attempt: '2024-03-11' },
    expected: { allowed: true },
    clause: 'C10.5, T-45',
    why: 'and on that day it is lawful',
  },
  {
    input: { ...OWED, warningDeemedReceived: null, attempt: '2025-06-01' },
    expected: { allowed: false },
    clause: 'C10.5',
    why: 'never without a warning',
  },
  {
    input: { ...OWED, warningDeemedReceived: '2025-03-20', attempt: '2025-03-20' },
    expected: { allowed: false },
    clause: 'C10.5',
    why: 'the warning comes first, on a day before',
  },
  {
    input: { ...OWED, paid: '1000.00', attempt: '2025-03-12' },
    expected: { allowed: true },
    clause: 'C10.5, T-41',
    why: 'a part payment keeps the clock for the rest',
  },
  {
    input: { ...OWED, paid: true, attempt: '2025-03-12' },
    expected: { allowed: false },
    clause: 'C10.7',
    why: 'paid, though late',
  },
  {
    input: { ...OWED, contractEnded: '2025-02-25', attempt: '2025-03-12' },
    expected: { allowed: true },
    clause: 'C10.4, T-42',
    why: 'the contract has ended, the debt stays',
  },
  {
    input: {
      ...OWED,
      inForceEver: false,
      worksStartedOrFinished: false,
      warningDeemedReceived: null,
      attempt: '2025-06-01',
    },
    expected: { allowed: false },
    clause: 'C10.7',
    why: 'a contract never came into force',
  },
);
