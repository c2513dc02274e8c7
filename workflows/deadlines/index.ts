import { plusDays, startOfDay } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { customerDidNoneOfTheThree, windowLastDay } from '../derived.ts';
import type { EventType } from '../events.ts';
import type { Facts } from '../facts.ts';
import {
  annulmentEarliest,
  complaintAnswer,
  objectionAnswer,
  objectionWindow,
  offerDeadline,
} from './before-contract.ts';
import {
  conditionsNotice,
  connection,
  debtHandoverEarliest,
  forceMajeureEnd,
  forceMajeureNotice,
  nonPaymentEnd,
  paymentDue,
  remedy,
  term,
  withdrawal,
} from './contract.ts';
import { type Deadline, type DeadlineName, hasPassed, type Situation } from './deadline.ts';
import { dataRequestAnswer } from './personal-data.ts';

const ALL = [
  offerDeadline,
  objectionWindow,
  objectionAnswer,
  annulmentEarliest,
  withdrawal,
  paymentDue,
  nonPaymentEnd,
  debtHandoverEarliest,
  remedy,
  conditionsNotice,
  forceMajeureNotice,
  forceMajeureEnd,
  term,
  connection,
  complaintAnswer,
  dataRequestAnswer,
];

/** What follows from the facts of a case, kept while somebody holds the facts: one step asks for it when it looks what has
 *  fallen due, when it stores the deadlines and when it shows the case. Facts and law are never changed in place, so the
 *  same ones give the same deadlines. */
interface Followed {
  readonly status: Situation['status'];
  readonly law: LawBook;
  readonly deadlines: readonly Deadline[];
  timers?: readonly Timer[];
}

const followedFrom = new WeakMap<Facts, Followed>();

function follow(situation: Situation, law: LawBook): Followed {
  const known = followedFrom.get(situation.facts);
  if (known && known.status === situation.status && known.law === law) return known;
  const deadlines = ALL.map((deadline) => deadline(situation, law)).filter((deadline) => deadline !== null);
  const followed: Followed = { status: situation.status, law, deadlines };
  followedFrom.set(situation.facts, followed);
  return followed;
}

/** Every deadline of a case, one a name: a pure function of its status, its facts and the law. */
export const deadlinesOf = (situation: Situation, law: LawBook): readonly Deadline[] =>
  follow(situation, law).deadlines;

/** What the clock has to do for a case, and from which instant. */
export interface Timer {
  readonly name: DeadlineName | 'annulment-warning';
  readonly dueAt: Temporal.Instant;
  readonly event: { readonly type: EventType; readonly data: Record<string, unknown> };
}

const WARNING_CLAUSE_TIMER = 'annulment-warning';

/** The day on which a running deadline wakes the clock: its earliest day, or the day after its last. */
function wakesOn({ lastDay, earliestDay }: Deadline) {
  return earliestDay ?? plusDays(lastDay!, 1);
}

/** The operator's warning falls due at once when an offer lapses (II.11.3, preface 1), unless it is held. */
function annulmentWarning(situation: Situation, law: LawBook): Timer | null {
  const { facts, status } = situation;
  if (status !== 'offer-lapsed' || !facts.offer || facts.annulmentHold || !customerDidNoneOfTheThree(facts))
    return null;
  const on = windowLastDay(facts, facts.offer, law).add({ days: 1 });
  if (law.setting('annulment.mode', on) !== 'automatic') return null;
  return {
    name: WARNING_CLAUSE_TIMER,
    dueAt: startOfDay(on, law.operator.timeZone),
    event: { type: 'annulment.warned', data: { channel: facts.offer.channel } },
  };
}

/** Timers of a case, soonest first. A deadline that has been noted as passed wakes nobody again. */
export function timersOf(situation: Situation, law: LawBook): readonly Timer[] {
  const followed = follow(situation, law);
  followed.timers ??= timersFrom(followed.deadlines, situation, law);
  return followed.timers;
}

function timersFrom(deadlines: readonly Deadline[], situation: Situation, law: LawBook): readonly Timer[] {
  const { timeZone } = law.operator;
  const timers = deadlines
    .filter(({ state }) => state === 'running')
    .map((deadline): Timer | null => {
      const on = wakesOn(deadline);
      const day = (deadline.earliestDay ?? deadline.lastDay)!;
      if (deadline.clockDoes)
        return {
          name: deadline.name,
          dueAt: startOfDay(on, timeZone),
          event: { type: deadline.clockDoes, data: {} },
        };
      if (hasPassed(day, situation.facts.passed[deadline.name])) return null;
      return {
        name: deadline.name,
        dueAt: startOfDay(on, timeZone),
        event: { type: 'deadline.passed', data: { name: deadline.name, day: day.toString() } },
      };
    });
  const warning = annulmentWarning(situation, law);
  return [...timers, warning]
    .filter((timer) => timer !== null)
    .sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt));
}

export type { Deadline, DeadlineName, Situation } from './deadline.ts';
export { DEADLINE_NAMES } from './deadline.ts';
