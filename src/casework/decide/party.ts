import type { EventType } from '../../../workflows/events.ts';
import type { Party } from '../../../workflows/facts.ts';

/** What service enters on paper or by phone for the customer is the customer's act (ledger 5.2). */
const ENTERED_FOR_THE_CUSTOMER: ReadonlySet<string> = new Set<EventType>([
  'application.drafted',
  'application.submitted',
  'application.completed',
  'application.withdrawn',
  'readiness.confirmed',
  'owner.changed',
  'details.changed',
  'authority.filed',
  'authority.revoked',
  'complaint.filed',
  'data-request.filed',
  'contract.withdrawn',
  'offer.objected',
]);

/** On whose behalf somebody of a role acts. */
export function partyOfRole(role: string, type: EventType, data: object): Party {
  if (type === 'contract.signed') return (data as { party: Party }).party;
  if (role === 'customer') return 'customer';
  return role === 'service' && ENTERED_FOR_THE_CUSTOMER.has(type) ? 'customer' : 'operator';
}
