import type { CaseFilter } from '../../db/case-filter.ts';
import type { Application, Draft } from '../../workflows/application.ts';
import type { UsedParameter } from '../law/terms/terms.ts';
import type { Language } from '../law/words.ts';
import type { AuthoritiesOfCase } from './authorities.ts';
import type { Caller, Role } from './caller.ts';
import type { FilesOfCase, FileView, NewFile } from './files/file.ts';
import type { WholeCase } from './whole-case.ts';

/** What the case workers offer to the edges (API, portal, clock). Every method refuses with a `Refusal`. */

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
  type: string;
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
  [more: string]: unknown;
}

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

export interface HistoryEntry {
  seq: number;
  type: string;
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

export interface Casework {
  submit(caller: Caller, application: Application, options: PostOptions): Promise<CaseView>;
  draft(caller: Caller, draft: Draft, options: PostOptions): Promise<CaseView>;
  post(caller: Caller, caseId: string, event: EventRequest, options: PostOptions): Promise<PostOutcome>;
  find(caller: Caller, caseId: string, language: Language): Promise<CaseView>;
  /** The case with its history, letters, files and, for staff, approvals: one look instead of five. */
  whole(caller: Caller, caseId: string, language: Language): Promise<WholeCase>;
  list(
    caller: Caller,
    query: CaseListQuery,
    language: Language,
  ): Promise<{ items: CaseView[]; next: string | null }>;
  history(caller: Caller, caseId: string): Promise<HistoryEntry[]>;
  notices(caller: Caller, caseId: string): Promise<NoticeView[]>;
  /** Who may act for the customer; open to the customer in person and to service. */
  authorities(caller: Caller, caseId: string): Promise<AuthoritiesOfCase>;
  approvals(caller: Caller): Promise<ApprovalView[]>;
  /** What a second person decided or is to decide in one case, oldest first; for staff. */
  approvalsOf(caller: Caller, caseId: string): Promise<ApprovalView[]>;
  decide(
    caller: Caller,
    approvalId: string,
    decision: { decision: 'apply' | 'decline'; reasons: string },
    options: PostOptions,
  ): Promise<PostOutcome | { kind: 'declined' }>;
  document(
    caller: Caller,
    documentId: string,
  ): Promise<{ name: string; contentType: string; bytes: Uint8Array }>;
  files(caller: Caller, caseId: string): Promise<FilesOfCase>;
  /** Keeps all or none; the same key with the same files adds them once. */
  addFiles(
    caller: Caller,
    caseId: string,
    files: readonly NewFile[],
    options: Pick<PostOptions, 'idempotencyKey'>,
  ): Promise<readonly FileView[]>;
  /** Takes a file of a draft away. What was filed stays: it is evidence. */
  removeFile(caller: Caller, caseId: string, documentId: string): Promise<void>;
  /** Notes in the cases of a natural person who signed in by eID or bank that the person is identified (II.5.4.3). */
  identifyBySignIn(caller: Caller): Promise<void>;
}

/** Time of the product: the machine's clock, or a virtual one that stands still and is moved forward. */
export interface Clock {
  readonly kind: 'system' | 'virtual';
  now(): Promise<Temporal.Instant>;
}
