import { type AnyActorScope, createActor, type SnapshotFrom } from 'xstate';
import { Refusal } from '../src/law/refusal.ts';
import { say } from '../src/law/words.ts';
import type { CaseEvent } from './case-event.ts';
import { CHECKS, type CheckName, type Effect } from './chart/setup.ts';
import type { Verdict } from './checks/check.ts';
import { caseMachine } from './contract-case.machine.ts';
import type { Situation } from './deadlines/index.ts';
import { shareIsPaid } from './derived.ts';
import type { EventType } from './events.ts';
import { type Facts, NO_FACTS } from './facts.ts';
import { type ChartValue, regionsOf, statusOf } from './status.ts';

/** The state of a case at rest: plain JSON. */
export interface CaseState {
  readonly value: ChartValue;
  readonly facts: Facts;
}

export const NEW_CASE: CaseState = { value: 'draft', facts: NO_FACTS };

export const situationOf = ({ value, facts }: CaseState): Situation => ({
  status: statusOf(value),
  regions: regionsOf(value, facts),
  facts,
});

type Snapshot = SnapshotFrom<typeof caseMachine>;
type TransitionOf = Snapshot['_nodes'][number]['transitions'] extends Map<string, (infer T)[]> ? T : never;

const effects: Effect[] = [];

/** One inert scope, kept for the machine: `transition()` of XState builds an actor that is thrown away for every call, which
 *  costs more than the step itself. It is valid as long as the chart is a plain one: nothing is invoked or spawned, nothing
 *  is sent, raised or delayed, so that no step finds anything in the scope that an earlier one left there. Actions are
 *  collected and never run. `inert-scope.unit.test.ts` fails as soon as the chart asks for more. */
const scope = {
  self: createActor(caseMachine),
  defer: () => {},
  id: '',
  logger: () => {},
  sessionId: '',
  stopChild: () => {},
  system: createActor(caseMachine).system,
  emit: () => {},
  actionExecutor: (action: { type: string; params: unknown }) => {
    effects.push({ type: action.type, ...(action.params as object | undefined) } as Effect);
  },
} as unknown as AnyActorScope;

/** A place in the chart with the transitions that lead on from it, the innermost first: the same for all facts. */
interface Place {
  readonly snapshot: Snapshot;
  readonly transitions: ReadonlyMap<string, readonly TransitionOf[]>;
}

/** The chart has some hundreds of places in all. */
const placeOfValue = new Map<string, Place>();

function placeOf(value: ChartValue): Place {
  const name = JSON.stringify(value);
  let place = placeOfValue.get(name);
  if (!place) {
    const snapshot = caseMachine.resolveState({ value: value as never, context: NO_FACTS });
    const transitions = new Map<string, TransitionOf[]>();
    for (const node of [...snapshot._nodes].sort((a, b) => b.order - a.order))
      for (const [type, candidates] of node.transitions as unknown as Map<string, TransitionOf[]>)
        transitions.set(type, [...(transitions.get(type) ?? []), ...candidates]);
    place = { snapshot, transitions };
    placeOfValue.set(name, place);
  }
  return place;
}

const restore = (place: Place, facts: Facts): Snapshot => ({ ...place.snapshot, context: facts });

type GuardReference =
  | string
  | { type: string; params?: Record<string, string> }
  | { guards?: GuardReference[] };

/** Every check behind a guard, in the order in which the chart asks them. */
function checksOf(guard: unknown): { name: CheckName; params?: Record<string, string> }[] {
  if (guard === undefined || guard === null) return [];
  if (typeof guard === 'string') return [{ name: guard as CheckName }];
  const composed = guard as GuardReference;
  if (typeof composed !== 'string' && 'guards' in composed && composed.guards)
    return composed.guards.flatMap(checksOf);
  const single = guard as { type: string; params?: Record<string, string> };
  return [{ name: single.type as CheckName, ...(single.params ? { params: single.params } : {}) }];
}

const candidatesOf = (place: Place, type: string): readonly TransitionOf[] =>
  place.transitions.get(type) ?? [];

function firstVerdict(candidate: TransitionOf, facts: Facts, event: CaseEvent): Verdict {
  for (const { name, params } of checksOf(candidate.guard)) {
    const verdict = CHECKS[name](facts, event, params);
    if (verdict !== null) return verdict;
  }
  return null;
}

