import type { EventType } from '../../../workflows/events.ts';
import type { Role } from '../../../workflows/roles.ts';
import type { UsedParameter } from '../../law/terms/terms.ts';
import type { FilesOfCase } from '../files/file.ts';

/** What is shown of a case. */

export interface DeadlineView {
  name: string;
  lastDay: string | null;
  earliestDay: string | null;
  awaits: 'customer' | 'operator' | 'nobody';
  clause: string;
  state: 'running' | 'met' | 'missed' | 'frozen' | 'void';
  because: string;
  /** Missed, and the act is still to come. */
  overdue?: boolean;
  /** Figures and settings that it rests on. */
  used: readonly UsedParameter[];
}

export interface ActionView {
  type: EventType;
  clause: string | null;
  roles: Role[];
  description: string;
}

/** A case as the API shows it. */
export interface CaseView {
  id: string;
  number: string;
  version: number;
  status: string;
  regions: { payment: string; works: string; readiness: string; link: string; withdrawal: string } | null;
  awaits: 'customer' | 'operator' | 'nobody';
  deadlines: DeadlineView[];
  actions: ActionView[];
  dates: Record<string, string | null>;
  ending: { reason: string; clause: string | null; by: string } | null;
  fee: unknown;
  money: { customerShareGross: string; received: string; outstanding: string; refundDue: string };
  supplyMode: string | null;
  termsVersion: string | null;
  /** How the party is identified; null: it is not. */
  identifiedAs: { level: string; method: string; on: string } | null;
  [more: string]: unknown;
}

export interface HistoryEntry {
  seq: number;
  type: EventType;
  at: string;
  actor: string;
  /** Who stands behind `actor`; null: the clock, nobody any more, or a name that the reader need not know. */
  actorName: string | null;
  role: string;
  clause: string | null;
  data: unknown;
  status: string;
}

export interface NoticeView {
  id: string;
  notice: string;
  channel: string;
  to: string | null;
  sentAt: string | null;
  deliveredState: string;
  deemedReceivedOn: string | null;
  documentId: string | null;
}

export interface ApprovalView {
  id: string;
  caseId: string;
  caseNumber: string;
  event: { type: string; [field: string]: unknown };
  askedBy: string;
  /** Who stands behind `askedBy`; null: the account is no more. */
  askedByName: string | null;
  askedAt: string;
  roles: Role[];
  state: 'pending' | 'applied' | 'declined' | 'void';
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  reasons: string | null;
}

/** The authorities on file in a case (II.5.3, II.6.2). */
export interface AuthorityView {
  readonly agent: string;
  readonly agentName?: string;
  /** `all`, or the events that it covers. */
  readonly scope: readonly string[];
  readonly from: string;
  readonly until: string | null;
  readonly receivedAt: string;
  readonly revokedAt: string | null;
  readonly state: 'effective' | 'future' | 'ended' | 'revoked';
}

export interface AuthoritiesOfCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly version: number;
  readonly items: readonly AuthorityView[];
  /** Whether the caller is the customer in person, or service that registers the customer's paper. */
  readonly mayFile: boolean;
}

/** A case with all that stands beside it, as its page shows it. */
export interface WholeCase {
  readonly found: CaseView;
  readonly history: readonly HistoryEntry[];
  readonly letters: readonly NoticeView[];
  readonly files: FilesOfCase;
  /** For staff alone; nothing for others. */
  readonly approvals: readonly ApprovalView[];
}
