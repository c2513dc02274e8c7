import { type AnyTransitionDefinition, getNextTransitions, transition } from 'xstate';
import type { Clause } from '../src/law/clauses.ts';
import { Refusal } from '../src/law/refusal.ts';
import { say } from '../src/law/words.ts';
import { partyFor, rolesOf } from './acts/act.ts';
import { isReason, standingVerdict, verdictOf, type Way } from './acts/way.ts';
import { caseMachine, WAYS } from './case-machine.ts';
import { TOOK } from './chart/leads.ts';
import type { Situation } from './deadlines/deadline.ts';
import { shareIsPaid } from './derived.ts';
import type { Effect } from './effects.ts';
import { actOf, type CaseEvent, type EventType } from './events.ts';
import { type Facts, NO_FACTS } from './facts.ts';
import type { Happening, Now } from './happening.ts';
import { PARTIES, type Party, type Role } from './roles.ts';
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

const snapshotOf = ({ value, facts }: CaseState) =>
  caseMachine.resolveState({ value: value as never, context: facts });

const wayOf = ({ meta }: AnyTransitionDefinition): Way => (meta as { readonly way: Way }).way;

/** The ways that lead on from here for an act, the innermost state's first. */
const waysFor = (state: CaseState, type: string): readonly Way[] =>
  getNextTransitions(snapshotOf(state))
    .filter(({ eventType }) => eventType === type)
    .map(wayOf);

/** Why an event did not happen: the refusal of the way that would have been taken; else what the act says of states that
 *  have no way for it; else that no way leads on from here. */
function whyNot(state: CaseState, event: CaseEvent): Refusal {
  const { facts, value } = state;
  const reason =
    waysFor(state, event.type)
      .map((way) => verdictOf(way, facts, event))
      .find(isReason) ?? actOf(event.type).elsewhere(facts, event);
  if (reason) return new Refusal(reason);
  const status = statusOf(value);
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
  /** The clause of the way that was taken. */
  readonly clause: Clause | null;
  /** Every way that was taken: the act's own, then what followed by itself. */
  readonly ways: readonly string[];
}

/** The next state of a case and what is to be done for it; pure.
 *  @throws Refusal saying why the event cannot happen now */
export function step(state: CaseState, event: CaseEvent): Stepped {
  const [after, given] = transition(caseMachine, snapshotOf(state), event as Happening);
  if (after.status === 'error') throw after.error;
  const commands = given as unknown as readonly { type: string; params?: Record<string, string> }[];
  const ways = commands.flatMap(({ type, params }) => (type === TOOK ? [params!.way!] : []));
  const taken = ways.map((name) => WAYS.get(name)!).filter(({ type }) => type === event.type);
  if (taken.length === 0) throw whyNot(state, event);
  const effects = commands.flatMap(({ type, params }) =>
    type === TOOK ? [] : [{ type, ...params } as unknown as Effect],
  );
  const facts = after.context as Facts;
  const endedNow = state.facts.ending === null && facts.ending !== null;
  const clause = taken.find((way) => way.clause !== null)?.clause ?? null;
  return {
    state: {
      value: after.value as ChartValue,
      facts: endedNow ? { ...facts, lastRegions: regionsAtEnd(state, facts) } : facts,
    },
    effects,
    clause: endedNow ? facts.ending!.clause : clause,
    ways,
  };
}

export interface PossibleAct {
  readonly type: EventType;
  readonly clause: Clause | null;
  readonly description: string;
  /** Who may do it as the case stands. */
  readonly roles: readonly Role[];
}

/** What may happen to a case now, and by whom; the payload may still be refused. */
export function possibleActs(
  { value, facts }: CaseState,
  now: Pick<Now, 'today' | 'at' | 'law'>,
): readonly PossibleAct[] {
  const found = new Map<string, { readonly way: Way; readonly parties: Set<Party> }>();
  const asking = PARTIES.map((party) => ({ ...now, party }));
  for (const { eventType, meta } of getNextTransitions(snapshotOf({ value, facts }))) {
    if (eventType === '' || actOf(eventType as EventType).onLetter) continue;
    const { way } = meta as { readonly way: Way };
    for (const asker of asking) {
      const { party } = asker;
      const open = found.get(eventType);
      if (open?.parties.has(party) || standingVerdict(way, facts, asker) !== null) continue;
      if (open) open.parties.add(party);
      else found.set(eventType, { way, parties: new Set([party]) });
    }
  }
  return [...found.keys()].sort().flatMap((type) => {
    const { way, parties } = found.get(type)!;
    const act = actOf(type as EventType);
    const roles = rolesOf(act).filter((role) => parties.has(partyFor(act, role)));
    if (roles.every((role) => role === 'clock')) return [];
    return [{ type: act.type as EventType, clause: way.clause, description: way.says, roles }];
  });
}
