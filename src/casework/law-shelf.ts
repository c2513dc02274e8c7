import type { Connection } from '../../db/database.ts';
import { type LawRows, lawRevision, readLaw } from '../../db/law.ts';
import { type Enactment, enactedLaw } from '../law/enacted-law.ts';
import type { LawBook } from '../law/law-book.ts';
import type { Operator } from '../law/operator.ts';
import type { TermsVersion } from '../law/terms/terms.ts';

/** The law book as entered so far, read anew when something was entered. */
export interface LawShelf {
  book(): LawBook;
  /** The changes that the book was made of. */
  enactments(): readonly Enactment[];
  refresh(): Promise<LawBook>;
}

/** The rows of one revision are one change. */
function enactmentsOf(rows: LawRows): Enactment[] {
  return [
    ...rows.editions.map(({ revision, kind, name, value, since, source, status }) => ({
      revision,
      entry: { kind, edition: { name, value, since, source, status } },
    })),
    ...rows.terms.map(({ revision, data }) => ({
      revision,
      entry: { kind: 'terms' as const, version: data as TermsVersion },
    })),
    ...[...Map.groupBy(rows.calendar, (row) => row.revision)].map(([revision, days]) => ({
      revision,
      entry: {
        kind: 'calendar' as const,
        rows: days.map(({ on, kind, name, removed }) => ({ on, kind, name, removed })),
      },
    })),
    ...rows.operator.map(({ revision, data }) => ({
      revision,
      entry: { kind: 'operator' as const, operator: data as Operator },
    })),
  ].sort((a, b) => a.revision - b.revision);
}

export async function openLawShelf(connection: Connection): Promise<LawShelf> {
  let enactments = enactmentsOf(await readLaw(connection));
  let current = enactedLaw(enactments);
  return {
    book: () => current,
    enactments: () => enactments,
    async refresh() {
      if ((await lawRevision(connection)) !== current.revision) {
        const read = enactmentsOf(await readLaw(connection));
        // Two refreshes may overlap; the one that has read less does not take anything back.
        if ((read.at(-1)?.revision ?? 0) > current.revision) {
          enactments = read;
          current = enactedLaw(enactments);
        }
      }
      return current;
    },
  };
}
