import { deadlineRows } from '../../../src/casework/decide/deadline-rows.ts';
import { deadlinesOf, timersOf } from '../../../workflows/deadlines/index.ts';
import { dueAt } from '../../../workflows/deadlines/timer.ts';
import { type CaseState, situationOf } from '../../../workflows/step.ts';
import { RIGA } from '../time.ts';
import { type Evidence, type Finding, retold } from './evidence.ts';

/** Said of letters by the clock's hand; no deadline. */
const isOfALetter = (type: string): boolean => type.startsWith('notice.');

const midnight = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(RIGA).toInstant();

/** A second suspension has a remedy day and a notice of its own; readiness that falls away has the term looked at again (T-21). */
const BEGINS_ANEW: Readonly<Record<string, readonly string[]>> = {
  'works.suspended': ['remedy', 'conditions-notice'],
  'readiness.disproved': ['term', 'connection'],
};

/** No event of the clock came before its midnight in Riga, none came twice, and each was the one that was due first. */
export function noDeadlineEarlyOrTwice({ cases, law }: Evidence): Finding {
  let looked = 0;
  const wrong: string[] = [];
  for (const one of cases) {
    const fired = new Set<string>();
    for (const { row, before, law: then } of retold(one, law)) {
      const anew = BEGINS_ANEW[row.type] ?? [];
      for (const once of fired) if (anew.includes(once.split(' ', 1)[0]!)) fired.delete(once);
      if (row.role !== 'clock' || isOfALetter(row.type)) continue;
      looked += 1;
      const where = `${one.row.number}, event ${row.seq} ${row.type} ${JSON.stringify(row.data)}`;
      const situation = situationOf(before);
      const [timer] = timersOf(situation, then);
      if (timer?.event.type !== row.type) {
        wrong.push(`${where}: due was ${timer?.event.type ?? 'nothing'}`);
        continue;
      }
      const at = Temporal.Instant.from(row.at);
      const deadline = deadlinesOf(situation, then).find(({ name }) => name === timer.name);
      const due = deadline
        ? midnight(
            Temporal.PlainDate.from((deadline.earliestDay ?? deadline.lastDay!.add({ days: 1 })).toString()),
          )
        : dueAt(timer, then);
      if (!due.equals(dueAt(timer, then)))
        wrong.push(`${where}: due at ${dueAt(timer, then)}, midnight is ${due}`);
      if (Temporal.Instant.compare(at, due) < 0) wrong.push(`${where}: at ${at}, before ${due}`);
      const once = `${timer.name} ${dueAt(timer, then)} ${JSON.stringify(row.data)}`;
      if (fired.has(once)) wrong.push(`${where}: a second time`);
      fired.add(once);
    }
  }
  return { check: 'no deadline fired early or twice', looked, wrong };
}

/** What the clock will look at next is what the case's state says, and nothing is overdue for it. */
export function deadlinesStandAsTheCaseSays({ cases, law, now }: Evidence): Finding {
  let looked = 0;
  const wrong: string[] = [];
  for (const { row, deadlines } of cases) {
    looked += deadlines.length;
    const { rows } = deadlineRows(row.snapshot as CaseState, { law });
    const word = (one: { name: string; lastDay: string | null; dueAt: string | null; state: string }) =>
      `${one.name} ${one.lastDay} ${one.dueAt && Temporal.Instant.from(one.dueAt)} ${one.state}`;
    const [expected, stored] = [rows, deadlines].map((some) => some.map(word).sort().join('; '));
    if (expected !== stored) wrong.push(`${row.number}: stored ${stored}, by its state ${expected}`);
    for (const { name, wakeAt, lastError, attempts } of deadlines) {
      if (wakeAt !== null && Temporal.Instant.compare(Temporal.Instant.from(wakeAt), now) <= 0)
        wrong.push(`${row.number}: ${name} should have been handled at ${wakeAt}; it is ${now}`);
      if (wakeAt !== null && attempts > 0) wrong.push(`${row.number}: ${name} fails: ${lastError}`);
    }
  }
  return { check: 'no deadline is lost', looked, wrong };
}
