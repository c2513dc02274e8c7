import type { Connection, Statement } from './database.ts';
import { columnsOf, type DeadlineRow } from './rows.ts';
import { deadlines } from './schema.ts';

const OF_CASE: Statement = {
  name: 'deadlines_of_case',
  text: `select ${columnsOf(deadlines, 'd')} from deadlines d where d.case_id = $1 order by d.last_day, d.name`,
};

export const deadlinesOf = (connection: Connection, caseId: string): Promise<DeadlineRow[]> =>
  connection.query<DeadlineRow>(OF_CASE, [caseId]);
