import type { Application, Draft } from '../../workflows/application.ts';
import type { EventType } from '../../workflows/events.ts';
import type { Language } from '../law/words.ts';
import type { Caller } from './caller.ts';
import type { FilesOfCase, FileView, NewFile } from './files/file.ts';
import type { CaseListQuery, EventRequest, PostOptions, PostOutcome } from './requests.ts';
import type {
  ApprovalView,
  AuthoritiesOfCase,
  CaseView,
  HistoryEntry,
  NoticeView,
  WholeCase,
} from './show/shown.ts';

/** What the case workers offer to the edges (API, portal, clock). Every method refuses with a `Refusal`. */

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

/** An event as it was named in a request; its payload may not be of the right form. */
export interface NamedEvent {
  readonly type: EventType;
  readonly data: Record<string, unknown>;
}

export interface Authorising {
  /** @throws Refusal `not-found` where the case is not there for this caller, `forbidden` where the act is not theirs */
  authorise(caller: Caller, caseId: string, named: NamedEvent | null): Promise<void>;
  /** @throws Refusal `not-found` where the case is not there for this caller, `forbidden` where it is not theirs to add files to */
  authoriseFiles(caller: Caller, caseId: string): Promise<void>;
}
