import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  sql,
  text,
  uuid,
} from '../drizzle.ts';
import { bytes, instant } from './columns.ts';

/** Place of a case in the queue: those without a day stand last. */
const inQueue = (queueOn: AnyPgColumn) => sql`coalesce(${queueOn}, 'infinity'::date)`;

const oneOf = (column: AnyPgColumn, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;

/** Deadlines of the operator that figures are counted of once they are met or missed. The term of the contract is not among
 *  them: it is kept by both. */
export const FIGURED_DEADLINES = ['offer', 'objection-answer', 'connection', 'complaint-answer'] as const;

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
    // The last two columns take no part in the order: a page is chosen and a figure counted without looking at the cases.
    index('cases_queue').on(row.status, row.awaits, inQueue(row.queueOn), row.id, row.createdAt, row.queueOn),
    index('cases_overdue').on(inQueue(row.queueOn), row.id).where(sql`${row.overdue}`),
    // In the order of the queue: the first page of somebody with a thousand cases costs as much as of one with ten.
    index('cases_owner')
      .on(row.ownerAccount, inQueue(row.queueOn), row.id)
      .where(sql`${row.ownerAccount} is not null`),
    index('cases_party')
      .on(row.partyCode, inQueue(row.queueOn), row.id)
      .where(sql`${row.partyCode} is not null`),
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
    /** SHA-256 over the event before it and everything else in this row: the database writes it, whatever comes along. */
    hash: bytes()
      .notNull()
      .$default(() => new Uint8Array()),
  },
  (row) => [
    primaryKey({ columns: [row.caseId, row.seq] }),
    // Rows are added in the order of time, so that a few bytes for each hundred pages tell where a day lies.
    index('history_at').using('brin', row.at),
    index('history_held')
      .on(row.at, row.caseId)
      .where(oneOf(row.type, ['annulment.held', 'ending.held'])),
  ],
);

/** Events that no seal covers yet, by case and step: what the next seal takes. Written by the database with the events. */
export const historyUnsealed = pgTable('history_unsealed', {
  caseId: uuid('case_id').notNull(),
  firstSeq: integer('first_seq').notNull(),
  lastSeq: integer('last_seq').notNull(),
  hash: bytes().notNull(),
});

/** The chain over all cases: each seal holds the last event of every case that went on since the seal before it. */
export const historySeals = pgTable('history_seals', {
  no: bigint({ mode: 'number' }).primaryKey(),
  /** By the clock of the database, never the virtual one. */
  at: instant().notNull(),
  /** Events that this seal and those before it cover. */
  events: bigint({ mode: 'number' }).notNull(),
  /** A line a case: its id, the first and the last event since its last seal, the hash of the last one. */
  heads: text().notNull(),
  /** SHA-256 over the seal before it and everything else in this row. */
  hash: bytes().notNull(),
});

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
    index('deadlines_figured')
      .on(row.name, row.state, row.lastDay, row.caseId)
      .where(sql`${oneOf(row.state, ['met', 'missed'])} and ${oneOf(row.name, FIGURED_DEADLINES)}`),
    // What is open now is a small part of what has ever been.
    index('deadlines_open')
      .on(row.name, row.lastDay, row.caseId)
      .where(oneOf(row.state, ['running', 'frozen'])),
  ],
);
