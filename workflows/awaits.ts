import type { Awaits, Situation } from './deadlines/deadline.ts';
import {
  advanceIsPaidInTime,
  debtSurvives,
  demandIsMet,
  openSuspensions,
  outstanding,
  refundDue,
  shareIsPaid,
} from './derived.ts';
import type { Facts } from './facts.ts';

/** Whose turn it is. */
export function awaitsOf({ status, facts }: Situation): Awaits {
  switch (status) {
    case 'draft':
    case 'incomplete':
      return 'customer';
    case 'received':
    case 'evaluating':
    case 'objected':
      return 'operator';
    case 'awaiting-design':
      return facts.route?.designBy === 'operator' ? 'operator' : 'customer';
    case 'awaiting-contractor':
      return facts.route?.contractorChosenBy === 'customer' ? 'customer' : 'operator';
    case 'offered':
    case 'annulment-warned':
      return customerHasAnswered(facts) ? 'operator' : 'customer';
    case 'offer-lapsed':
      return 'operator';
    case 'suspended':
      return openSuspensions(facts).some((one) => one.remedyBy !== null) ? 'customer' : 'operator';
    case 'in-force':
    case 'fulfilled':
      return inForce(facts);
    case 'annulled':
    case 'withdrawn':
    case 'terminated':
    case 'closed':
      return afterTheEnd(facts);
  }
}

const customerHasAnswered = (facts: Facts): boolean =>
  facts.signatures.customer !== undefined || advanceIsPaidInTime(facts);

function inForce(facts: Facts): Awaits {
  if (!demandIsMet(facts)) return 'customer';
  if (!facts.completedOn) return 'operator';
  if (!facts.readiness) return 'customer';
  if (!shareIsPaid(facts)) return 'customer';
  return facts.connected ? 'nobody' : 'operator';
}

function afterTheEnd(facts: Facts): Awaits {
  const undecided =
    facts.ending?.reason !== 'fulfilled' && facts.refund !== null && facts.refund.due === null;
  if (refundDue(facts).gt(0) || undecided) return 'operator';
  return debtSurvives(facts) && outstanding(facts).gt(0) ? 'customer' : 'nobody';
}
