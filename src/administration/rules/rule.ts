import type { Clause } from '../../law/clauses.ts';
import { type Day, day, dayOf, type IsoDay, isBefore } from '../../law/days.ts';
import type { LawBook } from '../../law/law-book.ts';
import { Refusal } from '../../law/refusal.ts';
import { say, type Words } from '../../law/words.ts';

/** What a change of the law is measured by, when it is proposed and again when it is approved. */
export interface Present {
  readonly at: Temporal.Instant;
  readonly book: LawBook;
  readonly act: 'proposal' | 'approval';
  readonly thereAreCases: boolean;
}

export const todayOf = ({ at, book }: Pick<Present, 'at' | 'book'>): Day => dayOf(at, book.operator.timeZone);

/** By then every process has read the change and every deadline follows it. */
const TIME_TO_SPREAD = Temporal.Duration.from({ minutes: 10 });

/** What changes running cases takes effect from tomorrow: today's deadlines and prices stay as they were told this
 *  morning. In the last ten minutes of a day, from the day after. Approved 2025-03-10 at 23:49 in Riga: from 03-11 on;
 *  at 23:50: from 03-12 on. */
export const earliestEffect = ({ at, book }: Pick<Present, 'at' | 'book'>): Day =>
  dayOf(at.add(TIME_TO_SPREAD), book.operator.timeZone).add({ days: 1 });

export function assertFromTomorrow(from: IsoDay, present: Present): void {
  const earliest = earliestEffect(present);
  if (!isBefore(day(from), earliest)) return;
  throw new Refusal({
    code: 'law.too-early',
    allowedFrom: earliest,
    detail: say(
      `Izmaiņa, kas skar iesāktas lietas, stājas spēkā ne agrāk kā nākamajā dienā: no ${earliest}, nevis ${from}.`,
      `A change that touches running cases takes effect on the next day at the earliest: from ${earliest}, not ${from}.`,
    ),
  });
}

export const wrong = (field: string, message: Words, clause?: Clause): Refusal =>
  new Refusal({
    code: 'law.invalid-change',
    kind: 'invalid',
    detail: message,
    errors: [{ field, message }],
    ...(clause === undefined ? {} : { clause }),
  });
