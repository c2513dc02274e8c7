import { findCase, lockCases } from '../../../db/cases.ts';
import type { Transaction } from '../../../db/database.ts';
import { filesOfCase, removeFile, type StoredFile, storeFiles } from '../../../db/files.ts';
import type { CaseRow } from '../../../db/rows.ts';
import type { Role } from '../../../workflows/roles.ts';
import { refusalOfReuse } from '../answers.ts';
import { type Caller, isStaff } from '../caller.ts';
import { type CaseworkParts, momentNow } from '../parts.ts';
import type { PostOptions } from '../requests.ts';
import { note } from '../seen-case.ts';
import { assertVisible, maySee } from '../visible.ts';
import type { FilePurpose, FilesOfCase, FileView, NewFile } from './file.ts';
import { type AcceptableFile, assertAcceptable, type GivenFile, givenFiles } from './given-file.ts';
import { CASE_LIMIT_BYTES, FILES_A_CASE } from './limits.ts';
import { caseIsFull, fileIsEvidence, noFile } from './refusals.ts';
import { addingRole, assertMayAdd, mayAdd, mayReadFiles } from './rights.ts';

/** Files of a case: what came with an application, with an act, or by itself. */

async function visible({ db, ...parts }: CaseworkParts, caller: Caller, caseId: string) {
  const [row, { at, law }] = await Promise.all([findCase(db, caseId), momentNow(parts)]);
  const { timeZone } = law.operator;
  assertVisible(caller, row, caseId, at, timeZone);
  return { row, at, timeZone };
}

export async function listFiles(parts: CaseworkParts, caller: Caller, caseId: string): Promise<FilesOfCase> {
  const { row, at, timeZone } = await visible(parts, caller, caseId);
  await note(parts, caller, row, 'files', at);
  return filesOfSeen(parts, caller, row, at, timeZone);
}

/** The files of a case that the caller was found to see. */
export async function filesOfSeen(
  parts: CaseworkParts,
  caller: Caller,
  row: CaseRow,
  at: Temporal.Instant,
  timeZone: string,
): Promise<FilesOfCase> {
  const may = mayAdd(caller, row, at, timeZone);
  const all = maySee(caller, row, at, timeZone, 'files');
  return {
    items: (await filesOfCase(parts.db, row.id))
      .filter(({ addedBy }) => all || addedBy === caller.username)
      .map((file) => fileView(caller, file)),
    mayAdd: may,
    mayRemove: may && row.status === 'draft',
  };
}

/** Keeps all the files or none. The same key with the same files adds them once. */
export async function addFiles(
  parts: CaseworkParts,
  caller: Caller,
  caseId: string,
  files: readonly NewFile[],
  { idempotencyKey }: Pick<PostOptions, 'idempotencyKey'>,
): Promise<readonly FileView[]> {
  const { row, at, timeZone } = await visible(parts, caller, caseId);
  assertMayAdd(caller, row, at, timeZone);
  const once = idempotencyKey === undefined ? undefined : `${row.id} ${caller.accountId} ${idempotencyKey}`;
  const given = givenFiles(files, once);
  if (given.length === 0) throw noFile();
  assertAcceptable(given);
  const kept = await parts.db.transaction(async (tx) => {
    await lockCases(tx, [row.id]);
    const there = await filesOfCase(tx, row.id);
    const before = there.filter(({ documentId }) => given.some((one) => one.documentId === documentId));
    if (before.length > 0) {
      assertSame(before, given);
      return before;
    }
    const added = {
      seq: null,
      addedBy: caller.username,
      addedRole: addingRole(caller),
      addedAt: at.toString(),
    };
    return keepFiles(tx, row.id, given, there, added);
  });
  return kept.map((file) => fileView(caller, file));
}

/** @throws Refusal 404 where the case is not there for this caller, 403 where it is not theirs to add to */
export async function authoriseFiles(parts: CaseworkParts, caller: Caller, caseId: string): Promise<void> {
  const { row, at, timeZone } = await visible(parts, caller, caseId);
  assertMayAdd(caller, row, at, timeZone);
}

/** Takes a file of a draft away; one that is gone already stays gone. */
export async function takeAwayFile(
  parts: CaseworkParts,
  caller: Caller,
  caseId: string,
  documentId: string,
): Promise<void> {
  const { row, at, timeZone } = await visible(parts, caller, caseId);
  assertMayAdd(caller, row, at, timeZone);
  await parts.db.transaction(async (tx) => {
    const [locked] = await lockCases(tx, [row.id]);
    if (locked!.status !== 'draft') throw fileIsEvidence();
    const found = (await filesOfCase(tx, row.id)).find((file) => file.documentId === documentId);
    if (found) await removeFile(tx, found);
  });
}

interface Added {
  readonly seq: number | null;
  readonly addedBy: string;
  readonly addedRole: string;
  readonly addedAt: string;
}

/** Stores files beside those that are there. The case is locked, so that nobody fills the last room twice. */
export async function keepFiles(
  tx: Transaction,
  caseId: CaseRow['id'],
  files: readonly AcceptableFile[],
  there: readonly StoredFile[],
  added: Added,
): Promise<StoredFile[]> {
  const sizeOf = (all: readonly { size: number }[]): number => all.reduce((sum, { size }) => sum + size, 0);
  const kept = files.map(({ documentId, name, contentType, sha256, bytes, purpose }) => ({
    ...{ caseId, documentId, purpose, ...added },
    ...{ name, contentType, sha256, size: bytes.byteLength },
  }));
  if (there.length + kept.length > FILES_A_CASE || sizeOf(there) + sizeOf(kept) > CASE_LIMIT_BYTES)
    throw caseIsFull();
  await storeFiles(
    tx,
    files.map(({ documentId, purpose, ...file }) => ({
      ...file,
      file: { caseId, documentId, purpose, ...added },
    })),
  );
  return kept;
}

function assertSame(before: readonly StoredFile[], given: readonly GivenFile[]): void {
  const same =
    before.length === given.length &&
    given.every(({ documentId, sha256, name, purpose }) =>
      before.some(
        (file) =>
          file.documentId === documentId &&
          file.sha256 === sha256 &&
          file.name === name &&
          file.purpose === purpose,
      ),
    );
  if (!same) throw refusalOfReuse();
}

function fileView(caller: Caller, file: StoredFile): FileView {
  return {
    documentId: file.documentId,
    name: mayReadFiles(caller) ? file.name : null,
    contentType: file.contentType,
    size: file.size,
    sha256: file.sha256,
    purpose: file.purpose as FilePurpose,
    addedBy: isStaff(caller) ? file.addedBy : file.addedRole,
    addedRole: file.addedRole as Role,
    addedAt: file.addedAt,
    seq: file.seq,
  };
}
