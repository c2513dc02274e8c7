import type { Database } from '../../db/database.ts';
import type { DocumentRow, NoticeRow } from '../../db/rows.ts';
import { dayOf } from '../law/days.ts';
import type { LawBook } from '../law/law-book.ts';
import type { ComposeLetter, ReaddressLetter } from './carry-out/letter.ts';
import type { Clock } from './clocks.ts';
import type { Moment } from './happened.ts';

/** What the case workers stand on. */
export interface CaseworkParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly lawBook: () => LawBook;
  readonly compose: ComposeLetter;
  /** Gives a written letter another address; without it letters keep their words and only go elsewhere. */
  readonly readdress?: ReaddressLetter;
  /** Makes the document of a letter that is read before the dispatcher has made it. */
  readonly documentOf?: (letter: NoticeRow) => Promise<DocumentRow>;
  /** Told after a commit that letters wait to be sent. */
  readonly lettersWait?: () => void;
}

export const momentNow = async ({
  clock,
  lawBook,
}: Pick<CaseworkParts, 'clock' | 'lawBook'>): Promise<Moment> => ({
  at: await clock.now(),
  law: lawBook(),
});

/** No step is dated before the one that it follows: time may have gone on between the look at the clock and the look at the
 *  case, and the clock of another machine may be ahead. */
export const notBefore = (moment: Moment, { updatedAt }: { readonly updatedAt: string }): Moment => {
  const last = Temporal.Instant.from(updatedAt);
  return Temporal.Instant.compare(moment.at, last) < 0 ? { ...moment, at: last } : moment;
};

export const todayOf = ({ at, law }: Moment) => dayOf(at, law.operator.timeZone);
