import { bytesOf, findDocument } from '../../../db/documents.ts';
import { filesOfCase, isCaseFile } from '../../../db/files.ts';
import { findNoticeByDocument } from '../../../db/notices.ts';
import { isProofOfAccount } from '../../../db/proofs.ts';
import { Refusal } from '../../law/refusal.ts';
import { say } from '../../law/words.ts';
import { type Caller, isStaff } from '../caller.ts';
import { notTheirsToRead } from '../files/refusals.ts';
import { mayReadFiles } from '../files/rights.ts';
import type { CaseworkParts } from '../parts.ts';
import { note, visibleCase } from '../seen-case.ts';
import { maySee } from '../visible.ts';

/** A letter or a file by the name of its document; a letter's is made when it is first read. */
export async function readDocument(parts: CaseworkParts, caller: Caller, id: string) {
  const stored = await findDocument(parts.db, id);
  const letter = stored ? null : await findNoticeByDocument(parts.db, id);
  const caseId = stored?.caseId ?? letter?.caseId ?? null;
  const notFound = new Refusal({
    code: 'document.not-found',
    kind: 'not-found',
    detail: say('Šāda dokumenta nav.', 'There is no such document.'),
  });
  let isUpload = false;
  if (caseId === null) {
    const isProof = stored !== null && (await isProofOfAccount(parts.db, id));
    if (!stored || !isStaff(caller) || (isProof && !caller.roles.includes('service'))) throw notFound;
  } else {
    const { row, moment } = await visibleCase(parts, caller, caseId).catch(() => {
      throw notFound;
    });
    isUpload = stored !== null && (await isCaseFile(parts.db, caseId, id));
    if (isUpload && !mayReadFiles(caller)) throw notTheirsToRead();
    const { at, law } = moment;
    const isOpen = maySee(caller, row, at, law.operator.timeZone, stored ? 'files' : 'letters');
    if (!isOpen && !(await isOwnFile(parts, caller, caseId, id))) throw notFound;
    await note(parts, caller, row, `document ${id}`, moment.at);
  }
  const document = stored ?? (letter && (await parts.documentOf?.(letter)));
  if (!document) throw notFound;
  const { name, contentType } = document;
  return { name, contentType, isUpload, bytes: await bytesOf(parts.db, document) };
}

/** What somebody brought in stays readable to whoever brought it. */
const isOwnFile = async (
  { db }: CaseworkParts,
  caller: Caller,
  caseId: string,
  documentId: string,
): Promise<boolean> =>
  (await filesOfCase(db, caseId)).some(
    (file) => file.documentId === documentId && file.addedBy === caller.username,
  );
