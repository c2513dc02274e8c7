import { type Database, openDatabase } from '../../db/connect.ts';
import type { Clock } from '../../src/casework/clocks.ts';
import type { CaseworkParts } from '../../src/casework/parts.ts';
import { lawBook } from '../../src/law/law-book.ts';
import { composeLetter } from '../../src/letters/compose.ts';

/** The case workers as `main` wires them, on a clock that stands where the bench puts it. */
interface BenchClock extends Clock {
  standAt(instant: string): void;
}

function benchClock(start: string): BenchClock {
  let now = Temporal.Instant.from(start);
  return {
    kind: 'virtual',
    now: async () => now,
    standAt(instant) {
      now = Temporal.Instant.from(instant);
    },
  };
}

export interface BenchService {
  readonly db: Database;
  readonly clock: BenchClock;
  readonly parts: CaseworkParts;
}

export async function benchService(
  databaseUrl: string,
  start: string,
  poolSize?: number,
): Promise<BenchService> {
  const db = await openDatabase({ databaseUrl, ...(poolSize === undefined ? {} : { poolSize }) });
  const clock = benchClock(start);
  const book = lawBook();
  return { db, clock, parts: { db, clock, lawBook: () => book, compose: composeLetter } };
}
