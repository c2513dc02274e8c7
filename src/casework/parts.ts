import type { Database } from '../../db/database.ts';
import type { DocumentRow, NoticeRow } from '../../db/rows.ts';
import { dayOf } from '../law/days.ts';
import type { LawBook } from '../law/law-book.ts';
import type { Clock } from './casework.ts';
import type { Moment } from './decide.ts';
import type { ComposeLetter } from './letters.ts';

/** What the case workers stand on. */
export interface CaseworkParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly lawBook: () => LawBook;
  readonly compose: ComposeLetter;
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

export const todayOf = ({ at, law }: Moment) => dayOf(at, law.operator.timeZone);
