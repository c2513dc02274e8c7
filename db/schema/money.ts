import {
  boolean,
  date,
  index,
  integer,
  json,
  numeric,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
  uuid,
} from '../drizzle.ts';
import { instant } from './columns.ts';

const amount = () => numeric({ precision: 14, scale: 2 }).notNull();

/** Money received and paid back. */
export const receipts = pgTable(
  'receipts',
  {
    caseId: uuid('case_id').notNull(),
    /** The event of the history that booked it, and its place among the receipts of that event. */
    seq: integer().notNull(),
    k: integer().notNull(),
    kind: text().$type<'received' | 'paid-back'>().notNull(),
    amount: amount(),
    on: date().notNull(),
    reference: text(),
    account: text(),
    /** Whether it counts toward the customer's share. */
    counts: boolean().notNull(),
  },
  (row) => [primaryKey({ columns: [row.caseId, row.seq, row.k] })],
);

/** Lines of the operator's bank accounts that have been received, by the bank's own reference: each once, in whichever case. */
export const bankLines = pgTable(
  'bank_lines',
  {
    account: text().notNull(),
    bankReference: text('bank_reference').notNull(),
    caseId: uuid('case_id').notNull(),
    /** The event of the history that booked it. */
    seq: integer().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.account, row.bankReference] }),
    index('bank_lines_case').on(row.caseId, row.seq),
  ],
);

export const invoices = pgTable(
  'invoices',
  {
    caseId: uuid('case_id').notNull(),
    number: text().notNull().unique('invoices_number'),
    kind: text().$type<'advance' | 'final' | 'credit'>().notNull(),
    seq: integer().notNull(),
    issuedOn: date('issued_on').notNull(),
    dueOn: date('due_on').notNull(),
    net: amount(),
    vatRate: numeric('vat_rate', { precision: 5, scale: 4 }).notNull(),
    vat: amount(),
    gross: amount(),
    reference: text().notNull(),
    state: text().notNull(),
    data: json().$type<unknown>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.caseId, row.number] }), index('invoices_reference').on(row.reference)],
);

/** Payments begun on the payment page: what the provider was asked for, and what it said. Booked by an event of the case. */
export const payments = pgTable(
  'payments',
  {
    caseId: uuid('case_id').notNull(),
    id: uuid().notNull(),
    invoiceNumber: text('invoice_number').notNull(),
    reference: text().notNull(),
    amount: amount(),
    /** Who pays, where somebody is signed in: the receipt is theirs (PO-06). */
    payer: text(),
    provider: text().notNull(),
    providerReference: text('provider_reference'),
    state: text().$type<'begun' | 'paid' | 'failed' | 'abandoned'>().notNull(),
    /** Begun beside another one of the invoice by a payer who was told of it. */
    besides: boolean().notNull().default(true),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (row) => [
    primaryKey({ columns: [row.caseId, row.id] }),
    index('payments_id').on(row.id),
    index('payments_payer').on(row.payer).where(sql`${row.payer} is not null`),
    uniqueIndex('payments_one_of_invoice')
      .on(row.caseId, row.invoiceNumber)
      .where(sql`${row.state} = 'begun' and not ${row.besides}`),
    index('payments_begun').on(row.createdAt).where(sql`${row.state} = 'begun'`),
  ],
);
