import { createHash } from 'node:crypto';
import type { Connection, Statement } from './database.ts';
import { asc, eq } from './drizzle.ts';
import type { DocumentRow } from './rows.ts';
import { documents } from './schema.ts';

export interface NewDocument {
  readonly id: string;
  readonly caseId: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly createdAt: string;
  readonly bytes: Uint8Array;
}

/** Bytes travel as base64: written as hex, a file of 20 MB keeps the embedded database busy for several times as long. */
const KEEP_BYTES: Statement = {
  name: 'keep_bytes',
  text: `insert into blobs (sha256, bytes) values ($1, decode($2, 'base64')) on conflict do nothing`,
};
const READ_BYTES: Statement = {
  name: 'read_bytes',
  text: `select encode(bytes, 'base64') as base64 from blobs where sha256 = $1`,
};

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
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  await connection.query(KEEP_BYTES, [row.sha256, base64]);
  const [stored] = await connection.db.insert(documents).values(row).onConflictDoNothing().returning();
  return stored ?? (await findDocument(connection, row.id))!;
}

export async function findDocument(connection: Connection, id: string): Promise<DocumentRow | null> {
  const [row] = await connection.db.select().from(documents).where(eq(documents.id, id));
  return row ?? null;
}

/** Those of the names under which a document stands. */
export async function standingAmong(connection: Connection, ids: readonly string[]): Promise<Set<string>> {
  const rows = await connection.query<{ id: string }>('select id from documents where id = any($1)', [ids]);
  return new Set(rows.map(({ id }) => id));
}

export const documentsOf = (connection: Connection, caseId: string): Promise<DocumentRow[]> =>
  connection.db
    .select()
    .from(documents)
    .where(eq(documents.caseId, caseId))
    .orderBy(asc(documents.createdAt), asc(documents.id));

export async function bytesOf(connection: Connection, document: DocumentRow): Promise<Uint8Array> {
  const [row] = await connection.query<{ base64: string }>(READ_BYTES, [document.sha256]);
  if (!row) throw new Error(`The bytes ${document.sha256} of document ${document.id} are missing.`);
  return Buffer.from(row.base64, 'base64');
}
