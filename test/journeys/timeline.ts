/** Many stories on one clock: each says until when it waits, and the clock moves on when all of them do. So that the
 *  whole folder needs one product per database, and every story runs among the others' cases. */
export interface Timeline {
  /** Told by a story: go on when the clock shows this instant. */
  until(instant: Temporal.Instant): Promise<void>;
  /** Runs a story; the clock no longer waits for one that has ended or failed. */
  run<T>(story: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly until: Temporal.Instant;
  readonly goOn: () => void;
  readonly fail: (reason: unknown) => void;
}

const { compare } = Temporal.Instant;

export function timeline(moveTo: (instant: Temporal.Instant) => Promise<void>): Timeline {
  let waiting: Waiting[] = [];
  let running = 0;
  let shown: Temporal.Instant | undefined;

  async function moveOn(): Promise<void> {
    if (running > 0 || waiting.length === 0) return;
    const next = waiting.map(({ until }) => until).reduce((a, b) => (compare(a, b) < 0 ? a : b));
    // Nobody else may move the clock meanwhile.
    running += 1;
    let failed: { reason: unknown } | undefined;
    await moveTo(next).catch((reason: unknown) => {
      failed = { reason };
    });
    shown = next;
    const ready = waiting.filter(({ until }) => failed || compare(until, next) <= 0);
    waiting = waiting.filter((one) => !ready.includes(one));
    running += ready.length - 1;
    for (const { goOn, fail } of ready) failed ? fail(failed.reason) : goOn();
  }

  return {
    until(instant) {
      if (shown && compare(instant, shown) < 0)
        return Promise.reject(
          new Error(`The story wants to go back to ${instant}; the clock shows ${shown}.`),
        );
      return new Promise((goOn, fail) => {
        waiting.push({ until: instant, goOn, fail });
        running -= 1;
        void moveOn();
      });
    },
    async run(story) {
      running += 1;
      // Every story begins before the clock moves for the first time.
      await new Promise((resolve) => setImmediate(resolve));
      try {
        return await story();
      } finally {
        running -= 1;
        void moveOn();
      }
    },
  };
}
