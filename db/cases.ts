import type { Connection, Statement, Transaction } from './database.ts';
import { type CaseRow, columnsOf } from './rows.ts';
import { cases } from './schema.ts';

const ROW = columnsOf(cases, 'c');

const FIND: Statement = { name: 'find_case', text: `select ${ROW} from cases c where c.id = $1` };
const FIND_MANY: Statement = {
  name: 'find_cases',
  text: `select ${ROW} from cases c where c.id = any($1::uuid[])`,
};
const LOCK: Statement = {
  name: 'lock_cases',
  text: `select ${ROW} from cases c where c.id = any($1::uuid[]) order by c.id for update`,
};

export async function findCase(connection: Connection, id: string): Promise<CaseRow | null> {
  const [row] = await connection.query<CaseRow>(FIND, [id]);
  return row ?? null;
}

/** Several cases at once, in no order, for steps that are committed together. */
export const findCases = (connection: Connection, ids: readonly string[]): Promise<CaseRow[]> =>
  connection.query<CaseRow>(FIND_MANY, [ids]);

/** As `findCases`, and nobody else moves them before the transaction ends. Cases are locked in the order of their ids and
 *  before any number is drawn (`numbers.ts`): in that order nobody waits in a circle. */
export const lockCases = (tx: Transaction, ids: readonly string[]): Promise<CaseRow[]> =>
  tx.query<CaseRow>(LOCK, [ids]);

export async function findCaseByNumber(connection: Connection, number: string): Promise<CaseRow | null> {
  const [row] = await connection.query<CaseRow>(`select ${ROW} from cases c where c.number = $1`, [number]);
  return row ?? null;
}

/** Other cases for the same object, whatever their status. */
export const casesOfObject = (connection: Connection, objectKey: string): Promise<CaseRow[]> =>
  connection.query<CaseRow>(
    `select ${ROW} from cases c where c.object_key = $1 order by c.created_at, c.id`,
    [objectKey],
  );

export const casesOfProject = (connection: Connection, projectId: string): Promise<CaseRow[]> =>
  connection.query<CaseRow>(
    `select ${ROW} from cases c where c.project_id = $1 order by c.created_at, c.id`,
    [projectId],
  );
