import {
  building,
  buildingUnpaid,
  completed,
  costing,
  evaluating,
  joinedProject,
  offerIssued,
  type Part,
  paidContract,
  signedContract,
  until,
  worksCompleted,
} from '../../builders/index.ts';

/** Where walks begin: at the door, or somewhere further on, so that every stage is walked through. */
const inOrder =
  (...parts: readonly Part[]): Part =>
  (story) =>
    parts.reduce((told, part) => part(told), story);

export const BEGINNINGS: Readonly<Record<string, Part>> = {
  door: until('2024-02-01'),
  evaluating: evaluating('2025-09-25'),
  offer: offerIssued('2025-03-10'),
  'posted offer': offerIssued('2024-02-10', { channel: 'post', advanceGross: '3025.00' }),
  signed: signedContract('2025-03-10', { application: { customer: { kind: 'legal' } } }),
  'signed, works at once': signedContract('2024-12-02', {
    worksBeforeFullPayment: true,
    worksInWithdrawalPeriod: true,
  }),
  paid: paidContract('2025-09-25', { worksInWithdrawalPeriod: true }),
  building: building('2025-03-10', { application: { connection: { replacesOldInstallation: true } } }),
  'building, unpaid': buildingUnpaid('2025-01-02'),
  'part paid, member of a project': inOrder(
    buildingUnpaid('2025-03-10', { advanceGross: '3025.00' }),
    joinedProject('2025-03-11'),
  ),
  deferred: signedContract('2025-03-10', {
    quote: costing('5000.00', {
      connection: { ampere: '160', volt: '400', distanceM: '20' },
      deferral: {
        months: 12,
        annualRate: '0.05',
        guaranteesProvided: true,
        termsInContract: true,
        monthsFromSystemServiceContract: 12,
      },
    }),
  }),
  completed: completed('2025-01-02', '2025-08-10'),
  'completed, unpaid': inOrder(buildingUnpaid('2025-01-02'), worksCompleted('2025-03-20')),
};
