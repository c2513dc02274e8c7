import type { Connection } from '../../db/connect.ts';
import { history } from '../../db/schema.ts';

export interface Happened {
  readonly type: string;
  /** RFC 3339 */
  readonly at: string;
  readonly status: string;
}

/** Rows of history as a case would have left them, without the case. */
export async function addHistory(connection: Connection, happened: readonly Happened[]): Promise<void> {
  const caseId = crypto.randomUUID();
  await connection.db.insert(history).values(
    happened.map((one, index) => ({
      caseId,
      seq: index + 1,
      actor: 'test',
      role: 'engineer',
      clause: null,
      data: {},
      ...one,
    })),
  );
}
