import type { Connection } from './database.ts';
import { lt } from './drizzle.ts';
import { idempotency } from './schema.ts';

/** Forgets answers given before an instant; a client that repeats a request later than that makes a new one. */
export async function deleteAnswersBefore(connection: Connection, before: string): Promise<void> {
  await connection.db.delete(idempotency).where(lt(idempotency.createdAt, before));
}
