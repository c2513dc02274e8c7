import { type Day, day, isBefore, lastDayWithin } from '../../src/law/days.ts';
import type { LawBook } from '../../src/law/law-book.ts';
import { say } from '../../src/law/words.ts';
import { dataRequestsOf } from '../acts/personal-data/requests.ts';
import { termsOf } from '../derived.ts';
import type { DataRequest, Facts } from '../facts.ts';
import type { DataRight } from '../vocabulary.ts';
import { deadline, type Situation, type Standing, stateByDone } from './deadline.ts';

/** The GDPR gives one month; II.16.5 gives 15 days, or 30 with extra checks: the earlier holds. Asked on 2025-03-10: until 2025-03-25, with extra checks until 2025-04-09. Asked on 2025-01-31 with extra checks: the month ends
 *  first, on 2025-02-28. */
function answerTime(request: DataRequest, facts: Facts, law: LawBook) {
  const on = day(request.on);
  const terms = termsOf(facts, law, on);
  const name = request.prolonged ? 'complaintDaysExtraChecks' : 'complaintDays';
  const byContract = lastDayWithin(on, terms[name]);
  const byRegulation = on.add({ months: 1 });
  const monthEndsFirst = isBefore(byRegulation, byContract);
  const lastDay: Day = monthEndsFirst ? byRegulation : byContract;
  const because = () =>
    monthEndsFirst
      ? say(
          `Viens mēnesis no pieprasījuma ${on} (Vispārīgā datu aizsardzības regula): līdz ${lastDay}.`,
          `One month from the request of ${on} (GDPR): until ${lastDay}.`,
        )
      : say(
          `${terms[name]} dienas no pieprasījuma ${on}${request.prolonged ? ' ar papildu pārbaudi' : ''}: līdz ${lastDay}.`,
          `${terms[name]} days from the request of ${on}${request.prolonged ? ' with extra checks' : ''}: until ${lastDay}.`,
        );
  return {
    lastDay,
    because,
    clause: monthEndsFirst ? ('II.9.3' as const) : ('II.16.5' as const),
    used: () => [terms.used(name)],
  };
}

/** The last day on which the unanswered request for a right is to be answered. */
export const dataAnswerLastDay = (facts: Facts, right: DataRight, law: LawBook): string =>
  answerTime(facts.dataRequests![right]!, facts, law).lastDay.toString();

/** Of several requests the unanswered one whose time ends first; with none unanswered the one answered last. */
function standing({ facts }: Situation, law: LawBook): Standing | null {
  const requests = dataRequestsOf(facts);
  if (requests.length === 0) return null;
  const timed = requests.map((request) => ({ request, ...answerTime(request, facts, law) }));
  const open = timed.filter(({ request }) => request.answeredOn === null);
  const [shown] =
    open.length > 0
      ? open.toSorted((a, b) => Temporal.PlainDate.compare(a.lastDay, b.lastDay))
      : timed.toSorted((a, b) => (a.request.answeredOn! < b.request.answeredOn! ? 1 : -1));
  const { request, lastDay, because, clause, used } = shown!;
  return {
    lastDay,
    earliestDay: null,
    awaits: 'operator',
    clause,
    state: stateByDone(
      lastDay,
      request.answeredOn === null ? null : day(request.answeredOn),
      facts.passed['data-request-answer'],
    ),
    because,
    used,
  };
}

/** A data subject's request is answered within the earlier of II.16.5 and one month (II.9.3). */
export const dataRequestAnswer = deadline({
  name: 'data-request-answer',
  of: standing,
  isStillToCome: (facts) => dataRequestsOf(facts).some(({ answeredOn }) => answeredOn === null),
  flag: () => 'data-request-answer-breach',
});
