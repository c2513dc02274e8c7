import type { CaseFilter } from '../../db/case-filter.ts';
import type { Language } from '../law/words.ts';
import type { NewFile } from './files/file.ts';
import type { CaseView } from './show/shown.ts';

/** What is asked of the case workers, and what comes of it. */

/** What is asked of a list; whose cases it may show is never asked, the caller tells it. */
export interface CaseListQuery extends Omit<CaseFilter, 'mine' | 'ownerAccount' | 'partyCode'> {
  readonly cursor?: string;
  readonly limit: number;
}

export interface PostOptions {
  idempotencyKey?: string;
  /** Version of the case that the caller saw (`If-Match`). */
  expectedVersion?: number;
  language: Language;
  /** Files that come with an event: stored with it, or not at all. */
  files?: readonly NewFile[];
}

/** An event as it came in: its type and its payload, already of the right form. */
export interface EventRequest {
  type: string;
  data: Record<string, unknown>;
}

export type PostOutcome = { kind: 'done'; case: CaseView } | { kind: 'awaits-approval'; approvalId: string };
