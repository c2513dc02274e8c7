import type { Database } from '../../../db/database.ts';
import type { Clock } from '../../casework/clocks.ts';
import type { LawShelf } from '../../casework/law-shelf.ts';
import type { Invite } from './hand-over.ts';

export interface AccountDeskParts {
  readonly db: Database;
  readonly clock: Clock;
  /** Whether the demo accounts are open, and so count as administrators. */
  readonly demo: boolean;
  readonly shelf: Pick<LawShelf, 'book'>;
  /** Sends links by which staff choose their passwords; absent or null: no mail can be sent. */
  readonly invite?: Invite | null;
  /** Sessions live in real time; tests bring their own. */
  readonly now?: () => Temporal.Instant;
}
