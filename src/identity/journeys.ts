import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from '../../db/connect.ts';
import { addAttempt, deleteExpiredAttempts, takeAttempt } from '../../db/sign-in.ts';

/** Journeys to a provider of identities and back. A journey is known by its state together with a secret of the browser in
 *  which it began: who is handed somebody else's way back can do nothing with it (login CSRF). It is taken up once. */
export interface Journeys {
  begin(journey: { method: string; next: string | null; browser: string }): Promise<JourneyBegun>;
  /** null: none such, taken up already, or over its time. */
  takeUp(journey: { method: string; state: string; browser: string }): Promise<Journey | null>;
}

interface Journey {
  /** PKCE (RFC 7636): who has the code alone cannot use it. */
  readonly verifier: string;
  /** Ties the provider's statement to this journey. */
  readonly nonce: string;
  /** Where to go on afterwards: a local path that was checked. */
  readonly next: string | null;
}

interface JourneyBegun extends Journey {
  readonly state: string;
}

/** Real time: finding the card and its PIN takes a while. */
export const JOURNEY_TAKES = Temporal.Duration.from({ minutes: 15 });

const random = (): string => randomBytes(32).toString('base64url');

const hashOf = (state: string, browser: string): string =>
  createHash('sha256').update(`${state}.${browser}`).digest('hex');

export function openJourneys(
  db: Connection,
  now: () => Temporal.Instant = () => Temporal.Now.instant(),
): Journeys {
  return {
    async begin({ method, next, browser }) {
      const state = random();
      const journey = { verifier: random(), nonce: random(), next };
      const at = now();
      await deleteExpiredAttempts(db, at.toString());
      await addAttempt(db, {
        ...journey,
        stateHash: hashOf(state, browser),
        method,
        expiresAt: at.add(JOURNEY_TAKES).toString(),
      });
      return { ...journey, state };
    },
    async takeUp({ method, state, browser }) {
      const taken = await takeAttempt(db, {
        stateHash: hashOf(state, browser),
        method,
        now: now().toString(),
      });
      return taken && { verifier: taken.verifier, nonce: taken.nonce, next: taken.next };
    },
  };
}
