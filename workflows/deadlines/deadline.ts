import type { Clause } from '../../src/law/clauses.ts';
import { type Day, isAfter } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import type { UsedParameter } from '../../src/law/terms/terms.ts';
import type { Words } from '../../src/law/words.ts';
import type { Facts, Flag, Regions } from '../facts.ts';
import type { Status } from '../status.ts';

/** `missed`: the last day has passed without the act. `frozen`: it stands still. `void`: it no longer matters. */
export type DeadlineState = 'running' | 'met' | 'missed' | 'frozen' | 'void';

export type Awaits = 'customer' | 'operator' | 'nobody';

/** What the clock does by itself; every other deadline it only notes as passed. */
export type ClockAct = 'annulment.warned' | 'application.annulled';

/** A case as its deadlines see it. */
export interface Situation {
  readonly status: Status;
  readonly regions: Regions | null;
  readonly facts: Facts;
}

/** A legal deadline as it stands in a case: an act is due by its last day, or lawful from its earliest day. */
export interface Standing {
  readonly lastDay: Day | null;
  readonly earliestDay: Day | null;
  readonly awaits: Awaits;
  readonly clause: Clause;
  readonly state: DeadlineState;
  /** The arithmetic in words, told to who asks. */
  readonly because: () => Words;
  /** Terms and settings that it rests on. */
  readonly used: () => readonly UsedParameter[];
  /** What the clock does on the day itself; nothing more than noting it where absent. */
  readonly clockDoes?: ClockAct;
}

/** One page of a deadline. */
export interface DeadlineRule<Name extends string = string> {
  readonly name: Name;
  /** How it stands in a case, a pure function of the situation and the law; null: the case has none. */
  readonly of: (situation: Situation, law: LawBook) => Standing | null;
  /** Whether the act that it asks for is still to come: a missed one is overdue then. */
  readonly isStillToCome?: (facts: Facts) => boolean;
  /** What staff are told when it passes: a breach of the operator's own, or a right that may now be used. */
  readonly flag?: (facts: Facts, law: LawBook) => Flag['name'];
}

export const deadline = <const Name extends string>(rule: DeadlineRule<Name>): DeadlineRule<Name> => rule;

export const hasEnded = ({ status }: Situation): boolean =>
  status === 'annulled' || status === 'withdrawn' || status === 'terminated' || status === 'closed';

/** Whether it has been noted that the day passed; with a day, every earlier one has passed too. */
export const hasPassed = (on: Day, passed: string | undefined): boolean =>
  passed !== undefined && passed >= on.toString();

/** A last day by which something was done on `doneOn`, or not yet. */
export function stateByDone(lastDay: Day, doneOn: Day | null, passed: string | undefined): DeadlineState {
  if (doneOn !== null) return isAfter(doneOn, lastDay) ? 'missed' : 'met';
  return hasPassed(lastDay, passed) ? 'missed' : 'running';
}
