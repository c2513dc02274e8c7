import type { CaseEvent } from '../../../workflows/case-event.ts';
import { timersOf } from '../../../workflows/deadlines/index.ts';
import { situationOf, step } from '../../../workflows/step.ts';
import { dayOf } from '../../law/days.ts';
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
    byClock: act.role === 'clock',
    law,
    computed: act.computed,
  } as CaseEvent;
  const { state: next, effects, clause } = step(state, event);
  return { event, clause, state: next, effects, ...(act.files ? { files: act.files } : {}) };
}

/** Everything that has fallen due by now, in the order of its instants; each is decided on what the one before left. */
export function catchUp(from: Versioned, moment: Moment): Happened[] {
  const happened: Happened[] = [];
  let current = from;
  for (let i = 0; i < MOST_AT_ONCE; i++) {
    const [timer] = timersOf(situationOf(current.state), moment.law);
    if (!timer || Temporal.Instant.compare(timer.dueAt, moment.at) > 0) return happened;
    const one = happen(current, { ...CLOCK_ACT, ...timer.event }, moment);
    happened.push(one);
    current = { state: one.state, version: current.version + 1 };
  }
  throw new Error(`More than ${MOST_AT_ONCE} deadlines fell due at once.`);
}

/** The acts in their order, each after what had fallen due before it and followed by what falls due through it. */
export function decide(from: Versioned, acts: readonly Act[], moment: Moment): Happened[] {
  const happened = catchUp(from, moment);
  const last = (): Versioned => ({
    state: happened.at(-1)?.state ?? from.state,
    version: from.version + happened.length,
  });
  for (const act of acts) {
    happened.push(happen(last(), act, moment));
    happened.push(...catchUp(last(), moment));
  }
  return happened;
}
