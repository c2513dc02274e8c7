import type { ProposalRow } from '../../db/law-proposals.ts';
import type { LawEntry } from '../law/enacted-law.ts';
import { firstDayOf } from './entry-of.ts';

/** A proposed change as it is shown. */
export interface Proposal {
  readonly id: string;
  readonly kind: ProposalRow['kind'];
  readonly change: unknown;
  readonly source: string;
  /** First day on which it counts; null: from its approval. */
  readonly effectiveOn: string | null;
  readonly state: ProposalRow['state'];
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reasons: string | null;
  /** Place in the order of the law's changes, once approved. */
  readonly revision: number | null;
}

function changeOf(entry: LawEntry): unknown {
  switch (entry.kind) {
    case 'figure':
    case 'setting':
      return entry.edition;
    case 'terms':
      return entry.version;
    case 'calendar':
      return { rows: entry.rows };
    case 'operator':
      return entry.operator;
  }
}

export function proposalOf(row: ProposalRow): Proposal {
  const { entry, ...rest } = row;
  const { id, kind, source, state, proposedBy, proposedAt, decidedBy, decidedAt, reasons, revision } = rest;
  return {
    id,
    kind,
    change: changeOf(entry as LawEntry),
    source,
    effectiveOn: firstDayOf(entry as LawEntry),
    state,
    proposedBy,
    proposedAt,
    decidedBy,
    decidedAt,
    reasons,
    revision,
  };
}
