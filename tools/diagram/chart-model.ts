import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { caseMachine } from '../../workflows/case-machine.ts';
import { inWords } from './words.ts';

/** The chart as it is drawn and listed: read from the machine itself, so that picture and table can tell nothing else. */

export interface State {
  /** `offer.offered`; the machine itself is ``. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly clause: string | null;
  readonly awaits: string | null;
  readonly isEnd: boolean;
  readonly isParallel: boolean;
  readonly states: readonly State[];
}

/** Something that happens in a state. */
export interface Move {
  readonly from: string;
  /** null: the state stays. */
  readonly to: string | null;
  /** The event; null: happens by itself, as soon as its condition holds. */
  readonly event: string | null;
  /** The deadline whose passing it is. */
  readonly deadline: string | null;
  /** Conditions in words, in the order in which they are asked. */
  readonly conditions: readonly string[];
  readonly letters: readonly string[];
  readonly clause: string | null;
  readonly description: string;
}

interface Meta {
  readonly clause?: string | null;
  readonly awaits?: string;
}

const idOf = (node: AnyStateNode): string => node.path.join('.');
const childrenOf = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states) as AnyStateNode[];

function stateOf(node: AnyStateNode): State {
  const { clause = null, awaits = null } = (node.meta ?? {}) as Meta;
  return {
    id: idOf(node),
    name: node.path.at(-1) ?? '',
    description: node.description ?? '',
    clause,
    awaits,
    isEnd: node.path.length === 1 && node.type === 'atomic' && awaits === 'nobody',
    isParallel: node.type === 'parallel',
    states: childrenOf(node).map(stateOf),
  };
}

type Guard =
  | string
  | { readonly type?: string; readonly params?: Params; readonly guards?: readonly Guard[] };
type Params = Readonly<Record<string, string>>;

function checksOf(guard: Guard | undefined): { readonly type: string; readonly params: Params }[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [{ type: guard, params: {} }];
  if (guard.guards) return guard.guards.flatMap(checksOf);
  return [{ type: guard.type ?? '', params: guard.params ?? {} }];
}

interface Action {
  readonly type?: string;
  readonly params?: { readonly notice?: string };
}

function moveOf(node: AnyStateNode, event: string, transition: AnyTransitionDefinition): Move {
  const checks = checksOf(transition.guard as Guard | undefined);
  const target = (transition.target as readonly AnyStateNode[] | undefined)?.[0];
  return {
    from: idOf(node),
    to: target ? idOf(target) : null,
    event: event === '' ? null : event,
    deadline: checks.find(({ type }) => type === 'deadlineIs')?.params.name ?? null,
    conditions: checks
      .filter(({ type }) => type !== 'deadlineIs')
      .map(({ type, params }) => [inWords(type), ...Object.values(params)].join(' ')),
    letters: (transition.actions as readonly Action[]).flatMap(({ params }) =>
      params?.notice ? [params.notice] : [],
    ),
    clause: (transition.meta as Meta | undefined)?.clause ?? null,
    description: transition.description ?? '',
  };
}

function movesOf(node: AnyStateNode): Move[] {
  const own = [...node.transitions].flatMap(([event, transitions]) =>
    transitions.map((transition) => moveOf(node, event, transition)),
  );
  const always = (node.always ?? []).map((transition) => moveOf(node, '', transition));
  return [...always, ...own, ...childrenOf(node).flatMap(movesOf)];
}

/** Every state, in legal order. */
export const chartStates: State = stateOf(caseMachine.root as AnyStateNode);
/** Everything that may happen, by state in legal order. */
export const chartMoves: readonly Move[] = movesOf(caseMachine.root as AnyStateNode);

/** A state with everything below it. */
export const within = (state: State): State[] => [state, ...state.states.flatMap(within)];
