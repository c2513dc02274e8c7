import type { DeliveryLog } from '../dispatch.ts';
import type { Dispatcher } from '../dispatcher.ts';
import { Pulse } from '../pulse.ts';
import { type ReminderParts, remindDue, reminderOutbox } from './dispatch.ts';
import { createReminderDesk, type ReminderDesk } from './reminder-desk.ts';

/** Everything about reminders (PO-09): what is wanted, and sending it. */
export interface Reminders extends Dispatcher {
  readonly desk: ReminderDesk;
}

/** How often it looks what fell due: reminders are a matter of days. */
const BEAT_MS = 60_000;

/** A process that works `inBackground` reminds of its own accord; any process can be asked to. */
export function startReminders(
  parts: ReminderParts,
  log: DeliveryLog,
  { inBackground }: { readonly inBackground: boolean },
): Reminders {
  const pulse = new Pulse(BEAT_MS, async (goesOn) => {
    try {
      while (goesOn() && (await remindDue(parts, log)) > 0);
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'reminders could not be sent');
    }
  });
  if (inBackground && parts.mailer) pulse.start();
  return {
    desk: createReminderDesk({ ...parts, sends: parts.mailer !== null }),
    nudge: () => pulse.nudge(),
    ...reminderOutbox(parts, log),
    stop: () => pulse.stop(),
  };
}
