import type { Database } from '../../db/connect.ts';
import { deleteAnswersBefore } from '../../db/idempotency.ts';
import type { Clock } from '../casework/clocks.ts';
import type { Log } from '../http/log.ts';

const LAW_READ_EVERY_MS = 5_000;
const UPKEEP_EVERY_MS = 60 * 60 * 1000;
/** How long an answer is kept for whoever repeats a request with its Idempotency-Key. */
const ANSWERS_KEPT = Temporal.Duration.from({ hours: 30 * 24 });

interface Kept {
  readonly db: Database;
  readonly clock: Clock;
}

/** What every process does now and then; answers how to end it. */
export function keepUp({ db, clock }: Kept, readLaw: () => Promise<unknown>, log: Log): () => void {
  const told = (error: unknown): void => log.fault(error);
  const law = setInterval(() => void readLaw().catch(told), LAW_READ_EVERY_MS);
  const hourly = setInterval(() => void forgetOldAnswers(db, clock).catch(told), UPKEEP_EVERY_MS);
  return () => {
    clearInterval(law);
    clearInterval(hourly);
  };
}

const forgetOldAnswers = async (db: Database, clock: Clock): Promise<void> =>
  deleteAnswersBefore(db, (await clock.now()).subtract(ANSWERS_KEPT).toString());
