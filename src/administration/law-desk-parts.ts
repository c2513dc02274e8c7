import type { Database } from '../../db/database.ts';
import type { Clock } from '../casework/clocks.ts';
import type { LawShelf } from '../casework/law-shelf.ts';

/** What changing and reading the law stand on. */
export interface LawDeskParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly shelf: LawShelf;
  /** Told of what failed after a decision was stored; it is tried again by `follow`. */
  readonly told: (fault: unknown) => void;
}
