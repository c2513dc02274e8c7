import type { Connection, Statement, Transaction } from './database.ts';
import { type NewDocument, storeDocument } from './documents.ts';
import { and, eq } from './drizzle.ts';
import { type CaseFileRow, columnsOf, type DocumentRow } from './rows.ts';
import { caseFiles } from './schema.ts';

/** Files of a case. Their bytes are kept by hash like those of letters (`documents.ts`). */

export type StoredFile = CaseFileRow & Pick<DocumentRow, 'name' | 'contentType' | 'size' | 'sha256'>;

export interface NewStoredFile extends Omit<NewDocument, 'id' | 'caseId' | 'createdAt'> {
  readonly file: CaseFileRow;
  readonly sha256: string;
}

const OF_CASE: Statement = {
  name: 'files_of_case',
  text: `select ${columnsOf(caseFiles, 'f')}, d.name, d.content_type as "contentType", d.size, d.sha256
    from case_files f join documents d on d.id = f.document_id
    where f.case_id = $1 order by f.added_at, f.seq, d.name, f.document_id`,
};

/** Stores files in their order. Whoever stores or removes the same bytes meanwhile waits for the end of the transaction. */
export async function storeFiles(tx: Transaction, files: readonly NewStoredFile[]): Promise<void> {
  await lockBytes(
    tx,
    files.map(({ sha256 }) => sha256),
  );
  for (const { file, name, contentType, bytes } of files) {
    const { documentId: id, caseId, addedAt: createdAt } = file;
    await storeDocument(tx, { id, caseId, name, contentType, createdAt, bytes });
    await tx.db.insert(caseFiles).values(file);
  }
}

/** The files of a case, oldest first. */
export const filesOfCase = (connection: Connection, caseId: string): Promise<StoredFile[]> =>
  connection.query<StoredFile>(OF_CASE, [caseId]);

export async function isCaseFile(
  connection: Connection,
  caseId: string,
  documentId: string,
): Promise<boolean> {
  const [row] = await connection.db
    .select({ caseId: caseFiles.caseId })
    .from(caseFiles)
    .where(and(eq(caseFiles.caseId, caseId), eq(caseFiles.documentId, documentId)));
  return row !== undefined;
}

const BIND = `update case_files set seq = $3
  where case_id = $1 and document_id = any($2::text[]) and seq is null
  returning document_id`;

/** Ties files that came by themselves to the event that files them; answers how many are still there. */
export const bindFiles = async (
  tx: Transaction,
  caseId: string,
  documentIds: readonly string[],
  seq: number,
): Promise<number> => (await tx.query(BIND, [caseId, documentIds, seq])).length;

const REMOVE_FILE = `delete from case_files where case_id = $1 and document_id = $2 and seq is null
  returning document_id`;
const REMOVE_DOCUMENT = 'delete from documents where id = $1';
const REMOVE_BYTES = `delete from blobs b where b.sha256 = $1
  and not exists (select from documents d where d.sha256 = b.sha256)`;

/** Removes a file that came with no event, and its bytes where no other document has the same. */
export async function removeFile(tx: Transaction, { caseId, documentId, sha256 }: StoredFile): Promise<void> {
  await lockBytes(tx, [sha256]);
  const removed = await tx.query(REMOVE_FILE, [caseId, documentId]);
  if (removed.length === 0) return;
  await tx.query(REMOVE_DOCUMENT, [documentId]);
  await tx.query(REMOVE_BYTES, [sha256]);
}

/** One hash after the other in their order, so that nobody waits in a circle. */
async function lockBytes(tx: Transaction, hashes: readonly string[]): Promise<void> {
  for (const hash of [...new Set(hashes)].sort())
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [hash]);
}
