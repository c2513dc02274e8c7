import { nextWake } from '../../db/due.ts';
import { type ClockLog, sweepAll } from './decide/sweep.ts';
import type { CaseworkParts } from './parts.ts';

/** Letters that wait to be handed over: on a virtual clock they leave at the instant at which they are due. */
export interface Outbox {
  dispatchAll(): Promise<void>;
  nextAt(): Promise<string | null>;
}

const NO_OUTBOX: Outbox = { dispatchAll: async () => undefined, nextAt: async () => null };

/** Moves a virtual clock forward, standing still at every instant at which something falls due. */
export async function moveThrough(
  parts: CaseworkParts,
  moveTo: (instant: Temporal.Instant) => Promise<void>,
  target: Temporal.Instant,
  log: ClockLog,
  outbox: Outbox = NO_OUTBOX,
): Promise<Temporal.Instant> {
  const handleDue = async () => {
    await sweepAll(parts, log);
    await outbox.dispatchAll();
  };
  await handleDue();
  for (;;) {
    const next = firstOf(await nextWake(parts.db), await outbox.nextAt());
    const now = await parts.clock.now();
    if (next === null || Temporal.Instant.compare(next, target) > 0) break;
    if (Temporal.Instant.compare(next, now) > 0) await moveTo(next);
    await handleDue();
  }
  await moveTo(target);
  await handleDue();
  return parts.clock.now();
}

const firstOf = (...instants: readonly (string | null)[]): Temporal.Instant | null =>
  instants
    .flatMap((one) => (one === null ? [] : [Temporal.Instant.from(one)]))
    .sort(Temporal.Instant.compare)[0] ?? null;
