import { countFigures, type FiguresState, figuresState } from '../../db/dashboard.ts';
import type { CaseworkParts } from '../casework/parts.ts';
import { momentNow, todayOf } from '../casework/parts.ts';
import { dayOf } from '../law/days.ts';
import { OPEN_STATUSES } from './dashboard.ts';

type Parts = Pick<CaseworkParts, 'db' | 'clock' | 'lawBook'>;

/** Counting takes at most a hundredth of the time: with few cases figures are a minute old, with a million some minutes. */
const AT_MOST_EVERY_MS = 60_000;
const SHARE_OF_TIME = 100;

/** Where nobody counts meanwhile, nobody is shown older figures than this. */
const OLDEST_SHOWN_MS = 15 * 60_000;

export interface FigureCounting {
  /** Product time of the figures that are there to be read now. */
  countedAt(): Promise<Temporal.Instant>;
  /** Counts where it is time to; for a worker. */
  recount(): Promise<void>;
}

/** Keeps the figures over all cases: whoever looks reads what was counted, and never waits for a count unless the figures
 *  are of another day or too old to be shown. Ages are real time, as what is spared is the work of the database. */
export function figureCounting(parts: Parts): FigureCounting {
  let counting: Promise<void> | null = null;

  const count = (known: FiguresState | null): Promise<void> => {
    counting ??= (async () => {
      const moment = await momentNow(parts);
      const { timeZone } = moment.law.operator;
      await parts.db.transaction((tx) =>
        countFigures(tx, moment.at.toString(), { timeZone, open: OPEN_STATUSES, known }),
      );
    })().finally(() => {
      counting = null;
    });
    return counting;
  };

  const isDue = ({ ageMs, tookMs }: FiguresState): boolean =>
    ageMs > Math.max(AT_MOST_EVERY_MS, tookMs * SHARE_OF_TIME);

  async function isOfToday({ at }: FiguresState): Promise<boolean> {
    const moment = await momentNow(parts);
    return dayOf(at, moment.law.operator.timeZone).equals(todayOf(moment));
  }

  return {
    async countedAt() {
      const known = await figuresState(parts.db);
      if (known && known.ageMs <= OLDEST_SHOWN_MS && (await isOfToday(known))) {
        // Shown as they are; a count that fails is tried again by whoever looks next, and in time waited for.
        if (isDue(known)) count(known).catch(() => undefined);
        return Temporal.Instant.from(known.at);
      }
      await count(known);
      return Temporal.Instant.from((await figuresState(parts.db))!.at);
    },
    async recount() {
      const known = await figuresState(parts.db);
      if (!known || isDue(known) || !(await isOfToday(known))) await count(known);
    },
  };
}
