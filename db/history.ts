import type { Connection, Statement } from './database.ts';
import { columnsOf, type HistoryRow } from './rows.ts';
import { history } from './schema.ts';

const ROW = columnsOf(history, 'h', 'hash');

const OF_CASE: Statement = {
  name: 'history_of_case',
  text: `select ${ROW} from history h where h.case_id = $1 order by h.seq`,
};

const OF_CASES: Statement = {
  name: 'history_of_cases',
  text: `select ${ROW} from history h where h.case_id = any($1::uuid[]) order by h.case_id, h.seq`,
};

/** Every event of a case, oldest first. */
export const historyOf = (connection: Connection, caseId: string): Promise<HistoryRow[]> =>
  connection.query<HistoryRow>(OF_CASE, [caseId]);

/** The histories of many cases, to replay them; a case without events is not in the map. */
export async function historiesOf(
  connection: Connection,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HistoryRow[]>> {
  return Map.groupBy(await connection.query<HistoryRow>(OF_CASES, [caseIds]), (row) => row.caseId);
}

/** Ids of all cases in batches, in the order of ids, for a walk over everything (`npm run verify-history`). */
export async function* everyCaseId(connection: Connection, batch = 500): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await connection.query<{ id: string }>(
      'select id from cases where id > $1 order by id limit $2',
      [after, batch],
    );
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
    yield rows.map((row) => row.id);
  }
}
