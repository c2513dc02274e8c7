import { loadTogether } from '../../db/load.ts';
import type { Authorising, Casework } from './casework.ts';
import { decideApproval } from './decide/approvals.ts';
import { identifyBySignIn } from './decide/identify-by-sign-in.ts';
import { openCase } from './decide/open-case.ts';
import { postEvent } from './decide/post-event.ts';
import { addFiles, authoriseFiles, listFiles, takeAwayFile } from './files/case-files.ts';
import { type CaseworkParts, momentNow } from './parts.ts';
import { approvalsOfCase, listApprovals } from './show/approvals.ts';
import { authoritiesOf } from './show/authorities.ts';
import { findView, listViews } from './show/cases.ts';
import { readDocument } from './show/document.ts';
import { historyView } from './show/history.ts';
import { noticeViews } from './show/letters.ts';
import { wholeCase } from './show/whole-case.ts';
import { assertMayPost, assertVisible } from './visible.ts';

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
