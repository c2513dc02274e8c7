import { type Day, isAfter } from '../../src/law/days.ts';
import type { UsedParameter } from '../../src/law/terms/terms.ts';
import type { Words } from '../../src/law/words.ts';
import type { EventType } from '../events.ts';
import type { Facts, Regions } from '../facts.ts';
import type { Status } from '../status.ts';

export const DEADLINE_NAMES = [
  'offer',
  'objection-window',
  'objection-answer',
  'annulment-earliest',
  'withdrawal',
  'payment-due',
  'non-payment-end',
  'debt-handover-earliest',
  'remedy',
  'conditions-notice',
  'force-majeure-notice',
  'force-majeure-end',
  'term',
  'connection',
  'complaint-answer',
  'data-request-answer',
] as const;
export type DeadlineName = (typeof DEADLINE_NAMES)[number];

/** `missed`: the last day has passed without the act. `frozen`: it stands still. `void`: it no longer matters. */
export type DeadlineState = 'running' | 'met' | 'missed' | 'frozen' | 'void';

export type Awaits = 'customer' | 'operator' | 'nobody';

/** A legal deadline: an act is due by its last day, or lawful from its earliest day. */
export interface Deadline {
  readonly name: DeadlineName;
  readonly lastDay: Day | null;
  readonly earliestDay: Day | null;
  readonly awaits: Awaits;
  readonly clause: string;
  readonly state: DeadlineState;
  /** The arithmetic in words. */
  readonly because: Words;
  readonly used: readonly UsedParameter[];
  /** What the clock does on the day itself; nothing more than noting it where absent. */
  readonly clockDoes?: EventType;
}

/** A case as its deadlines see it. */
export interface Situation {
  readonly status: Status;
  readonly regions: Regions | null;
  readonly facts: Facts;
}

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
