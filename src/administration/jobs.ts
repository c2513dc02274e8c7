import { recordRead } from '../../db/accounts.ts';
import type { Database } from '../../db/database.ts';
import {
  type FailedDeadline,
  failedDeadlines,
  failedLetterCount,
  hasFailed,
  tryAtOnce,
  type Waiting,
  waitingWork,
} from '../../db/jobs.ts';
import type { Caller } from '../casework/caller.ts';
import type { Clock } from '../casework/clocks.ts';
import { Refusal } from '../law/refusal.ts';
import { say } from '../law/words.ts';
import { assertAdministrator } from './who-may.ts';

/** What the clock and the letter desk could not do by themselves, and how much waits for them. */
export interface JobDesk {
  view(caller: Caller): Promise<Jobs>;
  /** The clock tries again at once; noted with who asked for it. */
  retry(caller: Caller, job: { readonly caseId: string; readonly deadline: string }): Promise<void>;
}

export interface Jobs {
  readonly now: string;
  readonly failed: readonly FailedDeadline[];
  readonly waiting: readonly Waiting[];
  /** Letters that were given up. */
  readonly failedLetters: number;
}

/** More than anybody reads; the worst come first. */
const MOST_FAILED = 200;

const noSuchJob = (): Refusal =>
  new Refusal({
    code: 'job.not-found',
    kind: 'not-found',
    detail: say('Neizdevušos darbu vidū šāda nav.', 'No such work has failed.'),
  });

export function createJobDesk({ db, clock }: { readonly db: Database; readonly clock: Clock }): JobDesk {
  return {
    async view(caller) {
      assertAdministrator(caller);
      const now = (await clock.now()).toString();
      const [failed, waiting, failedLetters] = [
        await failedDeadlines(db, MOST_FAILED),
        await waitingWork(db, now),
        await failedLetterCount(db),
      ];
      return { now, failed, waiting, failedLetters };
    },
    async retry(caller, { caseId, deadline }) {
      assertAdministrator(caller);
      if (!(await hasFailed(db, caseId, deadline))) throw noSuchJob();
      const at = (await clock.now()).toString();
      await db.transaction(async (tx) => {
        await tryAtOnce(tx, caseId, at);
        await recordRead(tx, { at, account: caller.username, caseId, what: `retry of ${deadline}` });
      });
    },
  };
}
