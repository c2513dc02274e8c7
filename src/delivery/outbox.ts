import { setTimeout as sleep } from 'node:timers/promises';
import type { Outbox } from '../casework/move-clock.ts';

/** What waits to be handed over, whoever of several processes does it. */
export interface Waiting {
  /** Takes what is due and is in nobody's hand, hands it over, and says how much that was. */
  handOverDue(): Promise<number>;
  /** Whether something is in another's hand, or due and about to be. */
  isInHand(): Promise<boolean>;
  next(): Promise<string | null>;
}

/** What others have in hand is waited for so long; then they are taken for dead. */
const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 20;

/** An outbox that a moved clock empties. The time that somebody has something in hand is of the product's clock, and would
 *  be over as soon as that moves on: so nobody is told of a next instant before all hands are empty. The next instant is
 *  read first and the hands are looked at then: what is taken in between was still to come when it was read. */
export function outboxOf({ handOverDue, isInHand, next }: Waiting): Outbox {
  async function untilHandsAreEmpty(): Promise<void> {
    const since = performance.now();
    for (;;) {
      while ((await handOverDue()) > 0);
      if (performance.now() - since > PATIENCE_MS || !(await isInHand())) return;
      await sleep(LOOK_AGAIN_MS);
    }
  }
  return {
    dispatchAll: untilHandsAreEmpty,
    async nextAt() {
      const since = performance.now();
      for (;;) {
        const at = await next();
        if (performance.now() - since > PATIENCE_MS || !(await isInHand())) return at;
        await untilHandsAreEmpty();
      }
    },
  };
}

/** Several outboxes as one: at each instant the first is emptied before the second. */
export const inOrder = (...outboxes: readonly Outbox[]): Outbox => ({
  async dispatchAll() {
    for (const outbox of outboxes) await outbox.dispatchAll();
  },
  async nextAt() {
    const instants = (await Promise.all(outboxes.map((one) => one.nextAt()))).filter((at) => at !== null);
    return instants.sort((a, b) => Temporal.Instant.compare(a, b))[0] ?? null;
  },
});
