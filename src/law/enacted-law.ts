import { type Edition, type LawBook, type LawEntries, lawBook } from './law-book.ts';
import type { Operator } from './operator.ts';
import type { TermsVersion } from './terms/terms.ts';
import type { CalendarRow } from './working-days.ts';

/** One change of the law, as two administrators agreed on it. */
export type LawEntry =
  | { readonly kind: 'figure' | 'setting'; readonly edition: Edition }
  | { readonly kind: 'terms'; readonly version: TermsVersion }
  | { readonly kind: 'calendar'; readonly rows: readonly CalendarRow[] }
  | { readonly kind: 'operator'; readonly operator: Operator };

/** A change with its place in the order of enactment: 1, 2, 3 … without a gap. */
export interface Enactment {
  readonly revision: number;
  readonly entry: LawEntry;
}

/** The law after these changes. Every earlier book stays within reach: an event is replayed by the book that it was
 *  decided by, whatever was entered since, also for days that had passed by then. */
export function enactedLaw(enactments: readonly Enactment[]): LawBook {
  const inOrder = [...enactments].sort((a, b) => a.revision - b.revision);
  const newest = inOrder.at(-1)?.revision ?? 0;
  const books = new Map<number, LawBook>();
  const asOf = (revision: number): LawBook => {
    if (revision > newest)
      throw new Error(
        `Revision ${revision} of the law was asked for, but ${newest} is the newest one known here.`,
      );
    const known = books.get(revision);
    if (known) return known;
    const upTo = inOrder.filter((one) => one.revision <= revision).map(({ entry }) => entry);
    const book = { ...lawBook(entriesOf(upTo)), revision, asOf };
    books.set(revision, book);
    return book;
  };
  return asOf(newest);
}

/** The book with one more change, as it would be: what a proposal is measured by before anybody agrees to it. */
export const withEntry = (enactments: readonly Enactment[], entry: LawEntry): LawBook =>
  enactedLaw([
    ...enactments,
    { revision: Math.max(0, ...enactments.map(({ revision }) => revision)) + 1, entry },
  ]);

function entriesOf(entries: readonly LawEntry[]): LawEntries {
  const operator = entries.findLast((entry) => entry.kind === 'operator');
  const editions = (kind: 'figure' | 'setting') =>
    entries.flatMap((entry) => (entry.kind === kind ? [entry.edition] : []));
  return {
    ...(operator ? { operator: operator.operator } : {}),
    terms: entries.flatMap((entry) => (entry.kind === 'terms' ? [entry.version] : [])),
    settings: editions('setting'),
    figures: editions('figure'),
    calendar: entries.flatMap((entry) => (entry.kind === 'calendar' ? entry.rows : [])),
  };
}
