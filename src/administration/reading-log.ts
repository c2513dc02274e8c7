import type { Database } from '../../db/database.ts';
import { type Read, type ReadFilter, readsBefore } from '../../db/read-audit.ts';
import type { Caller } from '../casework/caller.ts';
import type { LawBook } from '../law/law-book.ts';
import { assertDataProtection } from './who-may.ts';

/** Who of staff read whose data (II.8.3, II.9.5), for data protection. */
export interface ReadingLog {
  list(
    caller: Caller,
    query: ReadQuery,
  ): Promise<{ readonly items: readonly Read[]; readonly next: string | null }>;
}

interface ReadQuery {
  /** Number of the case. */
  readonly case?: string | undefined;
  readonly account?: string | undefined;
  /** A day in the operator's time zone. */
  readonly day?: string | undefined;
  /** `next` of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
}

interface Parts {
  readonly db: Database;
  readonly book: () => LawBook;
}

export function createReadingLog({ db, book }: Parts): ReadingLog {
  return {
    async list(caller, { case: number, account, day, before, limit }) {
      assertDataProtection(caller);
      const filter: ReadFilter = {
        ...(number ? { number } : {}),
        ...(account ? { account } : {}),
        ...(day ? wholeDay(day, book().operator.timeZone) : {}),
      };
      const page = { limit: limit + 1, ...(before === undefined ? {} : { before: Number(before) }) };
      const rows = await readsBefore(db, filter, page);
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? String(items.at(-1)!.id) : null };
    },
  };
}

function wholeDay(iso: string, timeZone: string): { from: string; to: string } {
  const on = Temporal.PlainDate.from(iso);
  const begin = (date: Temporal.PlainDate): string => date.toZonedDateTime(timeZone).toInstant().toString();
  return { from: begin(on), to: begin(on.add({ days: 1 })) };
}
