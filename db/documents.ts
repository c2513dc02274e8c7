import { createHash } from 'node:crypto';
import type { Connection } from './database.ts';
import { asc, eq } from './drizzle.ts';
import type { DocumentRow } from './rows.ts';
import { blobs, documents } from './schema.ts';

export interface NewDocument {
  readonly id: string;
  readonly caseId: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly createdAt: string;
  readonly bytes: Uint8Array;
}

/** Stores a file. Equal bytes are kept once; a document of the same id is stored once and not changed: of several that
 *  bring it at once, all get the one that is kept. */
export async function storeDocument(
  connection: Connection,
  { bytes, ...document }: NewDocument,
): Promise<DocumentRow> {
  const row = {
    ...document,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.byteLength,
  };
  await connection.db.insert(blobs).values({ sha256: row.sha256, bytes }).onConflictDoNothing();
  const [stored] = await connection.db.insert(documents).values(row).onConflictDoNothing().returning();
  return stored ?? (await findDocument(connection, row.id))!;
}

export async function findDocument(connection: Connection, id: string): Promise<DocumentRow | null> {
  const [row] = await connection.db.select().from(documents).where(eq(documents.id, id));
  return row ?? null;
}

export const documentsOf = (connection: Connection, caseId: string): Promise<DocumentRow[]> =>
  connection.db
    .select()
    .from(documents)
    .where(eq(documents.caseId, caseId))
    .orderBy(asc(documents.createdAt), asc(documents.id));

export async function bytesOf(connection: Connection, document: DocumentRow): Promise<Uint8Array> {
  const [row] = await connection.db.select().from(blobs).where(eq(blobs.sha256, document.sha256));
  if (!row) throw new Error(`The bytes ${document.sha256} of document ${document.id} are missing.`);
  return row.bytes;
}
