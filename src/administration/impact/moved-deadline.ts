import { deadlinesOf, timersOf } from '../../../workflows/deadlines/index.ts';
import { dueAt } from '../../../workflows/deadlines/timer.ts';
import { situationOf } from '../../../workflows/step.ts';
import type { LawBook } from '../../law/law-book.ts';
import type { OpenCase } from '../open-case.ts';

/** A deadline as it stands under one book. */
interface StandingDeadline {
  /** Its last day, or the first day on which an act is lawful; null: the clock alone knows it. */
  readonly day: string | null;
  readonly state: string;
  /** When the clock acts on it, and what it does; null: nothing. */
  readonly clockAt: string | null;
  readonly clockDoes: string | null;
}

/** A running deadline that would stand elsewhere, or no longer run, or be one that was none. */
export interface MovedDeadline {
  readonly caseId: string;
  readonly number: string;
  readonly status: string;
  readonly name: string;
  readonly before: StandingDeadline | null;
  readonly after: StandingDeadline | null;
}

const RUNS: ReadonlySet<string> = new Set(['running', 'frozen']);

export function movedDeadlines(one: OpenCase, present: LawBook, proposed: LawBook): MovedDeadline[] {
  const before = standing(one, present);
  const after = standing(one, proposed);
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [was, becomes] = [before.get(name) ?? null, after.get(name) ?? null];
    if (JSON.stringify(was) === JSON.stringify(becomes)) return [];
    return [{ caseId: one.id, number: one.number, status: one.status, name, before: was, after: becomes }];
  });
}

function standing({ state }: OpenCase, law: LawBook): ReadonlyMap<string, StandingDeadline> {
  const situation = situationOf(state);
  const deadlines = deadlinesOf(situation, law);
  const timers = timersOf(situation, law);
  const clockOf = (name: string) => {
    const timer = timers.find((one) => one.name === name);
    return { clockAt: (timer && dueAt(timer, law).toString()) ?? null, clockDoes: timer?.event.type ?? null };
  };
  const shown = new Map<string, StandingDeadline>();
  for (const { name, state, lastDay, earliestDay } of deadlines) {
    if (RUNS.has(state))
      shown.set(name, { day: (earliestDay ?? lastDay)?.toString() ?? null, state, ...clockOf(name) });
  }
  for (const { name } of timers)
    if (!shown.has(name)) shown.set(name, { day: null, state: 'running', ...clockOf(name) });
  return shown;
}
