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
import type { Status } from './status.ts';

/** Whose turn it is where the facts decide, with the rule in a sentence. */
interface Rule {
  readonly says: string;
  readonly of: (facts: Facts) => Awaits;
}

const whoMakesTheDesign: Rule = {
  says: 'who makes the design',
  of: ({ route }) => (route?.designBy === 'operator' ? 'operator' : 'customer'),
};

const whoChoosesTheContractor: Rule = {
  says: 'who chooses the contractor',
  of: ({ route }) => (route?.contractorChosenBy === 'customer' ? 'customer' : 'operator'),
};

const answerToTheOffer: Rule = {
  says: 'customer; operator once the customer has signed or paid the advance in time',
  of: (facts) =>
    facts.signatures.customer !== undefined || advanceIsPaidInTime(facts) ? 'operator' : 'customer',
};

const remedyOrWait: Rule = {
  says: 'customer while a remedy is asked for, else operator',
  of: (facts) => (openSuspensions(facts).some((one) => one.remedyBy !== null) ? 'customer' : 'operator'),
};

const nextStepOfTheContract: Rule = {
  says: 'customer while money or readiness is due, operator while works or connection are, nobody once connected',
  of(facts) {
    if (!demandIsMet(facts)) return 'customer';
    if (!facts.completedOn) return 'operator';
    if (!facts.readiness) return 'customer';
    if (!shareIsPaid(facts)) return 'customer';
    return facts.connected ? 'nobody' : 'operator';
  },
};

const moneyAfterTheEnd: Rule = {
  says: 'operator while a refund is open, customer while a debt is, else nobody',
  of(facts) {
    const undecided =
      facts.ending?.reason !== 'fulfilled' && facts.refund !== null && facts.refund.due === null;
    if (refundDue(facts).gt(0) || undecided) return 'operator';
    return debtSurvives(facts) && outstanding(facts).gt(0) ? 'customer' : 'nobody';
  },
};

/** Whose turn it is in every status: the one place that says so. */
export const AWAITS: Readonly<Record<Status, Awaits | Rule>> = {
  draft: 'customer',
  received: 'operator',
  incomplete: 'customer',
  'awaiting-design': whoMakesTheDesign,
  'awaiting-contractor': whoChoosesTheContractor,
  evaluating: 'operator',
  offered: answerToTheOffer,
  objected: 'operator',
  'offer-lapsed': 'operator',
  'annulment-warned': answerToTheOffer,
  annulled: moneyAfterTheEnd,
  withdrawn: moneyAfterTheEnd,
  'in-force': nextStepOfTheContract,
  suspended: remedyOrWait,
  fulfilled: nextStepOfTheContract,
  closed: moneyAfterTheEnd,
  terminated: moneyAfterTheEnd,
};

/** Whose turn it is. */
export function awaitsOf({ status, facts }: Situation): Awaits {
  const turn = AWAITS[status];
  return typeof turn === 'string' ? turn : turn.of(facts);
}
