import type { LawEntry } from '../law/enacted-law.ts';
import type { ProposalRequest } from './proposal-request.ts';

/** What would stand in the law book. A setting is the operator's own decision, and so verified by being made. */
export function entryOf(proposal: ProposalRequest): LawEntry {
  switch (proposal.kind) {
    case 'figure': {
      const { name, value, since, status, source } = proposal;
      return { kind: 'figure', edition: { name, value, since, status, source } };
    }
    case 'setting': {
      const { name, value, since, source } = proposal;
      return { kind: 'setting', edition: { name, value, since, status: 'verified', source } };
    }
    case 'terms': {
      const { kind: _, exemption, documentId, ...version } = proposal;
      return {
        kind: 'terms',
        version: { ...version, ...(exemption ? { exemption } : {}), ...(documentId ? { documentId } : {}) },
      };
    }
    case 'calendar':
      return { kind: 'calendar', rows: proposal.rows };
    case 'operator':
      return { kind: 'operator', operator: proposal.profile };
  }
}

/** The day from which it counts; the operator's own details do so from their approval. */
export function firstDayOf(entry: LawEntry): string | null {
  switch (entry.kind) {
    case 'figure':
    case 'setting':
      return entry.edition.since;
    case 'terms':
      return entry.version.effectiveOn;
    case 'calendar':
      return entry.rows.map(({ on }) => on).sort()[0] ?? null;
    case 'operator':
      return null;
  }
}
