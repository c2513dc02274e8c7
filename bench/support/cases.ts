import type { Database, Transaction } from '../../db/database.ts';
import type { Caller } from '../../src/casework/caller.ts';
import { createCasework } from '../../src/casework/create.ts';
import type { CaseworkParts } from '../../src/casework/parts.ts';
import type { CaseView } from '../../src/casework/show/shown.ts';
import { person, signedIn, type Who } from '../../src/demo/people.ts';
import { applicationSchema } from '../../workflows/application.ts';
import { EVENT_DATA, type EventType } from '../../workflows/events.ts';

/** Many cases that stand alike: one goes its way through the case workers, the others are copies of its rows. */

const OPTIONS = { language: 'lv' } as const;

export interface Told {
  readonly who: Who;
  readonly type: EventType;
  readonly data: Record<string, unknown>;
}

export const SERVICE: Caller = signedIn('service');

/** An application on paper, received and complete. */
export const application = (address: string) =>
  applicationSchema.parse({
    customer: person('Kārlis Liepa', '010190-20000', 'Liepu iela 7, Rīga, LV-1010'),
    object: { address },
    connection: { phases: 3, ampere: '25', volt: '400' },
    purpose: 'new',
  });

/** The application and what happened to it since. */
export async function tellOne(parts: CaseworkParts, acts: readonly Told[]): Promise<CaseView> {
  const casework = createCasework(parts);
  let told = await casework.submit(SERVICE, application('Bērzu iela 2, Ādaži'), OPTIONS);
  for (const { who, type, data } of acts) {
    const event = { type, data: EVENT_DATA[type].parse(data) as Record<string, unknown> };
    const outcome = await casework.post(signedIn(who), told.id, event, OPTIONS);
    if (outcome.kind !== 'done') throw new Error(`${type} waits for a second person.`);
    told = outcome.case;
  }
  return told;
}

/** Tables that hold rows of a case from its first step on. */
export const COPIED = ['cases', 'history', 'deadlines', 'notices', 'case_words'] as const;

/** Columns of a copy that are not the model's. */
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cases: {
    id: 'copies.id',
    number: `'K-' || copies.n`,
    object_key: `'object ' || copies.n`,
    // Days of the queue are spread over a year, so that its order has something to sort.
    queue_on: 'o.queue_on + (copies.n % 365)::int',
  },
  notices: {
    case_id: 'copies.id',
    id: `copies.id || substr(o.id, 37)`,
    document_id: `copies.id || substr(o.document_id, 37)`,
    wake_at: 'null',
  },
};

/** Cases of a bench are known by their number: pgbench cannot look one up in a list. The number is scattered over the
 *  key, as random ids are. */
export const ID_OF_NUMBER = (number: string): string => `md5('bench ' || ${number})::uuid`;

/** So many rows go into one statement. */
const CHUNK = 50_000;

/** Copies the case under the numbers `from + 1 … from + count`, and gives the ids of the copies in that order. `due` may
 *  give SQL, over `copies.n`, for the instant at which the deadlines of the copies fall due. */
export const copyCase = (
  database: Database,
  modelId: string,
  count: number,
  {
    from = 0,
    due,
    tables = COPIED,
  }: { from?: number; due?: string; tables?: readonly (typeof COPIED)[number][] } = {},
): Promise<string[]> =>
  database.transaction(async (tx) => {
    const ids: string[] = [];
    await tx.query('create temporary table copies (id uuid, n bigint) on commit drop');
    for (let start = from; start < from + count; start += CHUNK) {
      await tx.query('truncate copies');
      const made = await tx.query<{ id: string }>(
        `insert into copies select ${ID_OF_NUMBER('i')}, i from generate_series($1::bigint, $2::bigint) i returning id`,
        [start + 1, Math.min(start + CHUNK, from + count)],
      );
      for (const table of tables) await copyRows(tx, table, modelId, due);
      for (const { id } of made) ids.push(id);
    }
    return ids;
  });

async function copyRows(
  tx: Transaction,
  table: (typeof COPIED)[number],
  modelId: string,
  due: string | undefined,
): Promise<void> {
  const columns = await tx.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  );
  const key = table === 'cases' ? 'id' : 'case_id';
  const own: Readonly<Record<string, string>> = {
    [key]: 'copies.id',
    ...OWN[table],
    ...(table === 'deadlines' && due
      ? {
          due_at: `case when o.due_at is null then null else ${due} end`,
          wake_at: `case when o.due_at is null then null else ${due} end`,
        }
      : {}),
  };
  const names = columns.map(({ name }) => name);
  await tx.query(
    `insert into ${table} (${names.join(', ')})
     select ${names.map((name) => own[name] ?? `o.${name}`).join(', ')}
     from copies cross join ${table} o where o.${key} = $1`,
    [modelId],
  );
}
