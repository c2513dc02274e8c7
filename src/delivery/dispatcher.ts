import { type DeliveryLog, type DispatchParts, dispatchDue, letterOutbox } from './dispatch.ts';
import { Pulse } from './pulse.ts';

/** Sends letters after their commit, in the background and when a virtual clock is moved. */
export interface Dispatcher {
  /** Letters wait: looks at once instead of at the next beat. */
  nudge(): void;
  /** Hands over everything that is due now. */
  dispatchAll(): Promise<void>;
  /** When there is something to hand over next; null: nothing is. */
  nextAt(): Promise<string | null>;
  /** Ends what is in hand and takes no more. */
  stop(): Promise<void>;
}

/** How often it looks for letters that another process wrote, or whose pause is over. */
const BEAT_MS = 1000;

/** A process that works `inBackground` sends letters of its own accord; any process can be asked to. */
export function startDispatcher(
  parts: DispatchParts,
  log: DeliveryLog,
  { inBackground = true }: { readonly inBackground?: boolean } = {},
): Dispatcher {
  const pulse = new Pulse(BEAT_MS, async (goesOn) => {
    try {
      while (goesOn() && (await dispatchDue(parts, log)) > 0);
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'letters could not be dispatched');
    }
  });
  if (inBackground) pulse.start();
  return {
    nudge: () => pulse.nudge(),
    ...letterOutbox(parts, log),
    stop: () => pulse.stop(),
  };
}
