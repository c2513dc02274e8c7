import type { StepDeadline } from '../../../db/commit.ts';
import { deadlinesOf, type Timer, timersOf } from '../../../workflows/deadlines/index.ts';
import { isOverdue } from '../../../workflows/deadlines/overdue.ts';
import { type CaseState, situationOf } from '../../../workflows/step.ts';
import type { Moment } from '../happened.ts';

/** The deadlines of a case as the clock and the queue read them. */
export function deadlineRows(
  state: CaseState,
  { law }: Pick<Moment, 'law'>,
): { rows: StepDeadline[]; queueOn: string | null; nextOn: string | null; overdue: boolean } {
  const situation = situationOf(state);
  const deadlines = deadlinesOf(situation, law);
  const timers = new Map<string, Timer>(timersOf(situation, law).map((timer) => [timer.name, timer]));
  const rows: StepDeadline[] = deadlines.map((deadline) => {
    const dueAt = timers.get(deadline.name)?.dueAt.toString() ?? null;
    return {
      name: deadline.name,
      lastDay: deadline.lastDay?.toString() ?? null,
      earliestDay: deadline.earliestDay?.toString() ?? null,
      dueAt,
      wakeAt: dueAt,
      awaits: deadline.awaits,
      clause: deadline.clause,
      state: deadline.state,
    };
  });
  const warning = timers.get('annulment-warning');
  if (warning) {
    const dueAt = warning.dueAt.toString();
    rows.push({
      name: warning.name,
      lastDay: null,
      earliestDay: null,
      dueAt,
      wakeAt: dueAt,
      awaits: 'operator',
      clause: 'II.11.3',
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
