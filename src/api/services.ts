import type { EventType } from '../../workflows/events.ts';
import type { Caller } from '../casework/caller.ts';
import type { Casework, Clock } from '../casework/casework.ts';
import type { Identity } from '../identity/identity.ts';
import type { LawBook } from '../law/law-book.ts';
import type { Log } from './log.ts';
import type { TimersBehind } from './metrics.ts';
import type { RateLimits } from './rate-limits.ts';

/** What the case workers answer besides: whether somebody may see a case and do an act on it, before the act's payload
 *  is looked at. `type` is null where the act has no known type; then only seeing is asked. */
export interface Authorising {
  /** @throws Refusal `not-found` where the case is not there for this caller, `forbidden` where the act is not theirs */
  authorise(caller: Caller, caseId: string, type: EventType | null): Promise<void>;
}

/** Everything that the API stands on. */
export interface ApiServices {
  readonly casework: Casework & Authorising;
  readonly identity: Identity;
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
