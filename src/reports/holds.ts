import type { CaseRow } from '../../db/rows.ts';
import type { Hold } from '../../workflows/facts.ts';
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

/** The holds that still stand, the oldest first. */
export const heldOf = (rows: readonly CaseRow[], today: Day): readonly HeldCase[] =>
  rows
    .flatMap((row) => {
      const { facts } = row.snapshot as CaseState;
      return [
        holdOf(row, 'annulment', facts.annulmentHold, today),
        holdOf(row, 'ending', facts.endingHold, today),
      ];
    })
    .filter((one) => one !== null)
    .sort((a, b) => (a.since === b.since ? (a.number < b.number ? -1 : 1) : a.since < b.since ? -1 : 1));

const holdOf = (row: CaseRow, held: HeldCase['held'], hold: Hold | null, today: Day): HeldCase | null =>
  hold && {
    caseId: row.id,
    number: row.number,
    version: row.version,
    status: row.status,
    held,
    since: hold.since,
    days: daysBetween(day(hold.since), today),
    reasons: hold.reasons,
  };
