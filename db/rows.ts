import type { PgTable } from 'drizzle-orm/pg-core';
import { getTableColumns } from './drizzle.ts';
import type * as schema from './schema.ts';

export type CaseRow = typeof schema.cases.$inferSelect;
/** An event as it is read; its link of the chain is looked at by `npm run verify-history` alone. */
export type HistoryRow = Omit<typeof schema.history.$inferSelect, 'hash'>;
export type DeadlineRow = typeof schema.deadlines.$inferSelect;
export type ReceiptRow = typeof schema.receipts.$inferSelect;
export type BankLineRow = typeof schema.bankLines.$inferSelect;
export type InvoiceRow = typeof schema.invoices.$inferSelect;
export type NoticeRow = typeof schema.notices.$inferSelect;
export type ApprovalRow = typeof schema.approvals.$inferSelect;
export type AccountRow = typeof schema.accounts.$inferSelect;
export type AccountProofRow = typeof schema.accountProofs.$inferSelect;
export type SessionRow = typeof schema.sessions.$inferSelect;
export type KeptFormRow = typeof schema.keptForms.$inferSelect;
export type SignInAttemptRow = typeof schema.signInAttempts.$inferSelect;
export type SubUserRow = typeof schema.subUsers.$inferSelect;
export type AccountActRow = typeof schema.accountActs.$inferSelect;
export type AccountLogRow = typeof schema.accountLog.$inferSelect;
export type SavedViewRow = typeof schema.savedViews.$inferSelect;
export type CaseFileRow = typeof schema.caseFiles.$inferSelect;
export type ReminderWishRow = typeof schema.reminderWishes.$inferSelect;
export type ReminderRow = typeof schema.reminders.$inferSelect;
export type PaymentRow = typeof schema.payments.$inferSelect;
export type DocumentRow = typeof schema.documents.$inferSelect;

/** The columns of a table for raw SQL, each under its name in the code: `c.chart_version as "chartVersion", …`. */
export const columnsOf = (table: PgTable, alias: string, without?: string): string =>
  Object.entries(getTableColumns(table))
    .filter(([key]) => key !== without)
    .map(([key, column]) => `${alias}."${column.name}" as "${key}"`)
    .join(', ');
