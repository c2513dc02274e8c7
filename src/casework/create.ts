import { findCase } from '../../db/cases.ts';
import type { EventType } from '../../workflows/events.ts';
import { decideApproval, listApprovals } from './approvals.ts';
import type { Caller } from './caller.ts';
import type { Casework } from './casework.ts';
import { openCase } from './open-case.ts';
import { type CaseworkParts, momentNow } from './parts.ts';
import { postEvent } from './post-event.ts';
import { findView, historyView, listViews, noticeViews, readDocument } from './reading.ts';
import { assertMayPost, assertVisible } from './visible.ts';

/** An event as it was named in a request; its payload may not be of the right form. */
export interface NamedEvent {
  readonly type: EventType;
  readonly data: Record<string, unknown>;
}

export interface Authorising {
  /** @throws Refusal `not-found` where the case is not there for this caller, `forbidden` where the act is not theirs */
  authorise(caller: Caller, caseId: string, named: NamedEvent | null): Promise<void>;
}

/** The case workers: what may be asked of them, each in a file of its own. */
export function createCasework(parts: CaseworkParts): Casework & Authorising {
  return {
    submit: (caller, application, options) =>
      openCase(parts, caller, application, 'application.submitted', options),
    draft: (caller, draft, options) => openCase(parts, caller, draft, 'application.drafted', options),
    post: (caller, caseId, event, options) => postEvent(parts, caller, caseId, event, options),
    find: (caller, caseId, language) => findView(parts, caller, caseId, language),
    list: (caller, query, language) => listViews(parts, caller, query, language),
    history: (caller, caseId) => historyView(parts, caller, caseId),
    notices: (caller, caseId) => noticeViews(parts, caller, caseId),
    approvals: (caller) => listApprovals(parts, caller),
    decide: (caller, approvalId, decision, options) =>
      decideApproval(parts, caller, approvalId, decision, options),
    document: (caller, documentId) => readDocument(parts, caller, documentId),
    async authorise(caller, caseId, named) {
      const [row, { at, law }] = await Promise.all([findCase(parts.db, caseId), momentNow(parts)]);
      assertVisible(caller, row, caseId, at, law.operator.timeZone);
      if (named) assertMayPost(caller, row, named.type, named.data, at, law.operator.timeZone);
    },
  };
}
