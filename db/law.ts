import type { Connection } from './database.ts';
import { asc } from './drizzle.ts';
import { calendarRows, lawEditions, operatorProfile, termsVersions } from './schema.ts';

export type LawEditionRow = typeof lawEditions.$inferSelect;
export type TermsVersionRow = typeof termsVersions.$inferSelect;
export type CalendarRowRow = typeof calendarRows.$inferSelect;
export type OperatorProfileRow = typeof operatorProfile.$inferSelect;

/** Everything that was entered beside the delivered law, in the order of entry: a later row stands above an earlier one. */
export interface LawRows {
  readonly editions: readonly LawEditionRow[];
  readonly terms: readonly TermsVersionRow[];
  readonly calendar: readonly CalendarRowRow[];
  readonly operator: readonly OperatorProfileRow[];
}

export async function readLaw(connection: Connection): Promise<LawRows> {
  const { db } = connection;
  const [editions, terms, calendar, operator] = [
    await db.select().from(lawEditions).orderBy(asc(lawEditions.id)),
    await db.select().from(termsVersions).orderBy(asc(termsVersions.recordedAt), asc(termsVersions.version)),
    await db.select().from(calendarRows).orderBy(asc(calendarRows.id)),
    await db.select().from(operatorProfile).orderBy(asc(operatorProfile.id)),
  ];
  return { editions, terms, calendar, operator };
}

/** Changes whenever anything was entered: a process keeps its law book while this stays the same. */
export async function lawStamp(connection: Connection): Promise<string> {
  const [row] = await connection.query<{ stamp: string }>({
    name: 'law_stamp',
    text: `select concat_ws('-', (select count(*) from law_editions), (select count(*) from terms_versions),
      (select count(*) from calendar_rows), (select count(*) from operator_profile)) as stamp`,
  });
  return row!.stamp;
}

export async function addLawEdition(
  connection: Connection,
  row: typeof lawEditions.$inferInsert,
): Promise<void> {
  await connection.db.insert(lawEditions).values(row);
}

export async function addTermsVersion(
  connection: Connection,
  row: typeof termsVersions.$inferInsert,
): Promise<void> {
  await connection.db.insert(termsVersions).values(row);
}

export async function addCalendarRow(
  connection: Connection,
  row: typeof calendarRows.$inferInsert,
): Promise<void> {
  await connection.db.insert(calendarRows).values(row);
}

export async function addOperatorProfile(
  connection: Connection,
  row: typeof operatorProfile.$inferInsert,
): Promise<void> {
  await connection.db.insert(operatorProfile).values(row);
}
