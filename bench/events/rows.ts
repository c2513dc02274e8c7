import type { Connection } from '../../db/database.ts';
import { createCasework } from '../../src/casework/create.ts';
import type { CaseworkParts } from '../../src/casework/parts.ts';
import type { EventRequest } from '../../src/casework/requests.ts';
import { SERVICE, type Told } from '../support/cases.ts';

/** The two events of the bench, which follow each other on a case for ever: a complaint is filed, its deadline begins; it
 *  is answered, the deadline is met and the answer goes out as a letter (II.16.5). */
export const FILED: EventRequest = {
  type: 'complaint.filed',
  data: { text: 'Kāpēc sarunātajā dienā neviens neatbrauca?' },
};
export const ANSWERED: EventRequest = {
  type: 'complaint.answered',
  data: { text: 'Brigāde kavējās avārijas dēļ. Atvainojamies par neērtībām.' },
};

/** How the case of the bench came to where the events begin: its application is evaluated. */
export const EVALUATED: readonly Told[] = [
  { who: 'service', type: 'customer.identified', data: { method: 'in-person' } },
  { who: 'engineer', type: 'application.routed', data: { designNeeded: false, contractorNeeded: false } },
];

/** What one event stores, as the service stored it: the others store the same. */
export interface EventRows {
  readonly case: Readonly<Record<string, unknown>>;
  readonly history: Readonly<Record<string, unknown>>;
  readonly deadline: Readonly<Record<string, unknown>>;
  readonly notice: Readonly<Record<string, unknown>> | null;
  readonly answer: Readonly<Record<string, unknown>> | null;
}

/** Lets both events happen once through the service and reads what each of them left. */
export async function rowsOfEvents(
  parts: CaseworkParts,
  caseId: string,
): Promise<readonly [EventRows, EventRows]> {
  const rows: EventRows[] = [];
  for (const event of [FILED, ANSWERED]) {
    const key = `model-${event.type}`;
    await createCasework(parts).post(SERVICE, caseId, event, { language: 'lv', idempotencyKey: key });
    rows.push(await storedLast(parts.db, caseId, 'complaint-answer', key));
  }
  return [rows[0]!, rows[1]!];
}

/** The rows that the last event of a case wrote, with one deadline that it moved and the answer kept under a key. */
export async function storedLast(
  db: Connection,
  caseId: string,
  deadline: string,
  key: string | null = null,
): Promise<EventRows> {
  const only = async (sql: string, ...params: unknown[]) =>
    (await db.query<Record<string, unknown>>(sql, params))[0] ?? null;
  const seq = '(select version from cases where id = $1)';
  return {
    case: (await only(
      'select status, awaits, snapshot::text, queue_on, next_on, overdue, updated_at from cases where id = $1',
      caseId,
    ))!,
    history: (await only(
      `select type, at, actor, role, clause, data::text, status from history where case_id = $1 and seq = ${seq}`,
      caseId,
    ))!,
    deadline: (await only(
      `select name, last_day, earliest_day, due_at, wake_at, awaits, clause, state from deadlines
       where case_id = $1 and name = $2`,
      caseId,
      deadline,
    ))!,
    notice: await only(
      `select notice, channel, language, recipient, address_source, created_at, sent_at, delivered_state,
         deemed_received_on, receipt_clause, model::text, wake_at from notices where case_id = $1 and seq = ${seq}`,
      caseId,
    ),
    answer: await only(
      `select account, body_hash, response_status, response::text from idempotency where key = $1`,
      key,
    ),
  };
}

/** Which case, in its present version, and under which key the request came. */
type Bound = 'id' | 'version' | 'key';

export interface BareStatement {
  readonly name: string;
  readonly text: string;
  /** A value of every parameter: its own, or what the case and the request give. */
  readonly values: readonly (Bound | { readonly fixed: unknown })[];
}

/** One event statement by statement, as one would write it by hand: at most eight with begin and commit. */
export function bareStatements(kind: string, rows: EventRows): readonly BareStatement[] {
  const statement = (
    name: string,
    values: BareStatement['values'],
    text: (parameters: string) => string,
  ): BareStatement => ({
    name: `${kind}_${name}`,
    text: text(values.map((_, place) => `$${place + 1}`).join(', ')),
    values,
  });
  const fixed = (row: Readonly<Record<string, unknown>>) =>
    Object.values(row).map((value) => ({ fixed: value }));
  const names = (row: object): string => Object.keys(row).join(', ');
  const numbered = (row: object, from: number) => Object.keys(row).map((name, i) => `${name} = $${from + i}`);
  return [
    statement('read', ['id'], () => 'select * from cases where id = $1 for update'),
    statement(
      'case',
      ['id', 'version', ...fixed(rows.case)],
      () =>
        `update cases set version = $2::int + 1, ${numbered(rows.case, 3).join(', ')} where id = $1 and version = $2::int`,
    ),
    statement(
      'history',
      ['id', 'version', ...fixed(rows.history)],
      (parameters) =>
        `insert into history (case_id, seq, ${names(rows.history)}) values (${parameters.replace('$2', '$2::int + 1')})`,
    ),
    statement(
      'deadline',
      ['id', ...fixed(rows.deadline)],
      (parameters) =>
        `insert into deadlines (case_id, ${names(rows.deadline)}) values (${parameters})
         on conflict (case_id, name) do update set last_day = excluded.last_day, due_at = excluded.due_at,
           wake_at = excluded.wake_at, state = excluded.state`,
    ),
    ...(rows.notice
      ? [
          statement(
            'notice',
            ['id', 'version', ...fixed(rows.notice)],
            (parameters) =>
              `insert into notices (case_id, seq, id, document_id, ${names(rows.notice!)})
               values ($1::uuid, $2::int + 1, $1::uuid || '-' || ($2::int + 1) || '-0', $1::uuid || '-' || ($2::int + 1) || '-0', ${parameters.replace('$1, $2, ', '')})`,
          ),
        ]
      : []),
    ...(rows.answer
      ? [
          statement(
            'answer',
            ['id', 'key', ...fixed(rows.answer)],
            (parameters) =>
              `insert into idempotency (case_id, key, created_at, ${names(rows.answer!)})
               values ($1, $2, now(), ${parameters.replace('$1, $2, ', '')})`,
          ),
        ]
      : []),
  ];
}
