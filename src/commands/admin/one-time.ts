import type { Database } from '../../../db/connect.ts';
import { openLawShelf } from '../../casework/law-shelf.ts';
import { oneTimePasswordEnd } from '../../identity/one-time.ts';

/** Until when a password that is handed over opens, by the law of this installation. */
export async function oneTimeUntil(db: Database): Promise<Temporal.Instant> {
  const now = Temporal.Now.instant();
  return oneTimePasswordEnd((await openLawShelf(db)).book(), now, now);
}

/** A password that was typed by its holder stays. */
export const isLasting = { type: 'boolean' } as const;
