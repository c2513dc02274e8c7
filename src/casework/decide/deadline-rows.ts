import type { StepDeadline } from '../../../db/commit.ts';
import { deadlinesOf, isOverdue, timersOf } from '../../../workflows/deadlines/index.ts';
import { dueAt } from '../../../workflows/deadlines/timer.ts';
import { type CaseState, situationOf } from '../../../workflows/step.ts';
import type { LawBook } from '../../law/law-book.ts';
import type { Follows, Moment } from '../happened.ts';

interface DeadlineRows {
  readonly rows: StepDeadline[];
  readonly queueOn: string | null;
  readonly nextOn: string | null;
  readonly overdue: boolean;
}

function followsFrom(state: CaseState, law: LawBook): Follows {
  const situation = situationOf(state);
  const deadlines = deadlinesOf(situation, law);
  return { deadlines, timers: timersOf(situation, law, deadlines) };
}

/** The deadlines of a case as the clock and the queue read them. */
export function deadlineRows(
  state: CaseState,
  { law }: Pick<Moment, 'law'>,
  { deadlines, timers }: Follows = followsFrom(state, law),
): DeadlineRows {
  const dueOf = new Map(timers.map((timer) => [timer.name, dueAt(timer, law).toString()]));
  const shown = new Set<string>(deadlines.map(({ name }) => name));
  const rows: StepDeadline[] = deadlines.map((deadline) => {
    const due = dueOf.get(deadline.name) ?? null;
    return {
      name: deadline.name,
      lastDay: deadline.lastDay?.toString() ?? null,
      earliestDay: deadline.earliestDay?.toString() ?? null,
      dueAt: due,
      wakeAt: due,
      awaits: deadline.awaits,
      clause: deadline.clause,
      state: deadline.state,
    };
  });
  // What the clock has to do without a deadline that anybody waits for.
  for (const { name, clause } of timers.filter((timer) => !shown.has(timer.name))) {
    const due = dueOf.get(name)!;
    rows.push({
      name,
      lastDay: null,
      earliestDay: null,
      dueAt: due,
      wakeAt: due,
      awaits: 'operator',
      clause,
      state: 'running',
    });
  }
  const open = deadlines.filter((one) => one.state === 'running' || isOverdue(one, state.facts));
  const first = (days: (string | undefined)[]) => days.filter((one) => one !== undefined).sort()[0] ?? null;
  return {
    rows,
    queueOn: first(open.filter((one) => one.awaits === 'operator').map((one) => one.lastDay?.toString())),
    nextOn: first(open.map((one) => (one.lastDay ?? one.earliestDay)?.toString())),
    overdue: deadlines.some((one) => isOverdue(one, state.facts)),
  };
}
