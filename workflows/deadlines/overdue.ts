import { demandIsMet } from '../derived.ts';
import type { Facts } from '../facts.ts';
import type { Deadline, DeadlineName } from './deadline.ts';
import { dataRequestsOf } from './personal-data.ts';

/** Whether the act that a deadline asks for is still to come. */
const STILL_TO_COME: Readonly<Partial<Record<DeadlineName, (facts: Facts) => boolean>>> = {
  offer: (facts) => facts.offer === null,
  'objection-answer': (facts) => facts.objection?.outcome === 'pending',
  'payment-due': (facts) => !demandIsMet(facts),
  remedy: (facts) => facts.suspensions.some((one) => one.to === null && one.remedyBy !== null),
  term: (facts) => facts.completedOn === null || facts.readiness === null,
  connection: (facts) => facts.connected === null,
  'data-request-answer': (facts) => dataRequestsOf(facts).some(({ answeredOn }) => answeredOn === null),
  'complaint-answer': (facts) => facts.complaint !== null && facts.complaint.answeredOn === null,
};

/** Missed, and the act is still to come. */
export const isOverdue = ({ name, state }: Deadline, facts: Facts): boolean =>
  state === 'missed' && facts.ending === null && (STILL_TO_COME[name]?.(facts) ?? false);
