import { deadlinesOf, timersOf } from '../../../workflows/deadlines/index.ts';
import type { CaseEvent } from '../../../workflows/events.ts';
import { situationOf, step } from '../../../workflows/step.ts';
import { type Day, isAfter } from '../../law/days.ts';
import type { Act, Follows, Happened, Moment, Versioned } from '../happened.ts';
import { todayOf } from '../parts.ts';

/** Decides what happens to one case: pure, over the state as it was read. */

const CLOCK_ACT = { actor: 'clock', role: 'clock', party: 'operator', computed: {} } as const;

/** Deadlines of one case that can fall due one after the other at the same moment are far fewer than this. */
const MOST_AT_ONCE = 40;

export const happen = (from: Versioned, act: Act, moment: Moment): Happened =>
  happenOn(from, act, moment, todayOf(moment));

function happenOn({ state, version }: Versioned, act: Act, { at, law }: Moment, today: Day): Happened {
  const event = {
    type: act.type,
    data: act.data,
    at: at.toString(),
    today: today.toString(),
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
  /** The deadlines of the case as it is left, and when they wake the clock: worked out to see that nothing more is due. */
  readonly follows: Follows;
}

/** Everything that has fallen due by now, in the order of its days; each is decided on what the one before left. */
export const catchUp = (from: Versioned, moment: Moment): CaughtUp =>
  catchUpOn(from, moment, todayOf(moment));

function catchUpOn(from: Versioned, moment: Moment, today: Day): CaughtUp {
  const { law } = moment;
  const happened: Happened[] = [];
  let current = from;
  for (let i = 0; i < MOST_AT_ONCE; i++) {
    const situation = situationOf(current.state);
    const deadlines = deadlinesOf(situation, law);
    const timers = timersOf(situation, law, deadlines);
    const [timer] = timers;
    if (!timer || isAfter(timer.on, today)) return { happened, follows: { deadlines, timers } };
    const one = happenOn(current, { ...CLOCK_ACT, ...timer.event }, moment, today);
    happened.push(one);
    current = { state: one.state, version: current.version + 1 };
  }
  throw new Error(`More than ${MOST_AT_ONCE} deadlines fell due at once.`);
}

/** The acts in their order, each after what had fallen due before it and followed by what falls due through it. */
export function decide(from: Versioned, acts: readonly Act[], moment: Moment): CaughtUp {
  const today = todayOf(moment);
  const before = catchUpOn(from, moment, today);
  const happened = [...before.happened];
  let { follows } = before;
  const last = (): Versioned => ({
    state: happened.at(-1)?.state ?? from.state,
    version: from.version + happened.length,
  });
  for (const act of acts) {
    happened.push(happenOn(last(), act, moment, today));
    const after = catchUpOn(last(), moment, today);
    happened.push(...after.happened);
    follows = after.follows;
  }
  return { happened, follows };
}
