import {
  bigint,
  boolean,
  check,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
  uuid,
} from '../drizzle.ts';
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
    /** How letters are to reach this customer where the law leaves the choice; null: as the offer does. */
    letterChannel: text('letter_channel').$type<'portal' | 'email' | 'post'>(),
    active: boolean().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (row) => [index('accounts_party').on(row.partyCode).where(sql`${row.partyCode} is not null`)],
);

/** By what it was proven that an account is of the person, or speaks for the company, whose code it names (D-19, D-20). The
 *  code that somebody typed proves nothing. */
export const accountProofs = pgTable(
  'account_proofs',
  {
    id: uuid().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The code as it was proven: that of the account, or the proof is of somebody else. */
    partyCode: text('party_code').notNull(),
    method: text()
      .$type<'portal-eid' | 'portal-bank' | 'operator' | 'representative' | 'demonstration'>()
      .notNull(),
    /** The provider, or the account that confirmed it. */
    provenBy: text('proven_by').notNull(),
    /** The document on which the operator confirmed it. */
    documentId: text('document_id'),
    provenAt: instant('proven_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  (row) => [
    uniqueIndex('account_proofs_standing').on(row.accountId).where(sql`${row.endedAt} is null`),
    index('account_proofs_account').on(row.accountId),
  ],
);

/** Signed-in sessions by the hash of their token. Real time, never the virtual clock. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Level of identification (readings.md#identification). */
    level: text().notNull(),
    method: text().notNull(),
    /** Account of the customer in whose name a sub-user looks at the moment (PO-05); null: the own one. */
    context: text(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** When the second factor was shown last; null: not in this session. */
    factorAt: instant('factor_at'),
  },
  (row) => [index('sessions_account').on(row.accountId), index('sessions_expiry').on(row.expiresAt)],
);

/** What was typed into a form that was sent after its session had ended: sealed by the token of that session, of which only
 *  the hash stands here (ADR 0125). */
export const keptForms = pgTable(
  'kept_forms',
  {
    sessionHash: text('session_hash').notNull(),
    /** Where the form stands. */
    page: text().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Account in whose name it was filled in. */
    context: text().notNull(),
    sealed: text().notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.sessionHash, row.page] }),
    index('kept_forms_account').on(row.accountId),
    index('kept_forms_expiry').on(row.expiresAt),
  ],
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
  (row) => [
    index('read_audit_case').on(row.caseId),
    index('read_audit_account').on(row.account, row.id),
    index('read_audit_at').on(row.at),
  ],
);

/** Who a provider of identities says that somebody is. */
export const signInIdentities = pgTable(
  'sign_in_identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.issuer, row.subject] }),
    index('sign_in_identities_account').on(row.accountId),
  ],
);

/** Journeys to a provider that have not come back yet, by the hash of their state. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    stateHash: text('state_hash').primaryKey(),
    method: text().notNull(),
    verifier: text().notNull(),
    nonce: text().notNull(),
    next: text(),
    expiresAt: instant('expires_at').notNull(),
  },
  (row) => [index('sign_in_attempts_expiry').on(row.expiresAt)],
);

/** Whom a customer lets look and ask in the customer's name (PO-04): invited by e-mail, taken up by an account. */
export const subUsers = pgTable(
  'sub_users',
  {
    id: uuid().primaryKey(),
    /** The customer's account that grants. */
    principal: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** The account that was let in; null until the invitation is taken up. */
    member: text().references(() => accounts.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    name: text().notNull(),
    rights: text().array().notNull(),
    invitationHash: text('invitation_hash').unique('sub_users_invitation'),
    invitedAt: instant('invited_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    takenUpAt: instant('taken_up_at'),
    revokedAt: instant('revoked_at'),
  },
  (row) => [
    index('sub_users_principal').on(row.principal),
    index('sub_users_member').on(row.member).where(sql`${row.member} is not null`),
  ],
);

/** What was changed on an account, by whom: contact data, roles, sub-users. */
export const accountLog = pgTable(
  'account_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    accountId: text('account_id').notNull(),
    actor: text().notNull(),
    what: text().notNull(),
    data: json().$type<unknown>().notNull(),
  },
  (row) => [index('account_log_account').on(row.accountId)],
);

/** A change of who may sign in, or with which roles, that one administrator has asked for and another one decides
 *  (ADR 0117). Decided once. */
export const accountActs = pgTable(
  'account_acts',
  {
    id: uuid().primaryKey(),
    /** null: the account is opened by the act itself. */
    accountId: text('account_id'),
    act: json().$type<unknown>().notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    state: text().$type<'pending' | 'applied' | 'declined' | 'withdrawn'>().notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    reasons: text(),
  },
  (row) => [
    index('account_acts_pending').on(row.askedAt).where(sql`${row.state} = 'pending'`),
    check(
      'account_acts_second_person',
      sql`${row.state} in ('pending', 'withdrawn') or (${row.decidedBy} is not null and ${row.decidedBy} <> ${row.askedBy})`,
    ),
  ],
);

/** The second factor of an account: a secret that an app on its holder's phone knows too (RFC 6238). */
export const secondFactors = pgTable('second_factors', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  secret: text().notNull(),
  createdAt: instant('created_at').notNull(),
  /** null: shown, and not yet proven to stand in an app. */
  confirmedAt: instant('confirmed_at'),
  /** The step of time whose code was used last; that one and earlier ones open nothing any more. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull(),
});

/** What opens once where the phone is lost, by hash. A row goes as it is used. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
  },
  (row) => [primaryKey({ columns: [row.accountId, row.codeHash] })],
);

/** A list of cases that a member of staff comes back to. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The query of the queue's address. */
    query: text().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (row) => [index('saved_views_account').on(row.accountId)],
);
