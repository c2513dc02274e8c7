import { date, index, integer, pgTable, primaryKey, sql, text, uuid } from '../drizzle.ts';
import { instant } from './columns.ts';
import { accounts } from './people.ts';

/** What somebody wants to be reminded of, one case at a time (PO-09). */
export const reminderWishes = pgTable(
  'reminder_wishes',
  {
    caseId: uuid('case_id').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Names of deadlines. */
    deadlines: text().array().notNull(),
    daysBefore: integer('days_before').notNull(),
    email: text().notNull(),
    language: text().notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.caseId, row.accountId] }),
    index('reminder_wishes_account').on(row.accountId),
  ],
);

/** Reminders that fell due: one a wish, deadline and last day. Never a notice, and so beside the letters. */
export const reminders = pgTable(
  'reminders',
  {
    caseId: uuid('case_id').notNull(),
    accountId: text('account_id').notNull(),
    deadline: text().notNull(),
    lastDay: date('last_day').notNull(),
    messageId: text('message_id').notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    wakeAt: instant('wake_at'),
    attempts: integer().notNull().default(0),
    lastError: text('last_error'),
  },
  (row) => [
    primaryKey({ columns: [row.caseId, row.accountId, row.deadline, row.lastDay] }),
    index('reminders_wake').on(row.wakeAt).where(sql`${row.wakeAt} is not null`),
  ],
);
