import type { CaseRow } from '../../db/rows.ts';
import type { CaseState } from '../../workflows/step.ts';

/** A running case as a report on it needs it. */
export interface OpenCase {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly state: CaseState;
}

export const openCaseOf = ({ id, number, status, snapshot }: CaseRow): OpenCase => ({
  id,
  number,
  status,
  state: snapshot as CaseState,
});
