import { bigint, boolean, check, date, index, integer, json, pgTable, sql, text, uuid } from '../drizzle.ts';
import { instant } from './columns.ts';

const identity = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

/** Who entered a row and who agreed to it (ADR 0060). Rows of the law are added, never changed. */
const entered = {
  /** Place in the order of enactment (`law.ts`). The rows of one change have the same. */
  revision: integer().notNull(),
  recordedAt: instant('recorded_at').notNull(),
  recordedBy: text('recorded_by').notNull(),
  approvedBy: text('approved_by'),
};

/** Editions of settings and figures; where two share kind, name and day, the one recorded last holds. */
export const lawEditions = pgTable('law_editions', {
  id: identity(),
  kind: text().$type<'setting' | 'figure'>().notNull(),
  name: text().notNull(),
  value: json().$type<string | number | boolean>().notNull(),
  since: date().notNull(),
  source: text().notNull(),
  status: text().$type<'verified' | 'reported' | 'missing'>().notNull(),
  ...entered,
});

/** Versions of Part II. */
export const termsVersions = pgTable('terms_versions', {
  version: text().primaryKey(),
  data: json().$type<unknown>().notNull(),
  ...entered,
});

/** Days off and moved working days; a row with `removed` takes an earlier one of the same day and kind back. */
export const calendarRows = pgTable('calendar_rows', {
  id: identity(),
  on: date().notNull(),
  kind: text().$type<'day-off' | 'working-day'>().notNull(),
  name: text().notNull(),
  removed: boolean().notNull(),
  ...entered,
});

/** Who the operator is; the row recorded last holds. */
export const operatorProfile = pgTable('operator_profile', {
  id: identity(),
  data: json().$type<unknown>().notNull(),
  ...entered,
});

/** Changes of the law that one administrator has proposed and another one decides (ADR 0060). Decided once; what was
 *  approved stands as rows of its revision in the tables above. */
export const lawProposals = pgTable(
  'law_proposals',
  {
    id: uuid().primaryKey(),
    kind: text().$type<'figure' | 'setting' | 'terms' | 'calendar' | 'operator'>().notNull(),
    entry: json().$type<unknown>().notNull(),
    source: text().notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    state: text().$type<'pending' | 'approved' | 'declined'>().notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    reasons: text(),
    revision: integer().unique('law_proposals_revision'),
  },
  (row) => [
    index('law_proposals_time').on(row.proposedAt),
    check(
      'law_proposals_second_person',
      sql`${row.state} <> 'approved' or (${row.decidedBy} is not null and ${row.decidedBy} <> ${row.proposedBy} and ${row.revision} is not null)`,
    ),
  ],
);

/** The virtual clock: one row, present only where time is virtual. */
export const clock = pgTable('clock', { id: integer().primaryKey(), now: instant().notNull() }, (row) => [
  check('clock_is_one_row', sql`${row.id} = 1`),
]);

/** The last number drawn of each series. */
export const counters = pgTable('counters', {
  series: text().primaryKey(),
  value: bigint({ mode: 'number' }).notNull(),
});
