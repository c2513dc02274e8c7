import type { Database } from '../../db/connect.ts';
import { sealHistory } from '../../db/history-chain.ts';
import { deleteAnswersBefore } from '../../db/idempotency.ts';
import { deletePlacesUnusedSince } from '../../db/sign-in-places.ts';
import { clearTries } from '../../db/tries.ts';
import type { Clock } from '../casework/clocks.ts';
import type { Log } from '../http/log.ts';

const LAW_READ_EVERY_MS = 5_000;
/** How much of the history may be taken from its end before a seal shows that it is missing. */
const SEALED_EVERY_MS = 60_000;
const UPKEEP_EVERY_MS = 60 * 60 * 1000;
/** How long an answer is kept for whoever repeats a request with its Idempotency-Key. */
const ANSWERS_KEPT = Temporal.Duration.from({ hours: 30 * 24 });
/** Of tries at what can be guessed, these many are remembered, and places for as long after the last sign-in there. */
const MOST_TRIES = 100_000;
const PLACES_KEPT = Temporal.Duration.from({ hours: 180 * 24 });

interface Kept {
  readonly db: Database;
  readonly clock: Clock;
}

/** What every process does now and then; answers how to end it. */
export function keepUp({ db, clock }: Kept, readLaw: () => Promise<unknown>, log: Log): () => void {
  const told = (error: unknown): void => log.fault(error);
  const law = setInterval(() => void readLaw().catch(told), LAW_READ_EVERY_MS);
  const seals = setInterval(() => void sealHistory(db).catch(told), SEALED_EVERY_MS);
  const hourly = setInterval(() => void forgetWhatIsOld(db, clock).catch(told), UPKEEP_EVERY_MS);
  return () => {
    clearInterval(law);
    clearInterval(seals);
    clearInterval(hourly);
  };
}

async function forgetWhatIsOld(db: Database, clock: Clock): Promise<void> {
  await deleteAnswersBefore(db, (await clock.now()).subtract(ANSWERS_KEPT).toString());
  const realTime = Temporal.Now.instant();
  await clearTries(db, realTime.toString(), MOST_TRIES);
  await deletePlacesUnusedSince(db, realTime.subtract(PLACES_KEPT).toString());
}