/** Why an event did not happen: the refusal of the way that would have been taken, or that no way leads on from here. */
function whyNot(place: Place, state: CaseState, event: CaseEvent): Refusal {
  const verdicts = candidatesOf(place, event.type).map((candidate) =>
    firstVerdict(candidate, state.facts, event),
  );
  const refusal = verdicts.find((verdict) => verdict instanceof Refusal);
  if (refusal) return refusal;
  const status = statusOf(state.value);
  return new Refusal({
    code: 'case.not-possible-now',
    detail: say(
      `Notikums „${event.type}” stāvoklī „${status}” nav iespējams. Iespējamās darbības ir atbildes laukā „actions”.`,
      `“${event.type}” is not possible while the case is ${status}. What is possible now stands under “actions”.`,
    ),
  });
}

/** The regions as the contract left them: the last step itself may have moved one of them. */
function regionsAtEnd(before: CaseState, facts: Facts) {
  const regions = regionsOf(before.value, before.facts);
  return (
    regions && {
      ...regions,
      ...(facts.connected ? { link: 'connected' } : {}),
      ...(facts.readiness ? { readiness: 'confirmed' } : {}),
      ...(shareIsPaid(facts) ? { payment: 'paid' } : {}),
    }
  );
}

export interface Stepped {
  readonly state: CaseState;
  readonly effects: readonly Effect[];
  /** The clause of the transition that was taken. */
  readonly clause: string | null;
}

/** The next state of a case and what is to be done for it; pure.
 *  @throws Refusal saying why the event cannot happen now */
export function step(state: CaseState, event: CaseEvent): Stepped {
  const place = placeOf(state.value);
  const before = restore(place, state.facts);
  const taken = caseMachine.getTransitionData(before, event);
  if (!taken || taken.length === 0) throw whyNot(place, state, event);
  effects.length = 0;
  const after = caseMachine.transition(before, event, scope as never) as Snapshot;
  if (after.status === 'error') throw after.error;
  const value = after.value as ChartValue;
  const endedNow = state.facts.ending === null && after.context.ending !== null;
  const facts = endedNow
    ? { ...after.context, lastRegions: regionsAtEnd(state, after.context) }
    : after.context;
  const clause = (taken as TransitionOf[])
    .map((transition) => (transition.meta as { clause?: string | null } | undefined)?.clause)
    .find((one) => one != null);
  return {
    state: { value, facts },
    effects: [...effects],
    clause: facts.ending && endedNow ? facts.ending.clause : (clause ?? null),
  };
}

/** Checks that need no payload: they tell whether an act is possible at all right now. */
const STANDING_CHECKS: ReadonlySet<CheckName> = new Set([
  'warningMayComeEarly',
  'warningWasNotDelivered',
  'mayBeReinstated',
  'loadIsStillToSwitch',
  'isNotTemporary',
  'customerIsIdentified',
  'customerDidNothing',
  'annulmentIsNotHeld',
  'annulmentIsHeld',
  'warningHasRunItsCourse',
  'priceHasLapsed',
  'shareAllowsWorks',
  'designIsThere',
  'readinessIsConfirmed',
  'worksAreCompleted',
  'isNotConnected',
  'isHeld',
  'debtRouteIsOpen',
  'invoiceIsOverdue',
  'debtMayBeHandedOver',
  'debtIsNotWarned',
  'debtIsNotHandedOver',
  'debtSurvivesTheEnd',
  'complaintAwaitsAnswer',
  'dataRequestAwaitsAnswer',
  'authorityStands',
  'caseIsFiled',
]);

export interface PossibleAct {
  readonly type: EventType;
  readonly clause: string | null;
  readonly description: string;
}

const ACTS_OF_THE_CLOCK: ReadonlySet<string> = new Set([
  'deadline.passed',
  'notice.failed',
  'notice.dispatched',
  '',
]);

/** What may happen to a case now, by anyone; the payload may still be refused. */
export function possibleActs(
  state: CaseState,
  now: Pick<CaseEvent, 'today' | 'at' | 'law'>,
): readonly PossibleAct[] {
  const place = placeOf(state.value);
  const asked = {
    ...now,
    seq: 0,
    actor: '',
    role: '',
    party: 'operator',
    byClock: false,
    computed: {},
    data: {},
  };
  const acts: PossibleAct[] = [];
  for (const type of place.transitions.keys()) {
    if (ACTS_OF_THE_CLOCK.has(type) || type.startsWith('xstate.')) continue;
    const event = { ...asked, type } as unknown as CaseEvent;
    const open = candidatesOf(place, type).find((candidate) =>
      checksOf(candidate.guard).every(
        ({ name, params }) => !STANDING_CHECKS.has(name) || CHECKS[name](state.facts, event, params) === null,
      ),
    );
    if (!open) continue;
    acts.push({
      type: type as EventType,
      clause: (open.meta as { clause?: string | null } | undefined)?.clause ?? null,
      description: (open as { description?: string }).description ?? '',
    });
  }
  return acts.sort((a, b) => (a.type < b.type ? -1 : 1));
}
