import { bigint, boolean, index, integer, json, pgTable, primaryKey, sql, text, uuid } from '../drizzle.ts';
import { instant } from './columns.ts';

/** A request that was answered; the same key and body get the same answer. Stored by the step itself. */
export const idempotency = pgTable(
  'idempotency',
  {
    account: text().notNull(),
    key: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    caseId: uuid('case_id').notNull(),
    responseStatus: integer('response_status').notNull(),
    response: json().$type<unknown>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.account, row.key], name: 'idempotency_key' }),
    index('idempotency_created').on(row.createdAt),
  ],
);

/** An act that waits for a second person. */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid().primaryKey(),
    caseId: uuid('case_id').notNull(),
    event: json().$type<unknown>().notNull(),
    roles: text().array().notNull(),
    askedBy: text('asked_by').notNull(),
    askedRole: text('asked_role').notNull(),
    askedAt: instant('asked_at').notNull(),
    state: text().$type<'pending' | 'applied' | 'declined' | 'void'>().notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    reasons: text(),
  },
  (row) => [
    index('approvals_case').on(row.caseId),
    index('approvals_pending').on(row.askedAt).where(sql`${row.state} = 'pending'`),
  ],
);

export const accounts = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    username: text().notNull().unique('accounts_username'),
    passwordHash: text('password_hash'),
    roles: text().array().notNull(),
    kind: text().$type<'natural' | 'legal' | 'operator' | 'staff'>().notNull(),
    partyCode: text('party_code'),
    name: text().notNull(),
    email: text(),
    language: text().notNull(),
    active: boolean().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (row) => [index('accounts_party').on(row.partyCode).where(sql`${row.partyCode} is not null`)],
);

/** Signed-in sessions by the hash of their token. Real time, never the virtual clock. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Identification level of ledger 5.1. */
    level: text().notNull(),
    method: text().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
  },
  (row) => [index('sessions_account').on(row.accountId), index('sessions_expiry').on(row.expiresAt)],
);

/** Which member of staff read whose personal data. */
export const readAudit = pgTable(
  'read_audit',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    account: text().notNull(),
    caseId: uuid('case_id').notNull(),
    what: text().notNull(),
  },
  (row) => [index('read_audit_case').on(row.caseId)],
);
