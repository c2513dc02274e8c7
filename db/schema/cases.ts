import { boolean, date, index, integer, json, pgTable, primaryKey, sql, text, uuid } from '../drizzle.ts';
import { instant } from './columns.ts';

/** One application and, after conclusion, one contract. The row is what the next step reads: all of it in one go. */
export const cases = pgTable(
  'cases',
  {
    id: uuid().primaryKey(),
    number: text().notNull().unique('cases_number'),
    version: integer().notNull(),
    chartVersion: text('chart_version').notNull(),
    status: text().notNull(),
    awaits: text().notNull(),
    ownerAccount: text('owner_account'),
    /** Personal code or registration number of the customer. */
    partyCode: text('party_code'),
    /** Normalised address or cadastre number, to find a second live application for the same object. */
    objectKey: text('object_key').notNull(),
    snapshot: json().$type<unknown>().notNull(),
    /** Earliest last day of a running deadline that awaits the operator: the order of the queue. */
    queueOn: date('queue_on'),
    /** Earliest running last day of any party. */
    nextOn: date('next_on'),
    overdue: boolean().notNull(),
    projectId: text('project_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (row) => [
    index('cases_queue').on(row.status, row.awaits, sql`coalesce(${row.queueOn}, 'infinity'::date)`, row.id),
    index('cases_overdue')
      .on(sql`coalesce(${row.queueOn}, 'infinity'::date)`, row.id)
      .where(sql`${row.overdue}`),
    index('cases_owner').on(row.ownerAccount).where(sql`${row.ownerAccount} is not null`),
    index('cases_party').on(row.partyCode).where(sql`${row.partyCode} is not null`),
    index('cases_object').on(row.objectKey),
    index('cases_project').on(row.projectId).where(sql`${row.projectId} is not null`),
  ],
);

/** Words of number, name, address and cadastre number, folded (`words.ts`), for search by prefix. */
export const caseWords = pgTable(
  'case_words',
  { caseId: uuid('case_id').notNull(), word: text().notNull() },
  (row) => [
    primaryKey({ columns: [row.caseId, row.word] }),
    index('case_words_prefix').on(row.word.op('text_pattern_ops'), row.caseId),
  ],
);

/** What happened, in order. Append-only: the database itself refuses to change or remove a row. */
export const history = pgTable(
  'history',
  {
    caseId: uuid('case_id').notNull(),
    seq: integer().notNull(),
    type: text().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    role: text().notNull(),
    clause: text(),
    data: json().$type<unknown>().notNull(),
    /** The status of the case after the event. */
    status: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.caseId, row.seq] })],
);

/** The deadlines of a case, one a name: the current one. A pure function of the case's state, replaced by every step. */
export const deadlines = pgTable(
  'deadlines',
  {
    caseId: uuid('case_id').notNull(),
    name: text().notNull(),
    lastDay: date('last_day'),
    /** From when an act is lawful. */
    earliestDay: date('earliest_day'),
    /** The instant at which the deadline takes effect, if it does so by itself. */
    dueAt: instant('due_at'),
    /** When the clock looks at it next; null: nothing left to do for the clock. Later than `due_at` after a failure. */
    wakeAt: instant('wake_at'),
    awaits: text().notNull(),
    clause: text().notNull(),
    state: text().notNull(),
    attempts: integer().notNull().default(0),
    lastError: text('last_error'),
  },
  (row) => [
    primaryKey({ columns: [row.caseId, row.name] }),
    // Many fall due at the same midnight: the second column spares the clock sorting them all for each batch.
    index('deadlines_wake').on(row.wakeAt, row.dueAt).where(sql`${row.wakeAt} is not null`),
    index('deadlines_failed').on(row.caseId).where(sql`${row.lastError} is not null`),
  ],
);
