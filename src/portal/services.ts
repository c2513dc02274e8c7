import type { Connection } from '../../db/connect.ts';
import type { Log } from '../api/log.ts';
import type { RateLimits } from '../api/rate-limits.ts';
import type { Casework, Clock } from '../casework/casework.ts';
import type { Authorising } from '../casework/create.ts';
import type { Identity } from '../identity/identity.ts';
import type { LawBook } from '../law/law-book.ts';
import type { SignInMethod } from './account/sign-in-methods.ts';

/** Everything that the pages stand on. */
export interface PortalServices {
  readonly casework: Casework & Authorising;
  readonly identity: Identity;
  readonly db: Connection;
  readonly book: () => LawBook;
  readonly clock: Clock;
  readonly limits: RateLimits;
  readonly log: Log;
  readonly demo: boolean;
  /** Whether browsers reach us over TLS: cookies are then sent over TLS alone. */
  readonly secure: boolean;
  /** Ways to sign in beside the password: eID, bank. */
  readonly signInMethods?: readonly SignInMethod[];
}
