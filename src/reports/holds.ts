import type { HeldPage, HeldRow } from '../../db/holds.ts';
import type { CaseState } from '../../workflows/step.ts';
import { type Day, day, daysBetween } from '../law/days.ts';

/** An end that somebody holds, with reasons (II.11.3, II.14.3.2). */
export interface HeldCase {
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly status: string;
  readonly held: 'annulment' | 'ending';
  readonly since: string;
  readonly days: number;
  readonly reasons: string;
}

/** A page of the holds that stand, the oldest first. */
export interface HeldCases {
  readonly holds: readonly HeldCase[];
  /** Where the next page starts; null: this was the last one. */
  readonly next: string | null;
}

export const heldOf = ({ rows, next }: HeldPage, today: Day): HeldCases => ({
  holds: rows.map((row) => holdOf(row, today)),
  next,
});

function holdOf(row: HeldRow, today: Day): HeldCase {
  const { facts } = row.snapshot as CaseState;
  const hold = (row.held === 'annulment' ? facts.annulmentHold : facts.endingHold)!;
  return {
    caseId: row.id,
    number: row.number,
    version: row.version,
    status: row.status,
    held: row.held,
    since: hold.since,
    days: daysBetween(day(hold.since), today),
    reasons: hold.reasons,
  };
}
