import type { CaseFilter } from '../../db/case-filter.ts';
import type { Role } from '../../workflows/roles.ts';
import type { Status } from '../../workflows/status.ts';
import type { Caller } from '../casework/caller.ts';

/** What needs doing, as lists of cases. */
export const WORKS = [
  'mine',
  'overdue',
  'applications',
  'incomplete',
  'offers',
  'objections',
  'signing',
  'warnings',
  'works',
  'complaints',
  'data-requests',
  'debts',
  'refunds',
  'all',
] as const;
export type Work = (typeof WORKS)[number];

const status = (...of: readonly Status[]) => ({ status: of });

const IN_FORCE = ['in-force', 'suspended', 'fulfilled'] as const;

/** Which cases each is. Several filters: a case of any of them. */
const CASES_OF: Readonly<Record<Exclude<Work, 'mine'>, readonly CaseFilter[]>> = {
  overdue: [{ overdue: true }],
  /** II.11.1: to be checked, to be routed, or design and contractor are the operator's to bring. */
  applications: [{ ...status('received', 'awaiting-design', 'awaiting-contractor'), awaits: 'operator' }],
  /** II.5.2 */
  incomplete: [status('incomplete')],
  /** II.11.1: an offer is to be made. */
  offers: [status('evaluating')],
  /** II.11.2 */
  objections: [status('objected')],
  /** II.11.5: the customer has signed or paid, and the operator's signature is awaited. */
  signing: [{ ...status('offered', 'annulment-warned'), awaits: 'operator' }],
  /** II.11.3: the offer lapsed, the warning has not gone out. */
  warnings: [status('offer-lapsed')],
  works: [{ ...status(...IN_FORCE), awaits: 'operator' }],
  /** II.16.5 */
  complaints: [{ deadline: { name: 'complaint-answer', state: 'open', awaitsOperator: true } }],
  /** II.9.3: of data subjects, to be decided on by data protection. */
  'data-requests': [{ deadline: { name: 'data-request-answer', state: 'open', awaitsOperator: true } }],
  /** II.10.2, II.10.5: a payment is late, or its debt may be handed over. */
  debts: [
    {
      ...status(...IN_FORCE),
      awaits: 'customer',
      overdue: true,
      deadline: { name: 'payment-due', state: 'open' },
    },
    {
      ...status(...IN_FORCE, 'terminated'),
      awaits: 'customer',
      deadline: { name: 'debt-handover-earliest', state: 'open' },
    },
  ],
  /** II.13.2: a refund is to be decided or paid. */
  refunds: [{ ...status('annulled', 'withdrawn', 'terminated'), awaits: 'operator' }],
  all: [],
};

const WORK_OF: Readonly<Partial<Record<Role, readonly Exclude<Work, 'mine' | 'all'>[]>>> = {
  engineer: ['applications', 'offers', 'objections', 'signing', 'works'],
  service: ['incomplete', 'warnings', 'complaints'],
  finance: ['debts', 'refunds'],
  privacy: ['data-requests'],
};

/** What is shown to this caller: the own work first, all cases last. */
export function worksOf({ roles }: Caller): readonly Work[] {
  const own = WORKS.filter((work) => roles.some((role) => WORK_OF[role]?.some((one) => one === work)));
  return own.length > 0 ? ['mine', 'overdue', ...own, 'all'] : ['overdue', 'all'];
}

/** Where this caller's queue begins. */
export const firstWork = (caller: Caller): Work => (worksOf(caller).includes('mine') ? 'mine' : 'all');

/** The cases of a work; for a caller without work of the own, `mine` is all. */
export function filterOf(work: Work, caller: Caller): CaseFilter {
  const filters =
    work === 'mine'
      ? worksOf(caller)
          .filter((one) => one !== 'mine' && one !== 'all' && one !== 'overdue')
          .flatMap((one) => CASES_OF[one as Exclude<Work, 'mine'>])
      : CASES_OF[work];
  if (filters.length === 0) return {};
  return filters.length === 1 ? filters[0]! : { anyOf: filters };
}
