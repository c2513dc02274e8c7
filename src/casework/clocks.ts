import { moveClock, readClock } from '../../db/clock.ts';
import type { Connection } from '../../db/database.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';

/** Time of the product: the machine's clock, or a virtual one that stands still and is moved forward. */
export interface Clock {
  readonly kind: 'system' | 'virtual';
  now(): Promise<Temporal.Instant>;
}

export const systemClock: Clock = {
  kind: 'system',
  now: async () => Temporal.Now.instant(),
};

/** A clock that stands still and is moved forward; its instant is kept in the database, for every process alike. */
export interface VirtualClock extends Clock {
  readonly kind: 'virtual';
  moveTo(instant: Temporal.Instant): Promise<void>;
}

export async function virtualClock(connection: Connection, start: Temporal.Instant): Promise<VirtualClock> {
  if ((await readClock(connection)) === null) await moveClock(connection, start.toString());
  const now = async () => Temporal.Instant.from((await readClock(connection))!);
  return {
    kind: 'virtual',
    now,
    async moveTo(instant) {
      if (await moveClock(connection, instant.toString())) return;
      const message = say('laiks iet tikai uz priekšu', 'time moves forward only');
      throw new Refusal({
        code: 'clock.backwards',
        kind: 'invalid',
        detail: say(
          `Pulksteni nevar pagriezt atpakaļ (tagad ${await now()}).`,
          `The clock cannot be turned back (it is ${await now()}).`,
        ),
        errors: [{ field: 'now', message }],
      });
    },
  };
}
