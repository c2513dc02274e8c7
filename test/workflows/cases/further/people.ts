import { furtherCases } from './further-cases.ts';

/** A new owner, and a revoked authority (II.4.3, II.5.3). */
export const PEOPLE = [
  ...furtherCases(
    'ownerChange',
    'OC',
    {
      input: {
        inForce: true,
        connected: false,
        ownerChanged: '2025-07-01',
        ownerChangeNotified: '2025-07-15',
      },
      expected: { contractEnded: true, endDate: '2025-07-15', connected: false, transferAllowed: false },
      clause: 'C4.3, OQ-OWN-1',
      why: 'ended on the day on which the operator learns of it',
      alternatives: [{ policy: 'ownerChange.endsOn=dayOfChange', endDate: '2025-07-01' }],
    },
    {
      input: { inForce: false, connected: false, ownerChangeNotified: '2025-07-15' },
      expected: { contractEnded: false, endDate: null, transferAllowed: false, status: 'incomplete' },
      clause: 'C4.3',
      why: 'before conclusion: a new applicant, back to incomplete',
    },
  ),
  ...furtherCases(
    'powerOfAttorney',
    'PA',
    {
      input: { operatorReceivedRevocation: '2025-03-09', signed: ['2025-03-08', '2025-03-09'] },
      expected: { agentActValid: [true, false] },
      clause: 'C5.3',
      why: 'the day before the receipt, and after it',
    },
    {
      input: {
        publishedRevocation: '2024-02-01',
        operatorReceivedRevocation: '2024-03-01',
        signed: ['2024-02-29'],
      },
      expected: { agentActValid: [true] },
      clause: 'C6.2, C6.3',
      why: 'whatever a register says: a month after the publication the agent still binds',
    },
  ),
];
