import type { Connection, Transaction } from './database.ts';
import { asc, lte } from './drizzle.ts';
import { drawNumbers } from './numbers.ts';
import { columnsOf } from './rows.ts';
import { calendarRows, lawEditions, operatorProfile, termsVersions } from './schema.ts';

/** What was entered beside the delivered law. Every change has a revision, drawn inside the transaction that stores it:
 *  1, 2, 3 … in the order of commits and without a gap, so that a revision names one state of the law for ever. */

export type LawEditionRow = typeof lawEditions.$inferSelect;
export type TermsVersionRow = typeof termsVersions.$inferSelect;
export type CalendarRowRow = typeof calendarRows.$inferSelect;
type OperatorProfileRow = typeof operatorProfile.$inferSelect;

/** Everything that was entered, in the order of entry: a later row stands above an earlier one. */
export interface LawRows {
  readonly revision: number;
  readonly editions: readonly LawEditionRow[];
  readonly terms: readonly TermsVersionRow[];
  readonly calendar: readonly CalendarRowRow[];
  readonly operator: readonly OperatorProfileRow[];
}

const REVISIONS = 'law';

/** Not by drizzle, which would read a value like "120.50" as a number a second time. */
const EDITIONS = `select ${columnsOf(lawEditions, 'e')} from law_editions e where e.revision <= $1 order by e.id`;

/** The revision of the newest change; a process keeps its law book while this stays the same. */
export async function lawRevision(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ revision: number }>(
    {
      name: 'law_revision',
      text: 'select coalesce((select value from counters where series = $1), 0) as revision',
    },
    [REVISIONS],
  );
  return row!.revision;
}

/** Waits for whoever is enacting a change, and makes others wait until this transaction ends. */
export const drawLawRevision = (tx: Transaction): Promise<number> => drawNumbers(tx, REVISIONS);

/** All rows up to the newest revision; what is committed while the tables are read belongs to the next reading. */
export async function readLaw(connection: Connection): Promise<LawRows> {
  const revision = await lawRevision(connection);
  const { db } = connection;
  const [editions, terms, calendar, operator] = [
    await connection.query<LawEditionRow>(EDITIONS, [revision]),
    await db
      .select()
      .from(termsVersions)
      .where(lte(termsVersions.revision, revision))
      .orderBy(asc(termsVersions.revision)),
    await db
      .select()
      .from(calendarRows)
      .where(lte(calendarRows.revision, revision))
      .orderBy(asc(calendarRows.id)),
    await db
      .select()
      .from(operatorProfile)
      .where(lte(operatorProfile.revision, revision))
      .orderBy(asc(operatorProfile.id)),
  ];
  return { revision, editions, terms, calendar, operator };
}

export async function addLawEdition(tx: Transaction, row: typeof lawEditions.$inferInsert): Promise<void> {
  await tx.db.insert(lawEditions).values(row);
}

export async function addTermsVersion(
  tx: Transaction,
  row: typeof termsVersions.$inferInsert,
): Promise<void> {
  await tx.db.insert(termsVersions).values(row);
}

export async function addCalendarRows(
  tx: Transaction,
  rows: readonly (typeof calendarRows.$inferInsert)[],
): Promise<void> {
  await tx.db.insert(calendarRows).values([...rows]);
}

export async function addOperatorProfile(
  tx: Transaction,
  row: typeof operatorProfile.$inferInsert,
): Promise<void> {
  await tx.db.insert(operatorProfile).values(row);
}
