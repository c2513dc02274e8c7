/** A session ends two hours after it was last used, and a day after it began. Real time, never the virtual clock. */
export const IDLE = Temporal.Duration.from({ hours: 2 });
const LONGEST = Temporal.Duration.from({ hours: 24 });

/** Use is noted, and the end moved, once a minute at most. */
export const NOTED_EVERY = Temporal.Duration.from({ minutes: 1 });

/** So long it is known whose a session was that ran out: it opens nothing, and a form that is sent late finds its owner. */
export const ENDED_KNOWN_FOR = Temporal.Duration.from({ hours: 24 });

/** So long a form that was sent too late waits for its owner to sign in. */
export const FORM_KEPT_FOR = Temporal.Duration.from({ hours: 1 });

export function sessionEnd(
  createdAt: Temporal.Instant,
  lastSeenAt: Temporal.Instant,
  unused = IDLE,
): Temporal.Instant {
  const idle = lastSeenAt.add(unused);
  const longest = createdAt.add(LONGEST);
  return Temporal.Instant.compare(idle, longest) < 0 ? idle : longest;
}
