import type { Connection } from '../../db/database.ts';
import { lawStamp, type LawRows, readLaw } from '../../db/law.ts';
import { type LawBook, lawBook } from '../law/law-book.ts';
import type { Operator } from '../law/operator.ts';
import type { FigureStatus } from '../law/parameter.ts';
import type { TermsVersion } from '../law/terms/terms.ts';
import type { CalendarRow } from '../law/working-days.ts';

/** The law book as entered so far, read anew when something was entered. */
export interface LawShelf {
  book(): LawBook;
  refresh(): Promise<LawBook>;
}

function bookOf(rows: LawRows): LawBook {
  const editions = rows.editions.map((row) => ({
    kind: row.kind,
    name: row.name,
    value: row.value as string | number | boolean,
    since: row.since,
    source: row.source,
    status: row.status as FigureStatus,
  }));
  const removed = new Set(rows.calendar.filter((row) => row.removed).map((row) => row.on));
  const operator = rows.operator.at(-1)?.data as Operator | undefined;
  return lawBook({
    ...(operator ? { operator } : {}),
    terms: rows.terms.map((row) => row.data as TermsVersion),
    settings: editions.filter((row) => row.kind === 'setting'),
    figures: editions.filter((row) => row.kind === 'figure'),
    calendar: rows.calendar
      .filter((row) => !row.removed && !removed.has(row.on))
      .map(({ on, kind, name }) => ({ on, kind: kind as CalendarRow['kind'], name })),
  });
}

export async function openLawShelf(connection: Connection): Promise<LawShelf> {
  let stamp = await lawStamp(connection);
  let current = bookOf(await readLaw(connection));
  return {
    book: () => current,
    async refresh() {
      const now = await lawStamp(connection);
      if (now !== stamp) {
        current = bookOf(await readLaw(connection));
        stamp = now;
      }
      return current;
    },
  };
}
