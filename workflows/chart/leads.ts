import type { Clause } from '../../src/law/clauses.ts';
import type { Way } from '../acts/way.ts';
import type { Effect } from '../effects.ts';

/** Where ways lead: all that a chart says of an act. */

/** A way with the state that it leads to; without one the case stays where it stands. */
type Lead = readonly [way: Way, target?: string];

interface ActionReference {
  readonly type: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** A transition of XState, made of a way. Guard and writing bear the way's name; its effects are commands to the shell. */
interface TransitionConfig {
  readonly target?: string;
  readonly guard?: string;
  readonly actions: readonly (string | ActionReference)[];
  readonly description: string;
  readonly meta: { readonly clause: Clause | null; readonly way: Way };
}

export interface StateConfig {
  readonly id?: string;
  readonly description: string;
  /** `end`: the life of a case ends here. */
  readonly meta: { readonly clause: Clause | null; readonly end?: true };
  readonly type?: 'parallel';
  readonly initial?: string;
  readonly always?: readonly TransitionConfig[];
  readonly on?: Readonly<Record<string, readonly TransitionConfig[]>>;
  readonly states?: Readonly<Record<string, StateConfig>>;
}

/** Says which way was taken, before what it does. */
export const TOOK = 'took';

const commandOf = ({ type, ...params }: Effect): ActionReference => ({
  type,
  ...(Object.keys(params).length > 0 ? { params: params as Record<string, string> } : {}),
});

const isConditional = ({ possible, allowed }: Way): boolean =>
  Object.keys(possible).length > 0 || Object.keys(allowed).length > 0;

const transitionOf = ([way, target]: Lead): TransitionConfig => ({
  ...(target === undefined ? {} : { target }),
  ...(isConditional(way) ? { guard: way.name } : {}),
  actions: [
    { type: TOOK, params: { way: way.name } },
    ...(way.write ? [way.name] : []),
    ...way.effects.map(commandOf),
  ],
  description: way.says,
  meta: { clause: way.clause, way },
});

/** Acts by where they lead; of several ways of one act the first is taken whose conditions hold. */
export function leads(...all: readonly Lead[]): Readonly<Record<string, readonly TransitionConfig[]>> {
  const byType = Map.groupBy(all, ([way]) => way.type!);
  return Object.fromEntries([...byType].map(([type, some]) => [type, some.map(transitionOf)]));
}

/** What happens by itself, as soon as its conditions hold. */
export const always = (...all: readonly Lead[]): readonly TransitionConfig[] => all.map(transitionOf);

/** Every way that a chart takes, each once. */
export function waysOf(state: StateConfig): readonly Way[] {
  const own = [...Object.values(state.on ?? {}).flat(), ...(state.always ?? [])].map(({ meta }) => meta.way);
  return [...new Set([...own, ...Object.values(state.states ?? {}).flatMap(waysOf)])];
}
