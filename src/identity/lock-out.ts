/** Slows the guessing of one account's password. Counts failures by the name that was tried, whether or not there is
 *  such an account, so that nothing can be learnt from it. */
export interface LockOut {
  /** Seconds still to wait, or 0. */
  secondsLeft(username: string): number;
  failed(username: string): void;
  succeeded(username: string): void;
}

export interface LockOutPolicy {
  /** Failures in a row that are free. */
  readonly freeFailures: number;
  /** The first pause; each further failure doubles it. */
  readonly firstPauseSeconds: number;
  readonly longestPauseSeconds: number;
}

export const LOCK_OUT_POLICY: LockOutPolicy = {
  freeFailures: 10,
  firstPauseSeconds: 60,
  longestPauseSeconds: 900,
};

/** A day without a failure makes a name's failures forgotten. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;
const MOST_NAMES = 10_000;

export function lockOut(policy: LockOutPolicy, now: () => Temporal.Instant): LockOut {
  const byName = new Map<string, { failures: number; lastMs: number; untilMs: number }>();
  const nowMs = (): number => now().epochMilliseconds;

  return {
    secondsLeft(username) {
      const untilMs = byName.get(username)?.untilMs ?? 0;
      return Math.max(0, Math.ceil((untilMs - nowMs()) / 1000));
    },
    failed(username) {
      const before = byName.get(username);
      const failures = before && nowMs() - before.lastMs < FORGOTTEN_AFTER_MS ? before.failures + 1 : 1;
      const pauses = failures - policy.freeFailures;
      const pauseSeconds =
        pauses < 0
          ? 0
          : Math.min(policy.firstPauseSeconds * 2 ** Math.min(pauses, 20), policy.longestPauseSeconds);
      byName.delete(username);
      byName.set(username, { failures, lastMs: nowMs(), untilMs: nowMs() + pauseSeconds * 1000 });
      // The name that failed longest ago goes first: memory stays bounded however many names are tried.
      if (byName.size > MOST_NAMES) byName.delete(byName.keys().next().value!);
    },
    succeeded(username) {
      byName.delete(username);
    },
  };
}
