import type { Clause } from '../../src/law/clauses.ts';
import { type Day, startOfDay } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import type { ClockAct } from './deadline.ts';
import type { PASSED } from './passing.ts';

/** What the clock has to do for a case, from the first instant of a day. */
export interface Timer {
  /** The deadline, or what the clock has to do without one. */
  readonly name: string;
  readonly clause: Clause;
  readonly on: Day;
  readonly event: {
    readonly type: ClockAct | typeof PASSED;
    readonly data: Record<string, unknown>;
  };
}

export const dueAt = ({ on }: Timer, { operator }: LawBook): Temporal.Instant =>
  startOfDay(on, operator.timeZone);
