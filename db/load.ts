import type { Connection, Statement } from './database.ts';
import { type CaseRow, columnsOf } from './rows.ts';
import { cases } from './schema.ts';

/** The stored answer to an earlier request. */
export interface Answer {
  readonly bodyHash: string;
  readonly caseId: string;
  readonly responseStatus: number;
  readonly response: unknown;
}

export interface LoadedForStep {
  /** null: there is no such case. */
  readonly case: CaseRow | null;
  /** What the same account was answered under the same key; null: nothing yet. */
  readonly answered: Answer | null;
}

const LOAD_FOR_STEP: Statement = {
  name: 'load_for_step',
  text: `select ${columnsOf(cases, 'c')}, i.case_id as "answeredCase", i.body_hash as "bodyHash",
      i.response_status as "responseStatus", i.response
    from (values (1)) one
    left join cases c on c.id = $1
    left join idempotency i on i.account = $2 and i.key = $3`,
};

const LOAD_ALONE: Statement = {
  name: 'load_alone',
  text: `select ${columnsOf(cases, 'c')} from cases c where c.id = $1`,
};

const FIND_ANSWER: Statement = {
  name: 'find_answer',
  text: `select i.case_id as "caseId", i.body_hash as "bodyHash", i.response_status as "responseStatus", i.response
    from idempotency i where i.account = $1 and i.key = $2`,
};

interface LoadedRow extends CaseRow {
  readonly answeredCase: string | null;
  readonly bodyHash: string;
  readonly responseStatus: number;
  readonly response: unknown;
}

/** Everything that a step is decided from, in one prepared statement and without a lock: `commitSteps` sees whether the
 *  case has moved meanwhile. */
export async function loadForStep(
  connection: Connection,
  caseId: string,
  account: string,
  idempotencyKey?: string,
): Promise<LoadedForStep> {
  if (idempotencyKey === undefined) {
    const [found] = await connection.query<CaseRow>(LOAD_ALONE, [caseId]);
    return { case: found ?? null, answered: null };
  }
  const [loaded] = await connection.query<LoadedRow>(LOAD_FOR_STEP, [caseId, account, idempotencyKey]);
  const { answeredCase, bodyHash, responseStatus, response, ...row } = loaded!;
  return {
    case: row.id === null ? null : row,
    answered: answeredCase === null ? null : { caseId: answeredCase, bodyHash, responseStatus, response },
  };
}

/** For a request that makes a new case: only the earlier answer can exist. */
export async function findAnswer(
  connection: Connection,
  account: string,
  key: string,
): Promise<Answer | null> {
  const [found] = await connection.query<Answer>(FIND_ANSWER, [account, key]);
  return found ?? null;
}
