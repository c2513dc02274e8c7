import { boolean, date, index, integer, json, numeric, pgTable, primaryKey, text, uuid } from '../drizzle.ts';

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
