import {
  deadlinesFollow,
  enactedAfter,
  type FollowedBy,
  lockLiveCases,
  noteDeadlinesFollow,
  renewDeadlines,
} from '../../db/law-deadlines.ts';
import type { CaseState } from '../../workflows/step.ts';
import { deadlineRows } from '../casework/decide/deadline-rows.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import type { LawBook } from '../law/law-book.ts';

/** The deadlines of the database are an index over states and law, by which the clock wakes and staff sort their work.
 *  When the law changes, the index of live cases is made anew; nothing happens to the cases, and no history is written. */

type Parts = Pick<CaseworkParts, 'db' | 'clock'>;

const BATCH = 200;

/** Answers how many deadlines moved. Each batch is a transaction of its own: whoever is interrupted begins again. */
async function refreshDeadlines(
  { db }: Pick<Parts, 'db'>,
  law: LawBook,
  movedSince?: string,
): Promise<number> {
  let moved = 0;
  let after: string | undefined;
  for (;;) {
    const page = {
      limit: BATCH,
      ...(after === undefined ? {} : { after }),
      ...(movedSince === undefined ? {} : { movedSince }),
    };
    const rows = await db.transaction(async (tx) => {
      const locked = await lockLiveCases(tx, page);
      const renewed = locked.map(({ id, snapshot }) => {
        const { rows: deadlines, ...place } = deadlineRows(snapshot as CaseState, { law });
        return { caseId: id, deadlines, ...place };
      });
      if (renewed.length > 0) moved += await renewDeadlines(tx, renewed);
      return locked;
    });
    if (rows.length < BATCH) return moved;
    after = rows.at(-1)!.id;
  }
}

/** A process reads the law every few seconds. One that had not yet read a change may have stored a step by the law
 *  before; after this time such steps are looked at once more. A change counts from the next day, long after. */
const OTHERS_HAVE_READ = Temporal.Duration.from({ seconds: 30 });

/** Brings the deadlines up to the law where they are behind it, also where the process that enacted a change was killed
 *  before it had done so. Costs two short queries where there is nothing to do. */
export async function followTheLaw(parts: Parts, law: LawBook): Promise<void> {
  await follow(parts, law, 'first');
  await follow(parts, law, 'settled');
}

async function follow(parts: Parts, law: LawBook, by: FollowedBy): Promise<void> {
  const done = await deadlinesFollow(parts.db, by);
  if (done >= law.revision) return;
  const changed = await enactedAfter(parts.db, done);
  if (changed) {
    if (by === 'settled' && !(await longEnoughAgo(parts, changed.last))) return;
    await refreshDeadlines(parts, law, by === 'settled' ? changed.first : undefined);
  }
  await noteDeadlinesFollow(parts.db, by, law.revision);
}

async function longEnoughAgo({ clock }: Parts, last: string): Promise<boolean> {
  const settled = Temporal.Instant.from(last).add(OTHERS_HAVE_READ);
  return Temporal.Instant.compare(await clock.now(), settled) >= 0;
}
