import { plusDays } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import type { Facts } from '../facts.ts';
import { annulmentEarliest } from './annulment-earliest.ts';
import { annulmentWarning } from './annulment-warning.ts';
import { complaintAnswer } from './complaint-answer.ts';
import { conditionsNotice } from './conditions-notice.ts';
import { connection } from './connection.ts';
import { dataRequestAnswer } from './data-request-answer.ts';
import { type DeadlineRule, hasPassed, type Situation, type Standing } from './deadline.ts';
import { debtHandoverEarliest } from './debt-handover-earliest.ts';
import { forceMajeureEnd } from './force-majeure-end.ts';
import { forceMajeureNotice } from './force-majeure-notice.ts';
import { nonPaymentEnd } from './non-payment-end.ts';
import { objectionAnswer } from './objection-answer.ts';
import { objectionWindow } from './objection-window.ts';
import { offer } from './offer.ts';
import { PASSED } from './passing.ts';
import { paymentDue } from './payment-due.ts';
import { remedy } from './remedy.ts';
import { term } from './term.ts';
import type { Timer } from './timer.ts';
import { withdrawal } from './withdrawal.ts';

/** Every deadline, in legal order. */
const RULES = [
  offer,
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
] as const;

export type DeadlineName = (typeof RULES)[number]['name'];
export const DEADLINE_NAMES: readonly DeadlineName[] = RULES.map(({ name }) => name);

export interface Deadline extends Standing {
  readonly name: DeadlineName;
}

const byName: ReadonlyMap<string, DeadlineRule> = new Map(RULES.map((rule) => [rule.name, rule]));
export const ruleOf = (name: string): DeadlineRule | undefined => byName.get(name);

/** Every deadline of a case, one a name: a pure function of its status, its facts and the law. */
export const deadlinesOf = (situation: Situation, law: LawBook): readonly Deadline[] =>
  RULES.flatMap((rule) => {
    const standing = rule.of(situation, law);
    return standing === null ? [] : [{ name: rule.name, ...standing }];
  });

/** Missed, and the act is still to come. */
export const isOverdue = ({ name, state }: Pick<Deadline, 'name' | 'state'>, facts: Facts): boolean =>
  state === 'missed' && facts.ending === null && (ruleOf(name)?.isStillToCome?.(facts) ?? false);

/** The day on which a running deadline wakes the clock: its earliest day, or the day after its last. */
const wakesOn = ({ lastDay, earliestDay }: Deadline) => earliestDay ?? plusDays(lastDay!, 1);

/** A deadline that runs wakes the clock; one that has been noted as passed wakes nobody again. */
function timerOf(deadline: Deadline, facts: Facts): Timer | null {
  if (deadline.state !== 'running') return null;
  const { name, clause } = deadline;
  const on = wakesOn(deadline);
  if (deadline.clockDoes) return { name, clause, on, event: { type: deadline.clockDoes, data: {} } };
  const day = (deadline.earliestDay ?? deadline.lastDay)!;
  if (hasPassed(day, facts.passed[name])) return null;
  return { name, clause, on, event: { type: PASSED, data: { name, day: day.toString() } } };
}

/** Timers of a case, soonest first, from its deadlines where somebody has worked them out. */
export const timersOf = (
  situation: Situation,
  law: LawBook,
  deadlines: readonly Deadline[] = deadlinesOf(situation, law),
): readonly Timer[] =>
  [...deadlines.map((one) => timerOf(one, situation.facts)), annulmentWarning(situation, law)]
    .filter((timer) => timer !== null)
    .sort((a, b) => Temporal.PlainDate.compare(a.on, b.on));
