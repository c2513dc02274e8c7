import type { LawEditionRow } from '../../../db/law.ts';
import type { FigureStatus } from '../../law/parameter.ts';

/** One edition with where it comes from: the delivered file, or two administrators. */
export interface EditionView {
  readonly value: string | number | boolean;
  readonly since: string;
  readonly status: FigureStatus;
  readonly source: string;
  readonly entered: { readonly by: string; readonly approvedBy: string | null; readonly at: string } | null;
}

export const enteredEdition = (row: LawEditionRow): EditionView => ({
  value: row.value,
  since: row.since,
  status: row.status,
  source: row.source,
  entered: { by: row.recordedBy, approvedBy: row.approvedBy, at: row.recordedAt },
});

/** By first day; of two for one day the one entered last stands last and holds. */
export const inOrder = (editions: readonly EditionView[]): EditionView[] =>
  editions.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
