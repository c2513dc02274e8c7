import type { Database } from '../../db/connect.ts';
import { settleNotices } from '../../db/notices.ts';
import { drawNumbers } from '../../db/numbers.ts';
import { sweepAll } from '../casework/decide/sweep.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import { storyDays } from './days.ts';
import { STORIES } from './stories/index.ts';
import { tell } from './tell.ts';
import { withinTransaction } from './within-transaction.ts';

export interface DemoParts extends Pick<CaseworkParts, 'db' | 'lawBook' | 'compose'> {
  /** The product's present. */
  readonly now: Temporal.Instant;
}

/** The series of which the laying draws the first number: the mark that the demo data stand. */
const MARK = 'demo-data';

/** Lays the demo cases, whose year before the present really passes through the case workers.
 *
 *  All of it is one transaction: whoever is interrupted leaves nothing behind, and no other process sees a case between
 *  two of its days. The mark is drawn first, so that of several processes that start at once one lays and the others
 *  wait for it. The demo accounts must stand. */
export async function layDemoData({ db, lawBook, compose, now }: DemoParts): Promise<void> {
  if (await demoDataStand(db)) return;
  const standsStill = { kind: 'virtual', now: async () => now } as const;
  // What other cases wait for happens on its real day, not in the past of the stories.
  await sweepAll({ db, lawBook, compose, clock: standsStill }, { warn: () => undefined });
  await db.transaction(async (tx) => {
    if ((await drawNumbers(tx, MARK)) > 1) return;
    const law = lawBook();
    const days = storyDays(now, law);
    const stories = STORIES.filter(({ ago }) => days.isUnderLaw(ago));
    await tell(stories, { db: withinTransaction(tx, db.kind), lawBook: () => law, compose }, days, now);
    await settleNotices(tx);
  });
}

/** Whether the demo data stand: laid whole, by this process or another. */
export async function demoDataStand({ query }: Database): Promise<boolean> {
  return (await query('select 1 from counters where series = $1', [MARK])).length > 0;
}
