import type { Connection } from '../../db/connect.ts';
import { forgetTries, giveTryBack, type Pauses, takeTry } from '../../db/tries.ts';
import { inTurn } from '../casework/decide/in-turn.ts';
import { hashOf } from './tokens.ts';

/** Slows guessing over all processes (ADR 0110). A try is counted before it is looked at, so that many at once are no more
 *  than many in a row; whether there is such a name counts for nothing, so that nothing can be learnt from it. */
export interface LockOut {
  /** Looks whether a guess is right, if there is a try left for it. `look` answers null where it is wrong. */
  weigh<T>(guess: Guess, look: () => Promise<T | null>): Promise<Weighed<T>>;
}

interface Guess {
  /** What is guessed at: `password of anna`. */
  readonly what: string;
  /** Who guesses, as far as anybody can tell: a network, a device, a session. */
  readonly whence: string;
  /** Whether it is known from there that the owner asks. Then the tries of strangers do not count, nor these among theirs. */
  readonly isKnown: boolean;
}

type Weighed<T> =
  | { readonly kind: 'right'; readonly value: T }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

export interface LockOutPolicy {
  /** Tries at one thing from one place. */
  readonly fromOnePlace: Pauses;
  /** Tries at one thing from all places that are not known. */
  readonly fromEverywhere: Pauses;
}

export const LOCK_OUT_POLICY: LockOutPolicy = {
  fromOnePlace: { freeTries: 10, firstPauseSeconds: 60, longestPauseSeconds: 900 },
  fromEverywhere: { freeTries: 50, firstPauseSeconds: 60, longestPauseSeconds: 900 },
};

export interface LockOutParts {
  readonly db: Connection;
  readonly policy?: LockOutPolicy;
  /** Real time; tests bring their own. */
  readonly now?: () => Temporal.Instant;
}

export function lockOut({
  db,
  policy = LOCK_OUT_POLICY,
  now = () => Temporal.Now.instant(),
}: LockOutParts): LockOut {
  return {
    async weigh({ what, whence, isKnown }, look) {
      const here = hashOf(`${what} from ${whence}`);
      const everywhere = hashOf(what);

      /** Seconds still to wait, or 0: the try is taken. */
      async function take(): Promise<number> {
        const at = now().toString();
        const waitsHere = await takeTry(db, here, policy.fromOnePlace, at);
        if (waitsHere > 0 || isKnown) return waitsHere;
        const waits = await takeTry(db, everywhere, policy.fromEverywhere, at);
        if (waits > 0) await giveTryBack(db, here);
        return waits;
      }

      // One after the other, so that whoever is right many times at once does not use up the tries of those behind.
      return inTurn(here, async () => {
        const retryAfterSeconds = await take();
        if (retryAfterSeconds > 0) return { kind: 'locked', retryAfterSeconds };
        const value = await look();
        if (value === null) return { kind: 'wrong' };
        await forgetTries(db, here);
        if (!isKnown) await giveTryBack(db, everywhere);
        return { kind: 'right', value };
      });
    },
  };
}
