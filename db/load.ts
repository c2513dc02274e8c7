import type { Connection, Database, Statement } from './database.ts';
import { gatheredPer } from './gather.ts';
import type { LetterChannel } from './letter-channels.ts';
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
  /** How the customer wants its letters: the account that the case belongs to, else one with the customer's code. */
  readonly wish: LetterChannel | null;
}

const WISH = `coalesce(
      (select a.letter_channel from accounts a where a.id = c.owner_account and a.active),
      (select a.letter_channel from accounts a
        where a.party_code = c.party_code and a.letter_channel is not null and a.active order by a.id limit 1)) as wish`;

const LOAD_FOR_STEP: Statement = {
  name: 'load_for_step',
  text: `select ${columnsOf(cases, 'c')}, ${WISH}, i.case_id as "answeredCase", i.body_hash as "bodyHash",
      i.response_status as "responseStatus", i.response
    from (values (1)) one
    left join cases c on c.id = $1
    left join idempotency i on i.account = $2 and i.key = $3`,
};

const LOAD_ALONE: Statement = {
  name: 'load_alone',
  text: `select ${columnsOf(cases, 'c')}, ${WISH} from cases c where c.id = $1`,
};

const FIND_ANSWER: Statement = {
  name: 'find_answer',
  text: `select i.case_id as "caseId", i.body_hash as "bodyHash", i.response_status as "responseStatus", i.response
    from idempotency i where i.account = $1 and i.key = $2`,
};

interface FoundRow extends CaseRow {
  readonly wish: LetterChannel | null;
}

interface LoadedRow extends FoundRow {
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
    const [found] = await connection.query<FoundRow>(LOAD_ALONE, [caseId]);
    if (!found) return { case: null, answered: null, wish: null };
    const { wish, ...row } = found;
    return { case: row, answered: null, wish };
  }
  const [loaded] = await connection.query<LoadedRow>(LOAD_FOR_STEP, [caseId, account, idempotencyKey]);
  return loadedFrom(loaded!);
}

const loadedFrom = ({
  answeredCase,
  bodyHash,
  responseStatus,
  response,
  wish,
  ...row
}: LoadedRow): LoadedForStep => ({
  case: row.id === null ? null : row,
  wish,
  answered: answeredCase === null ? null : { caseId: answeredCase, bodyHash, responseStatus, response },
});

interface Asked {
  readonly caseId: string;
  readonly account: string;
  readonly idempotencyKey: string | undefined;
}

/** `offset 0` keeps the planner from joining: every case and every answer is looked up by its key. */
const LOAD_TOGETHER: Statement = {
  name: 'load_together',
  text: `select asked.place::int as place, c.*, i."answeredCase", i."bodyHash", i."responseStatus", i.response
    from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as asked (id, account, key, place)
    left join lateral (
      select ${columnsOf(cases, 'c')}, ${WISH} from cases c where c.id = asked.id offset 0) c on true
    left join lateral (
      select i.case_id as "answeredCase", i.body_hash as "bodyHash", i.response_status as "responseStatus", i.response
      from idempotency i where i.account = asked.account and i.key = asked.key offset 0) i on true`,
};

/** One read is at work while the next ones gather: measured on two cores, a second one only made the batches smaller. */
const LANES = 1;
const MOST_CASES = 64;

const loadGathered = gatheredPer((database: Database) => ({
  lanes: LANES,
  most: MOST_CASES,
  work: (asked: readonly Asked[]) => loadBatch(database, asked),
}));

/** Where the statement fails, each is asked for alone: a key that the database cannot read harms no other. */
async function loadBatch(
  database: Database,
  asked: readonly Asked[],
): Promise<readonly PromiseSettledResult<LoadedForStep>[]> {
  const alone = () =>
    Promise.allSettled(
      asked.map((one) => loadForStep(database, one.caseId, one.account, one.idempotencyKey)),
    );
  if (asked.length === 1) return alone();
  try {
    const loaded = await loadMany(database, asked);
    return loaded.map((value) => ({ status: 'fulfilled', value }));
  } catch {
    return alone();
  }
}

async function loadMany(database: Database, asked: readonly Asked[]): Promise<readonly LoadedForStep[]> {
  const loaded = new Array<LoadedForStep>(asked.length);
  const rows = await database.query<LoadedRow & { readonly place: number }>(LOAD_TOGETHER, [
    asked.map((one) => one.caseId),
    asked.map((one) => one.account),
    asked.map((one) => one.idempotencyKey ?? null),
  ]);
  for (const { place, ...row } of rows) loaded[place - 1] = loadedFrom(row);
  return loaded;
}

/** As `loadForStep`, in one statement with what others ask for at the same time. */
export const loadTogether = (
  database: Database,
  caseId: string,
  account: string,
  idempotencyKey?: string,
): Promise<LoadedForStep> => loadGathered(database, { caseId, account, idempotencyKey });

/** For a request that makes a new case: only the earlier answer can exist. */
export async function findAnswer(
  connection: Connection,
  account: string,
  key: string,
): Promise<Answer | null> {
  const [found] = await connection.query<Answer>(FIND_ANSWER, [account, key]);
  return found ?? null;
}
