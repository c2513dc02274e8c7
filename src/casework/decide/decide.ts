import { type Deadline, deadlinesOf, timersOf } from '../../../workflows/deadlines/index.ts';
import type { CaseEvent } from '../../../workflows/events.ts';
import { situationOf, step } from '../../../workflows/step.ts';
import { dayOf, isAfter } from '../../law/days.ts';
import type { Act, Happened, Moment, Versioned } from '../happened.ts';

/** Decides what happens to one case: pure, over the state as it was read. */

const CLOCK_ACT = { actor: 'clock', role: 'clock', party: 'operator', computed: {} } as const;

/** Deadlines of one case that can fall due one after the other at the same moment are far fewer than this. */
const MOST_AT_ONCE = 40;

export function happen({ state, version }: Versioned, act: Act, { at, law }: Moment): Happened {
  const event = {
    type: act.type,
    data: act.data,
    at: at.toString(),
    today: dayOf(at, law.operator.timeZone).toString(),
    seq: version + 1,
    actor: act.actor,
    role: act.role,
    party: act.party,
    law,
    computed: act.computed,
  } as CaseEvent;
  const { state: next, effects, clause } = step(state, event);
  return { event, clause, state: next, effects, ...(act.files ? { files: act.files } : {}) };
}

/** What has happened to a case by now, and how it then stands. */
export interface CaughtUp {
  readonly happened: readonly Happened[];
  /** The deadlines of the case as it is left: they were worked out to see that nothing more is due. */
  readonly deadlines: readonly Deadline[];
}

/** Everything that has fallen due by now, in the order of its days; each is decided on what the one before left. */
export function catchUp(from: Versioned, moment: Moment): CaughtUp {
  const { law } = moment;
  const today = dayOf(moment.at, law.operator.timeZone);
  const happened: Happened[] = [];
  let current = from;
  for (let i = 0; i < MOST_AT_ONCE; i++) {
    const situation = situationOf(current.state);
    const deadlines = deadlinesOf(situation, law);
    const [timer] = timersOf(situation, law, deadlines);
    if (!timer || isAfter(timer.on, today)) return { happened, deadlines };
    const one = happen(current, { ...CLOCK_ACT, ...timer.event }, moment);
    happened.push(one);
    current = { state: one.state, version: current.version + 1 };
  }
  throw new Error(`More than ${MOST_AT_ONCE} deadlines fell due at once.`);
}

/** The acts in their order, each after what had fallen due before it and followed by what falls due through it. */
export function decide(from: Versioned, acts: readonly Act[], moment: Moment): CaughtUp {
  const before = catchUp(from, moment);
  const happened = [...before.happened];
  let { deadlines } = before;
  const last = (): Versioned => ({
    state: happened.at(-1)?.state ?? from.state,
    version: from.version + happened.length,
  });
  for (const act of acts) {
    happened.push(happen(last(), act, moment));
    const after = catchUp(last(), moment);
    happened.push(...after.happened);
    deadlines = after.deadlines;
  }
  return { happened, deadlines };
}
