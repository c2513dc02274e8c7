import { bigint, boolean, check, date, integer, jsonb, pgTable, sql, text } from '../drizzle.ts';
import { instant } from './columns.ts';

const identity = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

/** Who entered a row and who agreed to it (ledger 5.2: dual control). Rows of the law are added, never changed. */
const entered = {
  recordedAt: instant('recorded_at').notNull(),
  recordedBy: text('recorded_by').notNull(),
  approvedBy: text('approved_by'),
};

/** Editions of settings and figures; where two share kind, name and day, the one recorded last holds. */
export const lawEditions = pgTable('law_editions', {
  id: identity(),
  kind: text().$type<'setting' | 'figure'>().notNull(),
  name: text().notNull(),
  value: jsonb().$type<string | number | boolean>().notNull(),
  since: date().notNull(),
  source: text().notNull(),
  status: text().$type<'verified' | 'reported' | 'missing'>().notNull(),
  ...entered,
});

/** Versions of Part II. */
export const termsVersions = pgTable('terms_versions', {
  version: text().primaryKey(),
  data: jsonb().$type<unknown>().notNull(),
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
  data: jsonb().$type<unknown>().notNull(),
  ...entered,
});

/** The virtual clock: one row, present only where time is virtual. */
export const clock = pgTable('clock', { id: integer().primaryKey(), now: instant().notNull() }, (row) => [
  check('clock_is_one_row', sql`${row.id} = 1`),
]);

/** The last number drawn of each series. */
export const counters = pgTable('counters', {
  series: text().primaryKey(),
  value: bigint({ mode: 'number' }).notNull(),
});
