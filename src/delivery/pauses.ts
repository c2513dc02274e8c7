/** How long to wait between two tries of a letter, and when to give it up. */

const LONGEST_MINUTES = 4 * 60;

/** With the pauses below about three days: longer than a weekend without a relay. */
const MOST_TRIES = 24;

/** A minute, then twice as long each time, up to four hours; null: the letter is given up. */
export const pauseAfter = (tries: number): Temporal.Duration | null =>
  tries >= MOST_TRIES
    ? null
    : Temporal.Duration.from({ minutes: Math.min(2 ** (tries - 1), LONGEST_MINUTES) });

/** How long a letter is in one dispatcher's hand before another may take it: longer than any attempt can last. */
export const LEASE = Temporal.Duration.from({ minutes: 10 });
