import type { LawServices } from '../administration/create.ts';
import type { Casework, Clock } from '../casework/casework.ts';
import type { Authorising } from '../casework/create.ts';
import type { LetterDesk } from '../delivery/letter-desk.ts';
import type { Identity } from '../identity/identity.ts';
import type { LawBook } from '../law/law-book.ts';
import type { Log } from './log.ts';
import type { TimersBehind } from './metrics.ts';
import type { RateLimits } from './rate-limits.ts';

/** Everything that the API stands on. */
export interface ApiServices extends LawServices {
  readonly casework: Casework & Authorising;
  readonly identity: Identity;
  readonly letterDesk: LetterDesk;
  readonly book: () => LawBook;
  readonly clock: Clock;
  /** Moves a virtual clock forward through everything that falls due; null on the machine's own clock. */
  readonly moveClock: ((to: Temporal.Instant) => Promise<Temporal.Instant>) | null;
  /** Whether the product can serve: tables, law and demo data stand, and the database answers. */
  readonly ready: () => Promise<boolean>;
  readonly timersBehind: () => Promise<TimersBehind>;
  readonly limits: RateLimits;
  readonly trustedProxies: number;
  readonly log: Log;
}
