import { bigint, date, index, integer, json, pgTable, primaryKey, sql, text, uuid } from '../drizzle.ts';
import { bytes, instant } from './columns.ts';

/** The operator's letters. Written with the step that asks for them, sent afterwards: this is the outbox. */
export const notices = pgTable(
  'notices',
  {
    caseId: uuid('case_id').notNull(),
    id: text().notNull(),
    /** The event of the history that the letter tells of. */
    seq: integer().notNull(),
    /** Which letter it is, `N-OFFER`. */
    notice: text().notNull(),
    channel: text().notNull(),
    language: text().notNull(),
    recipient: text().notNull(),
    /** Where the address comes from: the application or Part I (T-16). */
    addressSource: text('address_source').notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    deliveredState: text('delivered_state').notNull(),
    deemedReceivedOn: date('deemed_received_on'),
    receiptClause: text('receipt_clause'),
    /** The view model that the letter is rendered from. */
    model: json().$type<unknown>().notNull(),
    documentId: text('document_id'),
    messageId: text('message_id'),
    /** When the dispatcher looks at it next; null: nothing left to do. */
    wakeAt: instant('wake_at'),
    attempts: integer().notNull().default(0),
    lastError: text('last_error'),
  },
  (row) => [
    primaryKey({ columns: [row.caseId, row.id] }),
    index('notices_wake').on(row.wakeAt).where(sql`${row.wakeAt} is not null`),
    index('notices_message').on(row.messageId).where(sql`${row.messageId} is not null`),
    index('notices_document').on(row.documentId).where(sql`${row.documentId} is not null`),
    // Work lists of the letter desk: what is to print, to post, to look into. Sent and delivered ones are most of the table.
    index('notices_desk')
      .on(row.deliveredState, row.createdAt)
      .where(sql`${row.deliveredState} not in ('sent', 'delivered')`),
  ],
);

/** Bytes by their SHA-256; the same bytes are kept once. In the database, since processes share nothing else. */
export const blobs = pgTable('blobs', {
  sha256: text().primaryKey(),
  bytes: bytes().notNull(),
});

export const documents = pgTable(
  'documents',
  {
    id: text().primaryKey(),
    caseId: uuid('case_id'),
    name: text().notNull(),
    contentType: text('content_type').notNull(),
    sha256: text()
      .notNull()
      .references(() => blobs.sha256),
    size: bigint({ mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (row) => [index('documents_case').on(row.caseId).where(sql`${row.caseId} is not null`)],
);

/** Files of a case that are no letters of the operator: what came with an application, or on paper. */
export const caseFiles = pgTable(
  'case_files',
  {
    caseId: uuid('case_id').notNull(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    /** The event of the history that it came with; null: it came by itself. */
    seq: integer(),
    purpose: text().notNull(),
    addedBy: text('added_by').notNull(),
    addedRole: text('added_role').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.caseId, row.documentId] })],
);
