import type { Connection } from '../../db/connect.ts';
import type { Clock } from '../casework/clocks.ts';
import type { TimersBehind } from './metrics.ts';

/** Stops counting where the exact number no longer matters, so that watching costs little however far behind. */
const BEHIND = {
  name: 'timers_behind',
  text: `select count(*) as due, min(wake_at) as oldest
         from (select wake_at from deadlines where wake_at <= $1 order by wake_at limit 10000) as waiting`,
};

export const timersBehind = (on: Connection, clock: Clock) => async (): Promise<TimersBehind> => {
  const now = await clock.now();
  const [row] = await on.query<{ due: number; oldest: string | null }>(BEHIND, [now.toString()]);
  const oldest = row?.oldest ? Temporal.Instant.from(row.oldest) : now;
  return { due: row?.due ?? 0, oldestSeconds: now.since(oldest).total('seconds') };
};
