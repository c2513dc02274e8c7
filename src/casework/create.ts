import { loadTogether } from '../../db/load.ts';
import type { EventType } from '../../workflows/events.ts';
import type { Caller } from './caller.ts';
import type { Casework } from './casework.ts';
import { approvalsOfCase, decideApproval, listApprovals } from './decide/approvals.ts';
import { identifyBySignIn } from './decide/identify-by-sign-in.ts';
import { openCase } from './decide/open-case.ts';
import { postEvent } from './decide/post-event.ts';
import { addFiles, authoriseFiles, listFiles, takeAwayFile } from './files/case-files.ts';
import { type CaseworkParts, momentNow } from './parts.ts';
import { authoritiesOf } from './show/authorities.ts';
import { findView, historyView, listViews, noticeViews, readDocument } from './show/reading.ts';
import { wholeCase } from './show/whole-case.ts';
import { assertMayPost, assertVisible } from './visible.ts';

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

/** The case workers: what may be asked of them, each in a file of its own. */
export function createCasework(parts: CaseworkParts): Casework & Authorising {
  return {
    submit: (caller, application, options) =>
      openCase(parts, caller, application, 'application.submitted', options),
    draft: (caller, draft, options) => openCase(parts, caller, draft, 'application.drafted', options),
    post: (caller, caseId, event, options) => postEvent(parts, caller, caseId, event, options),
    find: (caller, caseId, language) => findView(parts, caller, caseId, language),
    whole: (caller, caseId, language) => wholeCase(parts, caller, caseId, language),
    list: (caller, query, language) => listViews(parts, caller, query, language),
    history: (caller, caseId) => historyView(parts, caller, caseId),
    notices: (caller, caseId) => noticeViews(parts, caller, caseId),
    authorities: (caller, caseId) => authoritiesOf(parts, caller, caseId),
    approvals: (caller) => listApprovals(parts, caller),
    approvalsOf: (caller, caseId) => approvalsOfCase(parts, caller, caseId),
    decide: (caller, approvalId, decision, options) =>
      decideApproval(parts, caller, approvalId, decision, options),
    document: (caller, documentId) => readDocument(parts, caller, documentId),
    files: (caller, caseId) => listFiles(parts, caller, caseId),
    addFiles: (caller, caseId, files, options) => addFiles(parts, caller, caseId, files, options),
    removeFile: (caller, caseId, documentId) => takeAwayFile(parts, caller, caseId, documentId),
    identifyBySignIn: (caller) => identifyBySignIn(parts, caller),
    authoriseFiles: (caller, caseId) => authoriseFiles(parts, caller, caseId),
    async authorise(caller, caseId, named) {
      const [{ case: row }, { at, law }] = await Promise.all([
        loadTogether(parts.db, caseId, caller.accountId),
        momentNow(parts),
      ]);
      assertVisible(caller, row, caseId, at, law.operator.timeZone);
      if (named) assertMayPost(caller, row, named.type, named.data, at, law.operator.timeZone);
    },
  };
}
